"""The demo page, and the widget's files."""

from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

HERE = Path(__file__).parent
router = APIRouter(tags=["pages"])


@router.get("/", summary="A page with the widget on it", response_class=FileResponse)
async def page() -> FileResponse:
    """Return a page like the charity's."""
    return FileResponse(HERE / "templates" / "index.html", media_type="text/html; charset=utf-8")


@router.get("/widget.js", summary="The widget, for one script tag", response_class=FileResponse)
async def widget() -> FileResponse:
    """Return the widget's script."""
    return FileResponse(HERE / "static" / "widget.js", media_type="text/javascript; charset=utf-8")


def mount(app: FastAPI) -> None:
    """Serve the widget's other files below /static."""
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")

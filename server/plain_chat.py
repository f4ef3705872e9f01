"""GET and POST /chat: the same assistant as plain HTML, for browsers without JavaScript. Only the last turn is shown."""

import uuid
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from actions.voice import Voice
from bot.messages import Incoming
from server.bodies import WebhookRequest, read_bytes, validate
from server.errors import Unprocessable
from server.languages import numbers
from server.parts import Parts

router = APIRouter(tags=["pages"])
OPENING = "/greet"
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
)


@router.get("/chat", summary="The assistant as plain HTML", response_class=HTMLResponse)
async def opening(request: Request, lang: str = "en") -> Response:
    """Return the page with the greeting, in the language `lang`."""
    return await _turn(request, {"message": OPENING, "language": lang}, said="")


@router.post("/chat", summary="Send a message from the plain page", response_class=HTMLResponse)
async def message(request: Request) -> Response:
    """Return the page with the reply to the form's message."""
    form = {
        name: values[0] for name, values in parse_qs((await read_bytes(request)).decode("utf-8", "replace")).items()
    }
    return await _turn(request, form, said="" if form.get("message", "").startswith("/") else form.get("message", ""))


async def _turn(request: Request, form: dict[str, str], *, said: str) -> Response:
    parts: Parts = request.app.state.parts
    try:
        body = validate(WebhookRequest, form)
    except Unprocessable:
        # An empty form, or a link with a wrong language: start afresh rather than show an error.
        body, said = WebhookRequest(message=OPENING), ""
    incoming = Incoming(body.message, body.sender or str(uuid.uuid4()), body.hint)
    client = request.client.host if request.client else "unknown"
    elements = await parts.pipeline.reply(incoming, admit=lambda: parts.rate_limit.admit(client))
    return HTMLResponse(_page(parts, incoming, elements, said), headers={"Cache-Control": "no-store"})


def _page(parts: Parts, incoming: Incoming, elements: list[dict[str, Any]], said: str) -> str:
    summary = elements[-1]["custom"]
    voice = Voice(parts.library, summary["language"])
    notice = f"notice_{summary['translation']}"
    return TEMPLATES.get_template("chat.html").render(
        said=said,
        sender=incoming.sender,
        texts=[element["text"] for element in elements[:-1]],
        buttons=[button for element in elements for button in element.get("buttons", [])],
        summary=summary,
        notice=voice.phrase(notice) if notice in voice.snapshot.phrases else "",
        sources=[
            voice.phrase("source", title=source["title"], date=source["checked_on"]) for source in summary["sources"]
        ],
        languages=list(parts.library.snapshot.languages.values()),
        numbers=numbers(parts),
        phrase=voice.phrase,
    )

"""GET /languages for the picker, GET /texts/{language} for the widget's own words."""

from typing import Any

from fastapi import APIRouter, Request

from actions.voice import Voice
from server.parts import Parts

router = APIRouter(tags=["languages"])
PREFIX = "widget_"
OTHERS = (
    "notice_machine",
    "notice_english",
    "source",
    "feedback_ask",
    "feedback_yes",
    "feedback_no",
    "feedback_thanks",
    "feedback_missing",
    "feedback_noted",
)


@router.get("/languages", summary="The languages that are served")
async def languages(request: Request) -> list[dict[str, str]]:
    """Return code, endonym, direction and level of every language, in the picker's order."""
    parts: Parts = request.app.state.parts
    served = parts.library.snapshot.languages.values()
    return [language.model_dump(include={"code", "name", "direction", "level"}) for language in served]


@router.get("/texts/{language}", summary="The widget's own words in a language")
async def texts(language: str, request: Request) -> dict[str, Any]:
    """Return the widget's texts; in English when the language is not served."""
    parts: Parts = request.app.state.parts
    voice = Voice(parts.library, language.split("-", maxsplit=1)[0].lower())
    keys = [key for key in voice.snapshot.phrases if key.startswith(PREFIX) or key in OTHERS]
    return {
        "language": voice.language.code,
        "direction": voice.language.direction,
        # Said as they stand: the widget fills in names and numbers.
        "texts": {key: voice.phrase(key) for key in keys} | numbers(parts),
    }


def numbers(parts: Parts) -> dict[str, str]:
    """Return the two numbers that the widget always shows."""
    snapshot = parts.library.snapshot
    return {
        "phone_general": snapshot.phones("general-enquiries")[0].number,
        "phone_emergency": snapshot.phones("emergency")[0].number,
    }

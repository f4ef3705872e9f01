"""The path of a message when something behind it fails, with fakes where Rasa and Redis would be."""

import asyncio
from collections.abc import Callable

import pytest

from bot.assistant import EmptyReplyError, _summary
from bot.crisis import load_gate
from bot.messages import Incoming
from bot.pipeline import Pipeline
from bot.recognizer import recognizer
from knowledge.library import Library, open_library
from server.errors import TooManyRequests

ANSWER = [
    {"text": "We are open."},
    {
        "text": "General enquiries",
        "custom": {"topic": "opening-hours", "kind": "not-known", "language": "en", "routes": ["general-enquiries"],
                   "suggestions": ["location"], "sources": [{"title": "Page", "checked_on": "2026-11-24"}]},
    },
]  # fmt: skip


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library()


@pytest.fixture
def pipeline(library: Library) -> Callable[..., Pipeline]:
    def make(answer: object) -> Pipeline:
        return Pipeline(library=library, gate=load_gate(), recognizer=recognizer(library.snapshot), answer=answer)

    return make


def ask(pipeline: Pipeline, text: str, **options: object) -> list[dict]:
    return asyncio.run(pipeline.reply(Incoming(text, "5b0a9a4e-0000-4000-8000-000000000000"), **options))


async def failing(_: Incoming) -> list[dict]:
    raise ValueError("a message that quotes the visitor")


async def answering(_: Incoming) -> list[dict]:
    return ANSWER


async def refusing() -> None:
    raise TooManyRequests("wait", 10)


@pytest.mark.parametrize(
    ("text", "language"),
    [("hello there", "en"), ("dzień dobry", "pl"), ("مرحبا كيف الحال", "ar"), ("آپ کون ہیں", "ur")],
)
def test_an_exception_gives_the_routes_in_the_visitors_language(pipeline, text: str, language: str) -> None:
    summary = ask(pipeline(failing), text)[-1]["custom"]
    assert (summary["kind"], summary["language"]) == ("fallback", language)
    assert summary["routes"] == ["general-enquiries", "womens-service", "peer-support", "commissioning"]


def test_what_an_exception_says_is_not_logged(pipeline, caplog: pytest.LogCaptureFixture) -> None:
    ask(pipeline(failing), "hello")
    assert "ValueError" in caplog.text
    assert "quotes" not in caplog.text


@pytest.mark.parametrize("elements", [[], [{"text": "only text"}], [{"custom": {"topic": None}}]])
def test_a_reply_without_words_or_summary_is_an_error(elements: list[dict]) -> None:
    with pytest.raises(EmptyReplyError):
        _summary(elements)


def test_a_cry_for_help_needs_neither_rasa_nor_redis_nor_admission(pipeline) -> None:
    summary = ask(pipeline(failing), "I want to kill myself", admit=refusing)[-1]["custom"]
    assert (summary["kind"], summary["crisis"]["level"]) == ("crisis", "explicit")
    assert [contact["id"] for contact in summary["contacts"]][:2] == ["emergency", "samaritans"]


def test_other_messages_wait_for_admission(pipeline) -> None:
    with pytest.raises(TooManyRequests):
        ask(pipeline(answering), "hello", admit=refusing)


def test_someone_worried_gets_the_contacts_and_the_answer(pipeline) -> None:
    elements = ask(pipeline(answering), "my son wants to kill himself, when are you open?")
    summary = elements[-1]["custom"]
    assert summary["crisis"]["third_party"]
    assert summary["topic"] == "opening-hours"
    assert "We are open." in [element.get("text") for element in elements]
    assert summary["contacts"][0]["id"] == "emergency"
    assert summary["contacts"][-1]["route"] == "general-enquiries"
    assert summary["sources"] == ANSWER[1]["custom"]["sources"]

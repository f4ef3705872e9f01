"""One turn with fakes where Rasa and Redis would be: a question that was not understood reaches the gap list, masked."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.assistant import Assistant
from bot.conversations import Conversation
from bot.gaps import Gap
from bot.messages import Incoming
from bot.recognizer import recognizer
from knowledge.store import Store


class UnsureRuntime:
    intents = frozenset({"greet"})

    async def handle(self, text: str, **_: object) -> tuple[list[dict], None]:
        custom = {"topic": None, "kind": "clarify", "language": "pl", "translation": "machine"}
        return [{"text": "Which?", "custom": custom}], None


class OneConversation:
    @asynccontextmanager
    async def turn(self, _: str) -> AsyncIterator[Conversation]:
        yield Conversation()


class GapList:
    def __init__(self) -> None:
        self.added: list[tuple[Gap, str]] = []

    async def add(self, gap: Gap, language: str) -> None:
        self.added.append((gap, language))


def ask(text: str) -> list[tuple[Gap, str]]:
    gaps = GapList()
    assistant = Assistant(UnsureRuntime(), OneConversation(), recognizer(Store().snapshot), gaps)
    asyncio.run(assistant.answer(Incoming(text, "5b0a9a4e-0000-4000-8000-000000000000")))
    return gaps.added


def test_a_question_that_was_not_understood_is_kept_masked_in_its_language() -> None:
    assert ask("nie wiem, mój numer 07700 900123") == [(Gap("nie wiem, mój numer •••", "unanswered"), "pl")]


def test_a_pressed_button_is_no_question() -> None:
    assert ask("/greet") == []

"""What happens to a message, in order. A new guard is one line in `Pipeline.reply`."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from actions.crisis import crisis_reply
from actions.reply import Element, Reply
from actions.voice import Voice
from bot.crisis import Crisis, CrisisGate
from bot.language import LanguageRecognizer
from bot.messages import Incoming
from bot.quiet import describe
from knowledge.library import Library

logger = logging.getLogger(__name__)


class Answering(Protocol):
    """Anything that answers a message within its deadline, or raises."""

    async def __call__(self, message: Incoming) -> list[Element]:
        """Return the elements of the reply."""


class Pipeline:
    """The visible list of what happens to a message. Needs neither Rasa nor Redis for a cry for help or a fallback."""

    def __init__(
        self,
        *,
        library: Library,
        gate: CrisisGate,
        recognizer: LanguageRecognizer,
        answer: Answering,
        count_failure: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._library = library
        self._gate = gate
        self._recognizer = recognizer
        self._answer = answer
        self._count_failure = count_failure

    async def reply(self, message: Incoming, admit: Callable[[], Awaitable[None]] | None = None) -> list[Element]:
        """Return the elements of the reply. Whatever fails on the way, the visitor gets the contact routes.

        `admit` is awaited for every message but a cry for help, and may raise to refuse the message (rate limits).
        """
        crisis = self._gate.check(message.text)
        if crisis and crisis.level == "explicit" and not crisis.third_party:
            return self._crisis_card(message, crisis)
        if admit and not crisis:
            await admit()
        elements = await self._answer_or_fallback(message)
        return self._with_crisis(message, crisis, elements) if crisis else elements

    async def _answer_or_fallback(self, message: Incoming) -> list[Element]:
        try:
            return await self._answer(message)
        except Exception as error:  # noqa: BLE001  the last line of defence: never silent, never a stack trace
            logger.error("turn failed: %s", describe(error))
            self._count_failure(type(error).__name__)
            return self._fallback(message)

    def _crisis_card(self, message: Incoming, crisis: Crisis) -> list[Element]:
        voice = self._voice(message)
        return _reply(voice, crisis).elements(voice)

    def _with_crisis(self, message: Incoming, crisis: Crisis, elements: list[Element]) -> list[Element]:
        """Put the caring line and the contacts before the answer; leave out an answer that is none."""
        said: dict[str, Any] = elements[-1]["custom"]
        voice = Voice(self._library, said["language"])
        card = _reply(voice, crisis)
        card.suggestions = said["suggestions"]
        if said["kind"] not in ("answer", "not-known"):
            return card.elements(voice)
        card.texts[1:] = [element["text"] for element in elements[:-1]]
        card.topic, card.also, card.routes = said["topic"], said.get("also", []), said["routes"]
        first, *rest = card.elements(voice)
        rest[-1]["custom"]["sources"] = said["sources"]
        return [first, *rest]

    def _fallback(self, message: Incoming) -> list[Element]:
        voice = self._voice(message)
        reply = Reply("fallback", [voice.phrase("fallback")], routes=list(voice.snapshot.contacts))
        return reply.elements(voice)

    def _voice(self, message: Incoming) -> Voice:
        return Voice(self._library, self._recognizer.recognise(message.text, hint=message.hint).language)


def _reply(voice: Voice, crisis: Crisis) -> Reply:
    return crisis_reply(voice, crisis.kind, level=crisis.level, third_party=crisis.third_party, young=crisis.young)

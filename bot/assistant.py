"""One turn of a conversation: recall it, recognise the language, mask, understand and answer, remember it."""

from typing import Any

from bot.clean import as_typed, is_payload
from bot.conversations import Conversation, Conversations
from bot.gaps import Gap, Gaps
from bot.language import LanguageRecognizer, Recognition
from bot.messages import Incoming
from bot.redact import redact
from bot.runtime import Runtime

Element = dict[str, Any]
# A language the visitor chose is left only for a message this long and this clear, in its own script.
CHOSEN_MIN_WORDS, CHOSEN_ABOVE = 3, 0.97


class EmptyReplyError(RuntimeError):
    """The turn ended without a word to say."""


class Assistant:
    """Answers messages with the Rasa agent. Use it from one event loop only."""

    def __init__(
        self, runtime: Runtime, conversations: Conversations, recognizer: LanguageRecognizer, gaps: Gaps
    ) -> None:
        self._runtime = runtime
        self._conversations = conversations
        self._recognizer = recognizer
        self._gaps = gaps

    async def answer(self, message: Incoming) -> list[Element]:
        """Return the elements of the reply; raise whatever went wrong, with the conversation as it was before."""
        async with self._conversations.turn(message.sender) as conversation:
            language = self._language(message, conversation)
            pressed = is_payload(message.text, self._runtime.intents)
            text = message.text if pressed else redact(as_typed(message.text))
            elements, conversation.tracker = await self._runtime.handle(
                text, sender=message.sender, language=language, remembered=conversation.tracker
            )
            summary = _summary(elements)
            _remember_language(conversation, language, message.hint, summary)
            if not pressed:
                conversation.question, conversation.topic = text, summary["topic"]
            if summary["kind"] == "clarify" and not pressed:
                await self._gaps.add(Gap(text, "unanswered"), conversation.language or language)
        return elements

    async def feedback(self, sender: str, *, helpful: bool, comment: str | None) -> None:
        """Note whether the last answer of the conversation `sender` helped. What did not help goes to the gap list, masked;
        nothing happens when the conversation is unknown or gone."""
        async with self._conversations.turn(sender) as conversation:
            if not helpful and conversation.question:
                said = redact(comment) if comment else None
                gap = Gap(conversation.question, "unhelpful", conversation.topic, said)
                await self._gaps.add(gap, conversation.language or "en")

    async def forget(self, sender: str) -> None:
        """Wipe the conversation `sender`."""
        await self._conversations.forget(sender)

    def _language(self, message: Incoming, conversation: Conversation) -> str:
        """Return the language to answer in."""
        picked = message.hint if message.hint != conversation.hint else None
        previous = None if picked else conversation.language
        if is_payload(message.text, self._runtime.intents):
            return self._recognizer.recognise("", previous=previous, hint=message.hint).language
        found = self._recognizer.recognise(message.text, previous=previous, hint=message.hint)
        if conversation.chosen and previous and not _overrules_choice(message.text, found):
            return previous
        return found.language


def _overrules_choice(text: str, found: Recognition) -> bool:
    return not found.romanised and found.confidence > CHOSEN_ABOVE and len(text.split()) >= CHOSEN_MIN_WORDS


def _remember_language(conversation: Conversation, asked_in: str, hint: str | None, summary: dict[str, Any]) -> None:
    answered_in = asked_in if summary["translation"] == "english" else summary["language"]
    if summary["topic"] == "language-request":
        conversation.chosen = True
    elif answered_in != conversation.language:
        conversation.chosen = False
    conversation.language, conversation.hint = answered_in, hint


def _summary(elements: list[Element]) -> dict[str, Any]:
    """Return the turn's summary; raise EmptyReplyError when nothing is said."""
    summaries = [element["custom"] for element in elements if "custom" in element]
    if len(summaries) != 1 or not any(element.get("text") for element in elements):
        raise EmptyReplyError
    found: dict[str, Any] = summaries[0]
    return found

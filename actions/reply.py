"""Puts a reply together in Rasa's REST shape, ending in the one element with `custom`, this turn's summary."""

from dataclasses import dataclass, field
from typing import Any, Literal

from actions.contacts import Card, in_words, route_card
from actions.voice import Voice

Kind = Literal["answer", "not-known", "clarify", "guide", "conversation", "crisis", "fallback"]
Element = dict[str, Any]
DEFAULT_ROUTE = "general-enquiries"


@dataclass
class Reply:
    """What one turn says. `texts` are shown in order; `suggestions` are topic ids offered as buttons;
    `copy` is text of theirs to take along."""

    kind: Kind
    texts: list[str]
    topic: str | None = None
    also: list[str] = field(default_factory=list)
    routes: list[str] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)
    buttons: list[dict[str, str]] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    crisis: dict[str, Any] | None = None
    copy: str | None = None

    def elements(self, voice: Voice) -> list[Element]:
        """Return the elements of the reply; buttons stand with the last one, after everything that is said."""
        cards = self.cards + [route_card(voice, route) for route in self.routes]
        offered = [topic_button(voice, topic) for topic in self.suggestions] + self.buttons
        summary = self._summary(voice, cards)
        last: Element = {"custom": summary}
        if cards or summary["translation"] in ("machine", "english"):
            last["text"] = "\n".join([*(in_words(voice, card) for card in cards), *_notice(voice, summary)])
        if offered:
            last["buttons"] = offered
        return [*({"text": text} for text in self.texts), last]

    def _summary(self, voice: Voice, cards: list[Card]) -> dict[str, Any]:
        sources = [{"title": voice.say(voice.snapshot.sources[topic.source].title), "checked_on": str(topic.checked_on)}
                   for topic in (voice.snapshot.topics[name] for name in self.sources)]  # fmt: skip
        return {
            "topic": self.topic,
            **({"also": self.also} if self.also else {}),
            "kind": self.kind,
            "suggestions": self.suggestions,
            "routes": self.routes,
            "contacts": cards,
            **_language(voice),
            "crisis": self.crisis,
            "sources": sources,
            **({"copy": self.copy} if self.copy else {}),
        }


def _language(voice: Voice) -> dict[str, str]:
    """Return the language of the reply: English when there is no current translation of what is said."""
    spoken = voice.snapshot.languages["en"] if voice.status == "english" else voice.language
    return {"language": spoken.code, "direction": spoken.direction, "translation": voice.status}


def topic_button(voice: Voice, topic: str) -> dict[str, str]:
    """Return the button that asks about `topic`. Its payload is Rasa's own shape: an intent with an entity."""
    return {"title": voice.label(topic), "payload": f'/answer{{"topic": "{topic}"}}'}


def _notice(voice: Voice, summary: dict[str, Any]) -> list[str]:
    """Return the notice for a translation that no person has checked, in the visitor's language."""
    status = summary["translation"]
    return [voice.phrase(f"notice_{status}")] if status in ("machine", "english") else []

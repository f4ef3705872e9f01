"""What an action needs to know of the turn it answers, read from Rasa's tracker in one place."""

from dataclasses import dataclass

from rasa_sdk import Tracker

from actions.voice import Voice
from knowledge.library import Library, current
from knowledge.schema import Topic

# Entities of the gazetteer have the category as type and the record's id as value.
Entities = dict[str, list[str]]


@dataclass(frozen=True)
class Turn:
    """One turn. `ranking`: topics the message may be about, likeliest first, with probabilities (0 to 1)."""

    library: Library
    language: str
    text: str
    intent: str
    confidence: float
    ranking: list[tuple[str, float]]
    entities: Entities
    previous_topic: str | None
    unsure_turns: int

    @property
    def topic(self) -> Topic | None:
        """The topic asked for: named by a button or by search, else the intent's; None when it is no topic."""
        named = self.entities.get("topic", [self.intent])[0]
        return self.library.snapshot.topics.get(named)

    @property
    def voice(self) -> Voice:
        """A new voice in the visitor's language."""
        return Voice(self.library, self.language)

    @property
    def is_pressed(self) -> bool:
        """Whether a button was pressed (its payload is an intent written as text)."""
        return self.text.startswith("/")


def read(tracker: Tracker) -> Turn:
    """Return the turn that `tracker` stands at."""
    message = tracker.latest_message
    library = current()
    topics = library.snapshot.topics
    return Turn(
        library=library,
        language=(message.get("metadata") or {}).get("language") or message.get("language") or "en",
        text=message.get("text") or "",
        intent=message["intent"].get("name") or "",
        confidence=message["intent"].get("confidence") or 0.0,
        ranking=[
            (row["name"], row["confidence"]) for row in message.get("intent_ranking", []) if row["name"] in topics
        ],
        entities=_entities(message),
        previous_topic=tracker.get_slot("topic"),
        unsure_turns=int(tracker.get_slot("unsure_turns") or 0),
    )


def _entities(message: dict) -> Entities:
    found: Entities = {}
    for entity in message.get("entities", []):
        found.setdefault(entity["entity"], []).append(entity["value"])
    return found

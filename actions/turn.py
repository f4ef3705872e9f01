"""What an action needs to know of the turn it answers, read from Rasa's tracker in one place."""

from dataclasses import dataclass

from rasa_sdk import Tracker

from actions.memory import SLOT, Memory
from actions.voice import Voice
from knowledge.library import Library, current
from knowledge.schema import Topic

# Entities of the gazetteer have the category as type and the record's id as value.
Entities = dict[str, list[str]]


@dataclass(frozen=True)
class Turn:
    """One turn. `ranking`: topics the message may be about, likeliest first, with probabilities (0 to 1);
    `needs`: the two topics of a message that asks for two things, else empty."""

    library: Library
    language: str
    text: str
    intent: str
    confidence: float
    ranking: list[tuple[str, float]]
    needs: list[str]
    entities: Entities
    memory: Memory

    @property
    def topic(self) -> Topic | None:
        """The topic asked for: named by a button or by search, else the intent's; None when it is no topic."""
        return self.library.snapshot.topics.get(self.entity("topic") or self.intent)

    @property
    def previous(self) -> Topic | None:
        """The topic answered before this turn."""
        return self.library.snapshot.topics.get(self.memory.topic or "")

    @property
    def voice(self) -> Voice:
        """A new voice in the visitor's language."""
        return Voice(self.library, self.language)

    @property
    def is_pressed(self) -> bool:
        """Whether a button was pressed (its payload is an intent written as text)."""
        return self.text.startswith("/")

    def entity(self, kind: str) -> str | None:
        """Return the first value of the entity `kind`, if the message has one."""
        return next(iter(self.entities.get(kind, [])), None)


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
        needs=message.get("needs") or [],
        entities=_entities(message),
        memory=Memory.from_slot(tracker.get_slot(SLOT)),
    )


def _entities(message: dict) -> Entities:
    found: Entities = {}
    for entity in message.get("entities", []):
        found.setdefault(entity["entity"], []).append(entity["value"])
    return found

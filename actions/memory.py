"""What the assistant remembers of a conversation between two turns: one Rasa slot, plain data."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any

SLOT = "memory"
# Topics that "go back" can reach.
TRAIL_LENGTH = 6


@dataclass(frozen=True)
class Memory:
    """`trail`: topics answered, the last one last; `offered`: topics offered as buttons by the last reply; `easy`: whether
    the visitor asked for easy words; `unsure_turns`: turns in a row that were not understood; `flow`: the questions under way
    (`guide` or `professional`), with `answers` (question id -> option id, None when skipped); `said`: the last reply, and
    `times` how often it was given in a row."""

    trail: list[str] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)
    easy: bool = False
    unsure_turns: int = 0
    flow: str | None = None
    answers: dict[str, str | None] = field(default_factory=dict)
    said: str = ""
    times: int = 0

    @property
    def topic(self) -> str | None:
        """The topic answered last."""
        return self.trail[-1] if self.trail else None

    def after(self, topic: str) -> list[str]:
        """Return the trail with `topic` answered."""
        return [*(self.trail if self.topic != topic else self.trail[:-1]), topic][-TRAIL_LENGTH:]

    def as_slot(self) -> dict[str, Any]:
        """Return the value for the slot."""
        return asdict(self)

    @classmethod
    def from_slot(cls, value: dict[str, Any] | None) -> Memory:
        """Return the memory that `as_slot` wrote; a new one for None. Fields of another version are left out."""
        known = {item.name for item in fields(cls)}
        return cls(**{name: part for name, part in (value or {}).items() if name in known})

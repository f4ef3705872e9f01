"""The evaluation messages."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MESSAGES = Path(__file__).parent / "messages"


@dataclass(frozen=True)
class Message:
    """A message with what is right: `labels` are topic ids (any of them), or one crisis label when `is_crisis`."""

    language: str
    text: str
    labels: frozenset[str]
    style: str
    is_crisis: bool
    is_romanised: bool

    @property
    def label(self) -> str:
        """The first of the labels in alphabetical order, for tables."""
        return min(self.labels)


def read_messages(language: str, folder: Path = MESSAGES) -> list[Message]:
    """Return the topic and crisis messages of `language`."""
    return [*_read(folder / f"{language}.jsonl"), *_read(folder / f"{language}.crisis.jsonl")]


def _read(path: Path) -> Iterator[Message]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        is_crisis = path.name.endswith(".crisis.jsonl")
        labels = frozenset([row["label"], *([] if is_crisis else row.get("also", []))])
        yield Message(row["lang"], row["text"], labels, row["style"], is_crisis, row.get("script") == "latin")

"""A visitor's message as the rest of the assistant gets it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Incoming:
    """A message: `text` as typed, cleaned of control characters; `sender`: the conversation's UUID; `hint`: the language
    of the page or picker (BCP 47), if any."""

    text: str
    sender: str
    hint: str | None = None

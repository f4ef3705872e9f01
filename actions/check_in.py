"""The caring check-in for messages in which only the classifier sees a cry for help."""

from typing import cast

from actions.crisis import crisis_reply
from actions.outcome import Outcome
from actions.turn import Turn
from knowledge.schema import CrisisKind

INTENT_PREFIX = "crisis-"


def check_in(asked: Turn) -> Outcome | None:
    """Return the check-in of the kind that the classifier named; None when it sees no cry for help."""
    if not asked.intent.startswith(INTENT_PREFIX):
        return None
    kind = cast(CrisisKind, asked.intent.removeprefix(INTENT_PREFIX))
    voice = asked.voice
    return Outcome(crisis_reply(voice, kind, level="possible"), voice, asked.memory)

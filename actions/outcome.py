"""What an action hands back: a reply, the voice it was said in, and the slots to remember."""

from dataclasses import dataclass, field
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.reply import Reply
from actions.voice import Voice


@dataclass
class Outcome:
    """The reply of one action with its voice; `events` are Rasa events, such as slots to set."""

    reply: Reply
    voice: Voice
    events: list[dict[str, Any]] = field(default_factory=list)


def utter(dispatcher: CollectingDispatcher, outcome: Outcome) -> list[dict[str, Any]]:
    """Utter the reply, one message an element, and return the events."""
    for element in outcome.reply.elements(outcome.voice):
        dispatcher.utter_message(
            text=element.get("text"), buttons=element.get("buttons"), json_message=element.get("custom")
        )
    return outcome.events

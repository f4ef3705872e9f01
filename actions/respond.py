"""The assistant's one action: tries what a message may be, in order. A new kind of answer is one line in `HANDLERS`."""

from collections.abc import Callable
from dataclasses import replace

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import turn
from actions.answer import answer
from actions.check_in import check_in
from actions.clarify import clarify
from actions.contact_question import contact_question
from actions.flow import flow_step
from actions.follow_up import follow_up
from actions.language_request import language_request
from actions.memory import SLOT
from actions.outcome import Outcome
from actions.remit import small_talk, somebodys_details
from actions.steady import steady
from actions.turn import Turn

HANDLERS: tuple[Callable[[Turn], Outcome | None], ...] = (
    flow_step,
    follow_up,
    check_in,
    language_request,
    somebodys_details,
    contact_question,
    small_talk,
    answer,
    clarify,
)


class ActionRespond(Action):
    """Answers the turn with the first handler that has an answer; the last one always has."""

    def name(self) -> str:
        """Return the name under which domain.yml knows this action."""
        return "action_respond"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list:
        """Utter the reply, one message an element; return the memory as a slot."""
        outcome = respond(turn.read(tracker))
        for element in outcome.reply.elements(outcome.voice):
            dispatcher.utter_message(
                text=element.get("text"), buttons=element.get("buttons"), json_message=element.get("custom")
            )
        return [SlotSet(SLOT, outcome.memory.as_slot())]


def respond(asked: Turn) -> Outcome:
    """Return the answer to `asked`, with what to remember."""
    outcome = steady(asked, next(found for handler in HANDLERS if (found := handler(asked)) is not None))
    unsure = asked.memory.unsure_turns + 1 if outcome.reply.kind == "clarify" else 0
    outcome.memory = replace(outcome.memory, offered=outcome.reply.suggestions, unsure_turns=unsure)
    return outcome

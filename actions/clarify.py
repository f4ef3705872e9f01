"""Asks back when the message is not understood; twice in a row, gives the contact routes instead."""

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import turn
from actions.outcome import Outcome, utter
from actions.reply import Reply
from actions.turn import Turn

OFFERED = 3
START = ["about-service", "who-we-help", "general-enquiries"]
# Never offered as a guess: they answer nothing.
NOT_OFFERED = {"greet", "closing", "out-of-scope", "complaint"}


class ActionClarify(Action):
    """Offers the likeliest topics."""

    def name(self) -> str:
        """Return the name under which domain.yml knows this action."""
        return "action_clarify"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list:
        """Utter the question; count the turns in a row that were not understood."""
        return utter(dispatcher, clarify(turn.read(tracker)))


def clarify(asked: Turn) -> Outcome:
    """Return the question which topic is meant, or the contact routes when it was asked the turn before."""
    again = asked.unsure_turns >= 1
    voice = asked.voice
    reply = Reply(
        kind="clarify",
        texts=[voice.phrase("clarify_routes" if again else "clarify")],
        routes=list(asked.library.snapshot.contacts) if again else ["general-enquiries"],
        suggestions=likeliest(asked),
    )
    if not again:
        reply.buttons = [{"title": voice.phrase("none_of_these"), "payload": "/none-of-these"}]
    return Outcome(reply, voice, [SlotSet("unsure_turns", asked.unsure_turns + 1)])


def likeliest(asked: Turn) -> list[str]:
    """Return the three topics most likely meant; general ones when nothing is known of the message."""
    guesses = [name for name, _ in asked.ranking if name not in NOT_OFFERED]
    return list(dict.fromkeys([*guesses, *START]))[:OFFERED]

"""Changes the language of the conversation when the visitor asks for another."""

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import turn
from actions.answer import topic_answer
from actions.clarify import clarify
from actions.outcome import Outcome, utter
from actions.reply import Reply
from actions.turn import Turn
from actions.voice import Voice


class ActionLanguageRequest(Action):
    """Goes on in the language that was named; names the languages there are when none was."""

    def name(self) -> str:
        """Return the name under which domain.yml knows this action."""
        return "action_language_request"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list:
        """Utter the reply, in the new language."""
        asked = turn.read(tracker)
        return utter(dispatcher, switched(asked) or topic_answer(asked) or clarify(asked))


def switched(asked: Turn) -> Outcome | None:
    """Return the confirmation in the language that was named; None when none, or none that is served, was named."""
    named = [code for code in asked.entities.get("language", []) if code in asked.library.snapshot.languages]
    if not named:
        return None
    voice = Voice(asked.library, named[-1])
    reply = Reply(
        "conversation", [voice.phrase("now_in_language")], topic="language-request", suggestions=offered(asked)
    )
    return Outcome(reply, voice)


def offered(asked: Turn) -> list[str]:
    """Return the topics to go on with: what was talked about, then where most people start."""
    before = [asked.previous_topic] if asked.previous_topic else []
    return [*before, *(topic for topic in asked.library.snapshot.topics["greet"].related if topic not in before)][:3]

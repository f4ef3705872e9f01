"""Answers a topic from the knowledge base."""

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import contact_question, turn
from actions.clarify import clarify
from actions.outcome import Outcome, utter
from actions.reply import Kind, Reply
from actions.turn import Turn
from knowledge.schema import Topic

# Below this calibrated confidence the answer says that it may be the wrong one (chosen in docs/decisions/0003).
SURE = 0.6
# An alternative less likely than this is no help as a button.
PLAUSIBLE = 0.03
OFFERED = 3
KINDS: dict[str, Kind] = {
    "service": "answer",
    "fact": "answer",
    "remit": "answer",
    "not-known": "not-known",
    "conversation": "conversation",
}


# Topics that "what's the number?" may refer back to.
FOLLOWED_UP = ("service", "fact", "not-known")


class ActionAnswer(Action):
    """Answers the topic of the message, or the question about the contact of the topic before it."""

    def name(self) -> str:
        """Return the name under which domain.yml knows this action."""
        return "action_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list:
        """Utter the answer; return the slots that remember it."""
        asked = turn.read(tracker)
        outcome = contact_question.answer(asked) or topic_answer(asked) or clarify(asked)
        return utter(dispatcher, outcome)


def topic_answer(asked: Turn) -> Outcome | None:
    """Return the answer to the topic of `asked`; None when the message names no topic."""
    topic = asked.topic
    if topic is None:
        return None
    voice = asked.voice
    hedge = [] if is_sure(asked) else [voice.phrase("hedge")]
    reply = Reply(
        kind=KINDS[topic.kind],
        texts=[*hedge, voice.say(topic.description, languages=_languages(asked))],
        topic=topic.id,
        routes=[topic.contact] if topic.contact else [],
        suggestions=suggestions(asked, topic),
        sources=[topic.id] if topic.kind != "conversation" else [],
    )
    remembered = [SlotSet("unsure_turns", 0)]
    if topic.kind in FOLLOWED_UP:
        remembered.append(SlotSet("topic", topic.id))
    return Outcome(reply, voice, remembered)


def is_sure(asked: Turn) -> bool:
    """Return whether the answer may be given without saying that it may be the wrong one."""
    return asked.is_pressed or asked.confidence >= SURE


def suggestions(asked: Turn, topic: Topic) -> list[str]:
    """Return up to three topics to offer: the likely alternatives, then what belongs to the topic."""
    if topic.id == "greet":
        return topic.related
    others = [] if asked.is_pressed else [name for name, chance in asked.ranking[:4] if chance >= PLAUSIBLE]
    chosen = dict.fromkeys([*others[:OFFERED], *topic.related])
    chosen.pop(topic.id, None)
    return [name for name in chosen if name != "out-of-scope"][:OFFERED]


def _languages(asked: Turn) -> str:
    return ", ".join(language.name for language in asked.library.snapshot.full_languages())

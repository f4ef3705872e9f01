"""Short, kind answers to messages that ask for nothing: rudeness, and empty talk."""

from actions.outcome import Outcome
from actions.reply import Reply
from actions.turn import Turn

# An insult in a longer message does not hide the question in it.
INSULT_WORDS = 4


def small_talk(asked: Turn) -> Outcome | None:
    """Return the answer to an insult or to empty talk; None for any other message."""
    if "insult" in asked.entities and len(asked.text.split()) <= INSULT_WORDS and not asked.is_pressed:
        return _say(asked, "insult", "out-of-scope", ["general-enquiries"])
    if asked.intent == "reply":
        return _say(asked, "small_talk", "closing", [])
    return None


def _say(asked: Turn, phrase: str, topic: str, routes: list[str]) -> Outcome:
    voice = asked.voice
    reply = Reply("conversation", [voice.phrase(phrase)], topic=topic, routes=routes)
    reply.suggestions = ["about-service", "who-we-help", "general-enquiries"]
    return Outcome(reply, voice, asked.memory)

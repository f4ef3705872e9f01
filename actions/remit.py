"""Short, kind answers to messages that ask for nothing: rudeness, empty talk, and somebody's details."""

from actions.answer import SURE
from actions.outcome import Outcome
from actions.reply import Reply
from actions.turn import Turn

# What `bot.redact` puts in place of what could identify somebody.
MASK = "•••"
# An insult in a longer message does not hide the question in it.
INSULT_WORDS = 4


def small_talk(asked: Turn) -> Outcome | None:
    """Return the answer to an insult or to empty talk; None for any other message."""
    if "insult" in asked.entities and len(asked.text.split()) <= INSULT_WORDS and not asked.is_pressed:
        return _say(asked, "insult", "out-of-scope", ["general-enquiries"])
    if asked.intent == "reply":
        return _say(asked, "small_talk", "closing", [])
    return None


def somebodys_details(asked: Turn) -> Outcome | None:
    """Decline a message that mostly gives details of a person, which are masked already; None for any other message."""
    is_question = asked.confidence >= SURE and asked.intent != "ask-name"
    if MASK not in asked.text or is_question or asked.is_pressed:
        return None
    return _say(asked, "no_client_details", "privacy", ["general-enquiries"])


def _say(asked: Turn, phrase: str, topic: str, routes: list[str]) -> Outcome:
    voice = asked.voice
    reply = Reply("conversation", [voice.phrase(phrase)], topic=topic, routes=routes)
    reply.suggestions = ["about-service", "who-we-help", "general-enquiries"]
    return Outcome(reply, voice, asked.memory)

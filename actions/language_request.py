"""Changes the language of the conversation when the visitor asks for another."""

from actions.answer import topic_answer
from actions.outcome import Outcome
from actions.reply import Reply
from actions.turn import Turn
from actions.voice import Voice

INTENT = "language-request"


def language_request(asked: Turn) -> Outcome | None:
    """Go on in the language that was named, and say so in it; None when the message is about something else."""
    if asked.intent != INTENT:
        return None
    named = [code for code in asked.entities.get("language", []) if code in asked.library.snapshot.languages]
    if not named:
        return topic_answer(asked, asked.library.snapshot.topics[INTENT])
    voice = Voice(asked.library, named[-1])
    reply = Reply("conversation", [voice.phrase("now_in_language")], topic=INTENT, suggestions=offered(asked))
    return Outcome(reply, voice, asked.memory)


def offered(asked: Turn) -> list[str]:
    """Return the topics to go on with: what was talked about, then where most people start."""
    before = [asked.memory.topic] if asked.memory.topic else []
    return [*before, *(topic for topic in asked.library.snapshot.topics["greet"].related if topic not in before)][:3]

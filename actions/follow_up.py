"""Answers a message that only makes sense after the turn before: "what else?", "say it simpler", "the first one", "yes"."""

from collections.abc import Callable
from dataclasses import replace

from actions.answer import topic_answer
from actions.clarify import clarify
from actions.flow import start
from actions.outcome import Outcome
from actions.reply import Reply
from actions.turn import Turn


def follow_up(asked: Turn) -> Outcome | None:
    """Return the answer to a whole-message reply (gazetteer category `reply`); None for any other message."""
    kind = asked.entity("reply") if asked.intent == "reply" else None
    return REPLIES[kind](asked) if kind in REPLIES else None


def more(asked: Turn) -> Outcome | None:
    """Return what else our page says about the topic before."""
    topic, voice = asked.previous, asked.voice
    if topic is None:
        return None
    texts = [voice.say(text) for text in topic.details]
    opening = voice.phrase("more_about" if texts else "no_more")
    routes = [topic.contact] if topic.contact else []
    reply = Reply(
        "answer", [opening, *texts], topic.id, routes=routes, suggestions=topic.related[:3], sources=[topic.id]
    )
    return Outcome(reply, voice, asked.memory)


def easier(asked: Turn) -> Outcome:
    """Go on in easy words, beginning with the answer before."""
    return _change_words(asked, easy=True)


def usual(asked: Turn) -> Outcome:
    """Go on in the usual words."""
    return _change_words(asked, easy=False)


def back(asked: Turn) -> Outcome:
    """Answer the topic before the last one again."""
    earlier = replace(asked.memory, trail=asked.memory.trail[:-1])
    topic = asked.library.snapshot.topics.get(earlier.topic or "")
    return topic_answer(asked, topic, memory=earlier) if topic else _say(asked, "nothing_before")


def repeat(asked: Turn) -> Outcome:
    """Answer the last topic again."""
    return topic_answer(asked, asked.previous) if asked.previous else _say(asked, "nothing_before")


def chosen(position: int) -> Callable[[Turn], Outcome | None]:
    """Return a handler that answers the topic offered at `position` (from 0)."""

    def choose(asked: Turn) -> Outcome | None:
        offered = asked.memory.offered
        topic = asked.library.snapshot.topics.get(offered[position]) if position < len(offered) else None
        return topic_answer(asked, topic) if topic else None

    return choose


def declined(asked: Turn) -> Outcome:
    """Leave it at that, and stay open."""
    return _say(asked, "offer_declined")


def reason(asked: Turn) -> Outcome | None:
    """Say why this contact: our page gives it for the topic."""
    topic, voice = asked.previous, asked.voice
    if topic is None or topic.contact is None:
        return None
    text = voice.phrase("contact_reason", topic=voice.say(topic.name))
    reply = Reply("answer", [text], topic.id, routes=[topic.contact], suggestions=topic.related[:3], sources=[topic.id])
    return Outcome(reply, voice, asked.memory)


def _change_words(asked: Turn, *, easy: bool) -> Outcome:
    memory = replace(asked.memory, easy=easy)
    opening = "easy_on" if easy else "easy_off"
    if asked.previous:
        return topic_answer(asked, asked.previous, said_first=opening, memory=memory)
    outcome = _say(asked, opening)
    outcome.memory = memory
    return outcome


def _say(asked: Turn, phrase: str) -> Outcome:
    voice = asked.voice
    related = asked.library.snapshot.topics["greet"].related[:3]
    return Outcome(Reply("conversation", [voice.phrase(phrase)], suggestions=related), voice, asked.memory)


REPLIES: dict[str | None, Callable[[Turn], Outcome | None]] = {
    "more": more,
    "easier": easier,
    "usual": usual,
    "back": back,
    "repeat": repeat,
    "first": chosen(0),
    "second": chosen(1),
    "third": chosen(2),
    "yes": chosen(0),
    "no": declined,
    "none": clarify,
    "reason": reason,
    "guide": lambda asked: start(asked, "guide"),
    "professional": lambda asked: start(asked, "professional"),
}

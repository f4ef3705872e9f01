"""Answers a topic from the knowledge base; two topics when the message asks for two things."""

from dataclasses import replace

from actions.memory import Memory
from actions.outcome import Outcome
from actions.reply import Kind, Reply
from actions.turn import Turn
from actions.voice import Voice
from knowledge.schema import Topic

# Below this calibrated confidence the answer says that it may be the wrong one (docs/decisions/0003-understanding.md).
SURE = 0.6
# An alternative less likely than this is no help as a button.
PLAUSIBLE = 0.01
OFFERED = 3
KINDS: dict[str, Kind] = {
    "service": "answer",
    "fact": "answer",
    "remit": "answer",
    "not-known": "not-known",
    "conversation": "conversation",
}
# Topics that a follow-up ("what's the number?", "what else?") may refer back to.
FOLLOWED_UP = ("service", "fact", "not-known")
# Of two needs the first of these is answered first; the others in the order they were asked in.
URGENT = (
    "early-identification",
    "liaison-and-diversion",
    "womens-service",
    "clinical-advice",
    "legal-advice",
    "referral",
)


def answer(asked: Turn) -> Outcome | None:
    """Return the answer to the topic, or the two topics, of `asked`; None when the message names no topic."""
    if len(asked.needs) > 1 and not asked.is_pressed:
        return two_needs(asked)
    return topic_answer(asked, asked.topic) if asked.topic else None


def topic_answer(asked: Turn, topic: Topic, *, said_first: str | None = None, memory: Memory | None = None) -> Outcome:
    """Return the answer to `topic`. `said_first`: the key of a phrase to begin with; `memory`: instead of the turn's."""
    voice, remembered = asked.voice, memory or asked.memory
    opening = said_first or (None if is_sure(asked) else "hedge")
    reply = Reply(
        kind=KINDS[topic.kind],
        texts=[*([voice.phrase(opening)] if opening else []), words(voice, topic, remembered)],
        topic=topic.id,
        routes=[topic.contact] if topic.contact else [],
        suggestions=suggestions(asked, topic),
        buttons=_lane_button(asked, voice, topic),
        sources=[topic.id] if topic.kind != "conversation" else [],
    )
    trail = remembered.after(topic.id) if topic.kind in FOLLOWED_UP else remembered.trail
    return Outcome(reply, voice, replace(remembered, trail=trail))


def two_needs(asked: Turn) -> Outcome:
    """Return the answers to both needs, the more urgent one first, with one contact card where they share it."""
    topics = asked.library.snapshot.topics
    ordered = sorted(asked.needs[:2], key=lambda name: URGENT.index(name) if name in URGENT else len(URGENT))
    first, second = (topics[name] for name in ordered)
    outcome = topic_answer(asked, first)
    reply, voice = outcome.reply, outcome.voice
    reply.texts = [
        words(voice, first, asked.memory),
        f"{voice.phrase('also_asked')} {words(voice, second, asked.memory)}",
    ]
    reply.also, reply.sources = [second.id], list(dict.fromkeys([*reply.sources, second.id]))
    reply.routes = list(dict.fromkeys([*reply.routes, *([second.contact] if second.contact else [])]))
    reply.suggestions = [name for name in reply.suggestions if name != second.id]
    return outcome


def words(voice: Voice, topic: Topic, memory: Memory) -> str:
    """Return what is said about `topic`: its easy words when the visitor asked for them."""
    languages = ", ".join(language.name for language in voice.snapshot.full_languages())
    return voice.say(topic.easy if memory.easy else topic.description, languages=languages)


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


def _lane_button(asked: Turn, voice: Voice, topic: Topic) -> list[dict[str, str]]:
    """Return the way into the questions: the professionals' for a professional who refers, the guide at the start."""
    if topic.id == "referral" and "professional" in asked.entities.get("audience", []):
        return [{"title": voice.phrase("lane_name"), "payload": '/flow{"flow": "professional"}'}]
    if topic.id in ("greet", "who-we-help", "about-service"):
        return [{"title": voice.phrase("guide_name"), "payload": '/flow{"flow": "guide"}'}]
    return []

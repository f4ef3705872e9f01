"""Answers "what's the number?", "who do I ask for?" and "email?" about the topic that was just answered."""

from actions.outcome import Outcome
from actions.reply import Reply
from actions.turn import Turn
from actions.voice import Voice
from knowledge.schema import Contact

# A longer message is a question of its own, not a follow-up.
FOLLOW_UP_WORDS = 6
ASKING = ("general-enquiries", "ask-name")


def contact_question(asked: Turn) -> Outcome | None:
    """Return the number, name or e-mail that was asked for; None when the message asks for none of these."""
    if asked.intent not in ASKING or asked.is_pressed:
        return None
    topic = asked.previous or asked.library.snapshot.topics["general-enquiries"]
    route, voice = topic.contact or "general-enquiries", asked.voice
    text = _text(asked, voice, asked.library.snapshot.contacts[route])
    if text is None:
        return None
    named = topic.id if route != "general-enquiries" else "general-enquiries"
    reply = Reply("answer", [text], named, routes=[route], suggestions=topic.related[:3], sources=[topic.id])
    return Outcome(reply, voice, asked.memory)


def _text(asked: Turn, voice: Voice, contact: Contact) -> str | None:
    channels = asked.entities.get("channel", [])
    if "email" in channels and contact.email is None:
        return voice.phrase("no_email", phone=_number(voice, contact))
    if "phone" in channels and asked.previous and len(asked.text.split()) <= FOLLOW_UP_WORDS:
        return _phone(voice, contact)
    return _name(voice, contact) if asked.intent == "ask-name" else None


def _phone(voice: Voice, contact: Contact) -> str:
    key = "reached_through" if contact.reached_through else "contact_number"
    return voice.phrase(key, heading=voice.say(contact.heading), phone=_number(voice, contact))


def _name(voice: Voice, contact: Contact) -> str:
    if contact.name is None or contact.title is None:
        return voice.phrase("contact_no_name")
    return voice.phrase("contact_name", name=contact.name, title=voice.say(contact.title))


def _number(voice: Voice, contact: Contact) -> str:
    return voice.isolate(voice.snapshot.phones(contact.id)[0].number)

"""Contact cards: who to call, as data for the page and in words for everyone else."""

from typing import Any

from actions.voice import Voice
from knowledge.schema import CrisisContact, Phone

Card = dict[str, Any]


def route_card(voice: Voice, route: str) -> Card:
    """Return the contact card of a route (`contract.md`: `contacts`), its words in the visitor's language."""
    contact = voice.snapshot.contacts[route]
    return {
        "route": route,
        "heading": voice.say(contact.heading),
        "name": contact.name,
        "title": voice.say(contact.title) if contact.title else None,
        "phones": _voice_numbers(voice.snapshot.phones(route)),
        "email": contact.email,
        "note": voice.say(contact.description),
    }


def crisis_card(voice: Voice, contact: CrisisContact) -> Card:
    """Return the card of an emergency contact; text lines stand in `texts` with the word to send."""
    return {
        "id": contact.id,
        "heading": voice.say(contact.name),
        "name": voice.say(contact.name),
        "title": None,
        "phones": _voice_numbers(contact.phones),
        "texts": [{"number": phone.number, "body": phone.body} for phone in contact.phones if phone.type == "sms"],
        "email": None,
        "note": voice.say(contact.description),
    }


def in_words(voice: Voice, card: Card) -> str:
    """Return a card as plain text, for channels that show nothing but text."""
    person = ", ".join(part for part in (card["name"], card["title"]) if part and part != card["heading"])
    numbers = ", ".join(voice.isolate(number) for number in card["phones"])
    texts = ", ".join(f"{text['body']} → {voice.isolate(text['number'])}" for text in card.get("texts", []))
    reached = ", ".join(part for part in (person, numbers, texts, card["email"]) if part)
    return f"{card['heading']}: {reached}"


def _voice_numbers(phones: list[Phone]) -> list[str]:
    return [phone.number for phone in phones if phone.type != "sms"]

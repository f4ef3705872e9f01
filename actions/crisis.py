"""The fixed crisis cards. Needs nothing but the content, so that it works with every other part down."""

from actions.contacts import crisis_card
from actions.reply import Reply
from actions.voice import Voice
from knowledge.schema import CrisisContact, CrisisKind


def crisis_reply(
    voice: Voice, kind: CrisisKind, *, level: str, third_party: bool = False, young: bool = False
) -> Reply:
    """Return the fixed card of `kind` in `voice`: `level` is `explicit` or `possible`; the words for a worried person
    when `third_party`; the lines for young people first when `young`."""
    card = voice.snapshot.crisis_cards[kind]
    words = card.third_party if third_party else getattr(card, level)
    return Reply(
        kind="crisis",
        texts=[voice.say(words), voice.phrase("crisis_open")],
        topic="crisis",
        cards=[crisis_card(voice, contact) for contact in contacts(voice, kind, young=young)],
        crisis={"level": level, "kind": kind, "third_party": third_party},
    )


def contacts(voice: Voice, kind: CrisisKind, *, young: bool) -> list[CrisisContact]:
    """Return the emergency contacts of `kind`: emergency services first, then those for young people and the language's own."""
    card, known = voice.snapshot.crisis_cards[kind], voice.snapshot.crisis_contacts
    chosen = [card.contacts[0], *(card.young_contacts if young else []), *card.contacts[1:]]
    spoken = [record.id for record in known.values() if voice.language.code in (record.languages or [])]
    everyone = [known[name] for name in dict.fromkeys([*chosen, *spoken])]
    return [contact for contact in everyone if not contact.languages or voice.language.code in contact.languages]

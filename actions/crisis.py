"""The fixed crisis cards, and the caring check-in for messages in which only the classifier sees a cry for help."""

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import turn
from actions.contacts import crisis_card
from actions.outcome import Outcome, utter
from actions.reply import Reply
from actions.voice import Voice
from knowledge.schema import CrisisContact, CrisisKind

INTENT_PREFIX = "crisis-"


class ActionCheckIn(Action):
    """Asks nothing and judges nothing: a caring line with the contacts."""

    def name(self) -> str:
        """Return the name under which domain.yml knows this action."""
        return "action_check_in"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list:
        """Utter the check-in of the kind that the classifier named."""
        asked = turn.read(tracker)
        kind = asked.intent.removeprefix(INTENT_PREFIX)
        return utter(dispatcher, Outcome(reply(asked.voice, kind, level="possible"), asked.voice))  # type: ignore[arg-type]


def reply(voice: Voice, kind: CrisisKind, *, level: str, third_party: bool = False, young: bool = False) -> Reply:
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
    """Return the emergency contacts of `kind`, emergency services first, then those for young people and the language's own."""
    card = voice.snapshot.crisis_cards[kind]
    chosen = [card.contacts[0], *(card.young_contacts if young else []), *card.contacts[1:]]
    spoken = [
        record.id
        for record in voice.snapshot.crisis_contacts.values()
        if voice.language.code in (record.languages or [])
    ]
    everyone = [voice.snapshot.crisis_contacts[name] for name in dict.fromkeys([*chosen, *spoken])]
    return [contact for contact in everyone if not contact.languages or voice.language.code in contact.languages]

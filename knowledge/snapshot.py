"""Everything the assistant knows at one moment, checked and unchangeable."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from knowledge.questions import Flow, Guide
from knowledge.schema import (
    Contact,
    CrisisCard,
    CrisisContact,
    Eligibility,
    Language,
    Organization,
    Phone,
    Source,
    Topic,
)

Terms = Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]


@dataclass(frozen=True)
class Snapshot:
    """One checked version of the content. Every mapping goes from a record's id to the record.

    `terms`: category -> id -> language -> words.  `crisis_contacts_source` is the id of their source.
    `version`: a hash of the files, so that two snapshots of the same content are equal.
    """

    version: str
    organization: Organization
    sources: Mapping[str, Source]
    contacts: Mapping[str, Contact]
    eligibility: tuple[Eligibility, ...]
    topics: Mapping[str, Topic]
    crisis_contacts: Mapping[str, CrisisContact]
    crisis_cards: Mapping[str, CrisisCard]
    languages: Mapping[str, Language]
    guide: Guide
    professionals: Flow
    phrases: Mapping[str, str]
    terms: Terms

    def phones(self, contact_id: str) -> list[Phone]:
        """Return the phones that reach `contact_id` (a contact route or a crisis contact), following `reached_through`."""
        if contact_id in self.crisis_contacts:
            return self.crisis_contacts[contact_id].phones
        contact = self.contacts[contact_id]
        return self.phones(contact.reached_through) if contact.reached_through else contact.phones

    def full_languages(self) -> list[Language]:
        """Return the languages in which every answer is given."""
        return [language for language in self.languages.values() if language.level == "full"]


def frozen(mapping: dict) -> Mapping:
    """Return a read-only view of `mapping`."""
    return MappingProxyType(mapping)

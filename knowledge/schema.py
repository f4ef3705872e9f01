"""The records of the knowledge base. Field names follow HSDS 3.0 (Open Referral) where it has one.

Each model refuses fields it does not know, so that a misspelt field is an error and not a silent loss.
"""

import re
from datetime import date
from typing import Annotated, Literal

import phonenumbers
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

TopicKind = Literal["service", "fact", "not-known", "remit", "conversation"]
CrisisKind = Literal["suicide-self-harm", "danger", "domestic-abuse"]

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]

SMS_SHORT_CODE = re.compile(r"^\d{5,6}$")


class Record(BaseModel):
    """A record that cannot be changed once loaded and has no unknown fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Sourced(Record):
    """A record that says where it comes from and on which day a person compared it with that source."""

    source: Slug
    checked_on: date


def dialable(number: str) -> str:
    """Return `number` unchanged when it can be dialled in the UK; raise ValueError otherwise.

    Valid are numbers of the UK numbering plan and short codes (999, 111, 116 123, SMS codes of five or six digits).
    """
    if not re.fullmatch(r"[0-9 +]+", number):
        raise ValueError("a phone number has digits and spaces only")
    if SMS_SHORT_CODE.match(number) or number.startswith("0800 1111"):
        return number
    parsed = phonenumbers.parse(number, "GB")
    if phonenumbers.is_valid_number(parsed) or phonenumbers.is_valid_short_number_for_region(parsed, "GB"):
        return number
    raise ValueError(f"{number!r} is not a phone number that can be dialled in the UK")


class Phone(Record):
    """HSDS `phone`. `body`: for a text line, the word to send."""

    number: Annotated[str, AfterValidator(dialable)]
    type: Literal["voice", "cell", "sms"]
    body: str | None = None


class Organization(Sourced):
    """HSDS `organization`."""

    id: Slug
    name: Title
    description: Sentence
    year_started: int


class Contact(Sourced):
    """A contact route (HSDS `contact`). `reached_through`: the route whose phone answers for this one."""

    id: Slug
    heading: Title
    description: Sentence
    name: str | None = None
    title: str | None = None
    phones: list[Phone] = []
    email: str | None = None
    reached_through: Slug | None = None


class Eligibility(Record):
    """One group of people whom the services are for."""

    id: Slug
    name: Sentence
    group: Literal["need", "age", "audience"]


class Topic(Sourced):
    """One subject a visitor may ask about, with its answer (`description`), the same in easy words (`easy`), and what else
    the source says (`details`). `examples`: questions visitors asked, for search."""

    id: Slug
    kind: TopicKind
    name: Title
    description: Sentence
    easy: Sentence
    details: list[Sentence] = []
    contact: Slug | None
    related: list[Slug]
    keywords: list[str] = []
    examples: list[str] = []


class CrisisContact(Record):
    """A public emergency contact. `languages`: shown only in these, when given."""

    id: Slug
    name: Sentence
    description: Sentence
    phones: Annotated[list[Phone], Field(min_length=1)]
    languages: list[str] | None = None


class CrisisCard(Record):
    """The fixed words and contacts for one kind of crisis; `young_contacts` come too when the writer says they are young."""

    kind: CrisisKind
    explicit: Sentence
    possible: Sentence
    third_party: Sentence
    contacts: list[Slug]
    young_contacts: list[Slug] = []


class Source(Record):
    """Where facts come from. `title` is shown to visitors."""

    id: Slug
    title: Sentence
    publisher: str


class Language(Record):
    """A language of the assistant: BCP 47 `code`, `name` in itself, ISO 15924 `script`, `direction`, how far it is served."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
    name: str
    script: Annotated[str, StringConstraints(pattern=r"^[A-Z][a-z]{3}$")]
    direction: Literal["ltr", "rtl"]
    level: Literal["full", "core"]


class OrganizationFile(Record):
    """organization.yml"""

    organization: Organization


class SourcesFile(Record):
    """sources.yml"""

    sources: list[Source]


class ContactsFile(Record):
    """contacts.yml"""

    contacts: list[Contact]


class EligibilityFile(Sourced):
    """eligibility.yml"""

    eligibility: list[Eligibility]


class TopicsFile(Record):
    """Any file with a `topics` list."""

    topics: list[Topic]


class CrisisFile(Sourced):
    """crisis.yml"""

    contacts: list[CrisisContact]
    cards: list[CrisisCard]


class LanguagesFile(Record):
    """languages.yml"""

    languages: list[Language]


class PhrasesFile(Record):
    """phrases.yml and the like: what the assistant says between the answers, by key."""

    phrases: dict[Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$")], Sentence]


class GazetteerFile(Record):
    """gazetteer/<language>.yml: category -> id -> the words of that language."""

    language: str
    terms: dict[Slug, dict[Slug, list[str]]]

"""Loads the content folder into a checked snapshot. All or nothing: content with a mistake raises `ContentError`."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from knowledge import checks
from knowledge.errors import ContentError, Problem
from knowledge.questions import Flow, Guide, problems
from knowledge.reading import SourceFile
from knowledge.schema import (
    Contact,
    ContactsFile,
    CrisisFile,
    EligibilityFile,
    GazetteerFile,
    LanguagesFile,
    OrganizationFile,
    PhrasesFile,
    Record,
    SourcesFile,
    Topic,
    TopicsFile,
)
from knowledge.snapshot import Snapshot, Terms, frozen

SINGLE_FILES: dict[str, type[Record]] = {
    "organization.yml": OrganizationFile,
    "sources.yml": SourcesFile,
    "contacts.yml": ContactsFile,
    "eligibility.yml": EligibilityFile,
    "crisis.yml": CrisisFile,
    "languages.yml": LanguagesFile,
    "guide.yml": Guide,
    "professionals.yml": Flow,
}


def load(folder: Path) -> Snapshot:
    """Return the content of `folder` as a checked snapshot; raise ContentError naming file, line and field otherwise."""
    files = _read_files(folder)
    single: dict[str, Any] = {name: _required(files, name).read_as(model) for name, model in SINGLE_FILES.items()}
    topic_files = [(file, file.read_as(TopicsFile)) for file in files.values() if file.has("topics")]
    phrases = [file.read_as(PhrasesFile).phrases for file in files.values() if file.has("phrases")]
    terms = [file.read_as(GazetteerFile) for name, file in files.items() if name.startswith("gazetteer/")]
    snapshot = Snapshot(
        version=_version(folder),
        organization=single["organization.yml"].organization,
        sources=_by_id(single["sources.yml"].sources),
        contacts=_by_id(single["contacts.yml"].contacts),
        eligibility=tuple(single["eligibility.yml"].eligibility),
        topics=_by_id([topic for _, file in topic_files for topic in file.topics]),
        crisis_contacts=_by_id(single["crisis.yml"].contacts),
        crisis_cards=frozen({card.kind: card for card in single["crisis.yml"].cards}),
        languages=frozen({language.code: language for language in single["languages.yml"].languages}),
        guide=single["guide.yml"],
        professionals=single["professionals.yml"],
        phrases=frozen({key: text for group in phrases for key, text in group.items()}),
        terms=_terms(terms),
    )
    problems = list(_cross_checks(snapshot, files, topic_files, single))
    if problems:
        raise ContentError(problems)
    return snapshot


def _read_files(folder: Path) -> dict[str, SourceFile]:
    """Return every YAML file below `folder` by its relative name, in sorted order."""
    return {path.relative_to(folder).as_posix(): SourceFile(path, folder) for path in sorted(folder.rglob("*.yml"))}


def _required(files: dict[str, SourceFile], name: str) -> SourceFile:
    if name not in files:
        raise ContentError([Problem(name, 1, "file", "this file is missing")])
    return files[name]


def _version(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _by_id(records: list) -> Mapping:
    return frozen({record.id: record for record in records})


def _terms(files: list[GazetteerFile]) -> Terms:
    """Merge the languages' words into category -> id -> language -> words."""
    merged: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {}
    for file in files:
        for category, entries in file.terms.items():
            for entry, words in entries.items():
                merged.setdefault(category, {}).setdefault(entry, {})[file.language] = tuple(words)
    return frozen(merged)


def _cross_checks(snapshot: Snapshot, files: dict, topic_files: list, single: dict) -> Iterator[Problem]:
    placed = [((file, ("topics", n)), topic) for file, content in topic_files for n, topic in enumerate(content.topics)]
    yield from checks.duplicate_ids([(place, topic.id) for place, topic in placed])
    for place, topic in placed:
        yield from _topic_checks(snapshot, place, topic)
    for position, contact in enumerate(single["contacts.yml"].contacts):
        yield from _contact_checks(snapshot, (files["contacts.yml"], ("contacts", position)), contact)
    for name in ("eligibility.yml", "crisis.yml"):
        yield from checks.known_source((files[name], ()), single[name], set(snapshot.sources))
    yield from checks.known_source(
        (files["organization.yml"], ("organization",)), snapshot.organization, set(snapshot.sources)
    )
    yield from _card_checks(snapshot, files["crisis.yml"], single["crisis.yml"])
    for name in ("guide.yml", "professionals.yml"):
        found = problems(single[name], set(snapshot.topics))
        yield from (files[name].problem(location, message) for location, message in found)


def _topic_checks(snapshot: Snapshot, place: checks.Placed, topic: Topic) -> Iterator[Problem]:
    reachable = set(snapshot.contacts) | set(snapshot.crisis_contacts)
    yield from checks.topic_references(place, topic, set(snapshot.topics), set(snapshot.contacts))
    yield from checks.known_source(place, topic, set(snapshot.sources))
    texts = {"description": topic.description, "easy": topic.easy, "details": " ".join(topic.details)}
    yield from checks.known_placeholders(place, texts, reachable)


def _contact_checks(snapshot: Snapshot, place: checks.Placed, contact: Contact) -> Iterator[Problem]:
    yield from checks.contact_is_reachable(place, contact, set(snapshot.contacts))
    yield from checks.known_source(place, contact, set(snapshot.sources))


def _card_checks(snapshot: Snapshot, file: SourceFile, crisis: CrisisFile) -> Iterator[Problem]:
    for number, card in enumerate(crisis.cards):
        texts = {"explicit": card.explicit, "possible": card.possible, "third_party": card.third_party}
        yield from checks.known_placeholders((file, ("cards", number)), texts, set(snapshot.crisis_contacts))
        for position, contact in enumerate([*card.contacts, *card.young_contacts]):
            if contact not in snapshot.crisis_contacts:
                yield file.problem(("cards", number, "contacts", position), f"there is no crisis contact {contact!r}")

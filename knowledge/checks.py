"""Checks across records: references that lead nowhere, placeholders that name nothing, ids used twice."""

from collections.abc import Iterator

from knowledge.errors import Problem
from knowledge.placeholders import placeholders
from knowledge.reading import Location, SourceFile
from knowledge.schema import Contact, Sourced, Topic

Placed = tuple[SourceFile, Location]
Ids = set[str]


def duplicate_ids(placed: list[tuple[Placed, str]]) -> Iterator[Problem]:
    """Yield a problem for each id that an earlier record already has."""
    seen: Ids = set()
    for (file, location), record_id in placed:
        if record_id in seen:
            yield file.problem((*location, "id"), f"the id {record_id!r} is used twice")
        seen.add(record_id)


def topic_references(place: Placed, topic: Topic, topics: Ids, contacts: Ids) -> Iterator[Problem]:
    """Yield a problem for each related topic or contact route that does not exist."""
    file, location = place
    for position, related in enumerate(topic.related):
        if related not in topics:
            yield file.problem((*location, "related", position), f"there is no topic {related!r}")
    if topic.contact is not None and topic.contact not in contacts:
        yield file.problem((*location, "contact"), f"there is no contact route {topic.contact!r}")


def contact_is_reachable(place: Placed, contact: Contact, contacts: Ids) -> Iterator[Problem]:
    """Yield a problem when a contact route has neither a phone nor a route that answers for it."""
    file, location = place
    if contact.reached_through is not None and contact.reached_through not in contacts:
        yield file.problem((*location, "reached_through"), f"there is no contact route {contact.reached_through!r}")
    if not contact.phones and contact.reached_through is None:
        yield file.problem((*location, "phones"), "give a phone, or the route it is reached through")


def known_source(place: Placed, record: Sourced, sources: Ids) -> Iterator[Problem]:
    """Yield a problem when a record's source is not listed in sources.yml."""
    file, location = place
    if record.source not in sources:
        yield file.problem((*location, "source"), f"there is no source {record.source!r}")


def known_placeholders(place: Placed, texts: dict[str, str], reachable: Ids) -> Iterator[Problem]:
    """Yield a problem for each `{phone:x}` and the like in `texts` (field -> text) that names no contact."""
    file, location = place
    for field, text in texts.items():
        for kind, name in placeholders(text):
            if name not in reachable:
                yield file.problem((*location, field), f"{{{kind}:{name}}} names no contact")

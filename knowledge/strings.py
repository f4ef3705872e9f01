"""Every visitor-facing English string of a snapshot: what the translators' catalogues must hold."""

from collections.abc import Iterator

from knowledge.snapshot import Snapshot


def visible_strings(snapshot: Snapshot) -> dict[str, str]:
    """Return English text -> where it stands (for translators), each text once, in reading order."""
    places: dict[str, str] = {}
    for place, text in _all(snapshot):
        places.setdefault(text, place)
    return places


def _all(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    yield from ((f"phrase {key}", text) for key, text in snapshot.phrases.items())
    for topic in snapshot.topics.values():
        yield from ((f"topic {topic.id}, {field}", getattr(topic, field)) for field in ("name", "description", "easy"))
        yield from ((f"topic {topic.id}, more", text) for text in topic.details)
    for contact in snapshot.contacts.values():
        yield from ((f"contact {contact.id}", text) for text in (contact.heading, contact.description))
        if contact.title:
            yield f"contact {contact.id}, job title", contact.title
    for entry in snapshot.eligibility:
        yield f"eligibility {entry.id}", entry.name
    for source in snapshot.sources.values():
        yield f"source {source.id}", source.title
    yield from _questions(snapshot)
    yield from _crisis(snapshot)


def _questions(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    for name, flow in (("guide", snapshot.guide), ("professionals", snapshot.professionals)):
        for question in flow.questions:
            yield f"{name}, question {question.id}", question.text
            yield from ((f"{name}, answer to {question.id}", option.name) for option in question.options)
    for rule in snapshot.guide.rules:
        yield from ((f"guide rule {rule.id}, {field}", getattr(rule, field)) for field in ("reason", "change", "next"))


def _crisis(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    for contact in snapshot.crisis_contacts.values():
        yield f"crisis contact {contact.id}", contact.name
        yield f"crisis contact {contact.id}", contact.description
    for card in snapshot.crisis_cards.values():
        yield from (
            (f"crisis card {card.kind}, {field}", getattr(card, field))
            for field in ("explicit", "possible", "third_party")
        )

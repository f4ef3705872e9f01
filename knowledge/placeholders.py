"""Facts inside texts: `{phone:commissioning}`, `{name:commissioning}`, `{title:commissioning}`.

Numbers and names stand in one record only and are put in last, so that no translation can change them.
"""

import re
from collections.abc import Callable

from knowledge.snapshot import Snapshot

PLACEHOLDER = re.compile(r"\{(phone|name|title):([a-z0-9-]+)\}")


def placeholders(text: str) -> list[tuple[str, str]]:
    """Return the (kind, contact id) pairs named in `text`."""
    return PLACEHOLDER.findall(text)


def fill(text: str, snapshot: Snapshot, show_number: Callable[[str], str] = str) -> str:
    """Return `text` with each placeholder replaced by the fact from the record it names.

    `show_number` is applied to phone numbers, for text in which they need to be set apart.
    """

    def fact(match: re.Match[str]) -> str:
        found = FACTS[match[1]](snapshot, match[2])
        return show_number(found) if match[1] == "phone" else found

    return PLACEHOLDER.sub(fact, text)


def _phone(snapshot: Snapshot, contact_id: str) -> str:
    return snapshot.phones(contact_id)[0].number


def _name(snapshot: Snapshot, contact_id: str) -> str:
    return snapshot.contacts[contact_id].name or snapshot.contacts[contact_id].heading


def _title(snapshot: Snapshot, contact_id: str) -> str:
    return snapshot.contacts[contact_id].title or ""


FACTS: dict[str, Callable[[Snapshot, str], str]] = {"phone": _phone, "name": _name, "title": _title}

"""The content: complete, checked on load, and every mistake is named with its place."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.loading import load
from knowledge.store import SHIPPED_CONTENT, Store

SOURCES = {
    "020 7780 7394": "general-enquiries",
    "0788 019 1321": "commissioning",
}
TOPICS = [
    "about-service",
    "who-we-help",
    "liaison-and-diversion",
    "early-identification",
    "peer-support",
    "womens-service",
    "training",
    "guides",
    "referral",
    "commissioning",
    "partnerships",
    "funders",
    "approach",
    "equality",
    "evidence",
    "recognition",
    "involvement",
    "service-updates",
    "general-enquiries",
    "opening-hours",
    "cost",
    "location",
    "jobs-volunteering",
    "legal-advice",
    "clinical-advice",
    "complaint",
    "out-of-scope",
    "greet",
    "closing",
    "bot-challenge",
    "privacy",
    "language-request",
]

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def edited(tmp_path: Path) -> Edit:
    """Copy the shipped content and replace text in one of its files."""
    folder = tmp_path / "content"

    def edit(name: str, old: str, new: str) -> Path:
        if not folder.exists():
            shutil.copytree(SHIPPED_CONTENT, folder)
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return edit


def test_shipped_content_has_a_record_for_every_topic_of_the_contract() -> None:
    assert sorted(load(SHIPPED_CONTENT).topics) == sorted(TOPICS)


@pytest.mark.parametrize(("number", "route"), SOURCES.items())
def test_routes_carry_the_numbers_of_the_page(number: str, route: str) -> None:
    assert [phone.number for phone in load(SHIPPED_CONTENT).contacts[route].phones] == [number]


def test_there_are_exactly_four_contact_routes() -> None:
    assert set(load(SHIPPED_CONTENT).contacts) == {
        "general-enquiries",
        "womens-service",
        "peer-support",
        "commissioning",
    }


def test_the_seven_needs_and_the_groups_of_the_page_are_eligible() -> None:
    groups = [entry.group for entry in load(SHIPPED_CONTENT).eligibility]
    assert (groups.count("need"), groups.count("age"), groups.count("audience")) == (7, 1, 2)


def test_every_easy_sentence_has_at_most_fifteen_words() -> None:
    for topic in load(SHIPPED_CONTENT).topics.values():
        for sentence in re.split(r"(?<=[.?!]) ", topic.easy):
            assert len(sentence.split()) <= 15, (topic.id, sentence)


@pytest.mark.parametrize(
    ("file", "old", "new", "field", "said"),
    [
        ("services.yml", "    kind: service", "    kindd: service", "kindd", "Extra inputs"),
        ("services.yml", "related: [who-we-help", "related: [who-we-hlp", "related", "no topic 'who-we-hlp'"),
        ("services.yml", "contact: general-enquiries", "contact: reception", "contact", "no contact route 'reception'"),
        ("services.yml", "    source: criminal-justice-services-page\n", "", "source", "Field required"),
        ("services.yml", "source: criminal-justice-services-page", "source: hearsay", "source", "no source 'hearsay'"),
        ("services.yml", "id: training", "id: guides", "id", "used twice"),
        ("organisation.yml", "{phone:commissioning}", "{phone:nobody}", "description", "names no contact"),
        ("contacts.yml", "020 7780 7394", "020 7780 739", "phones[0].number", "not a phone number"),
        (
            "contacts.yml",
            "reached_through: general-enquiries",
            "reached_through: nowhere",
            "reached_through",
            "no contact route",
        ),
        ("contacts.yml", "checked_on: 2026-11-24", "checked_on: lately", "checked_on", "date"),
        ("crisis.yml", "contacts: [emergency,", "contacts: [emergencies,", "contacts", "no crisis contact"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_field(
    edited: Edit, file: str, old: str, new: str, field: str, said: str
) -> None:
    folder = edited(file, old, new)
    changed = (folder / file).read_text(encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load(folder)
    problem = next(problem for problem in raised.value.problems if field in problem.field)
    assert problem.file == file
    assert said in problem.message
    assert 1 <= problem.line <= len(changed.splitlines())
    assert str(problem).startswith(f"{file}:{problem.line}: ")


def test_broken_yaml_is_named_with_its_line(edited: Edit) -> None:
    folder = edited("services.yml", "    kind: service", "    kind: [service")
    with pytest.raises(ContentError, match=r"services\.yml:\d+: file: "):
        load(folder)


def test_a_bad_edit_keeps_the_last_good_snapshot(edited: Edit) -> None:
    folder = edited("services.yml", "We started in 1993.", "We began in 1993.")
    store = Store(folder)
    good = store.snapshot
    edited("services.yml", "    kind: service", "    kind: nonsense")
    with pytest.raises(ContentError):
        store.reload()
    assert store.snapshot is good
    edited("services.yml", "    kind: nonsense", "    kind: service")
    edited("services.yml", "We began in 1993.", "We are here since 1993.")
    assert "since 1993" in store.reload().topics["about-service"].easy

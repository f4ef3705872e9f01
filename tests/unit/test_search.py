"""Search finds a record by its own words; one added today is found without training."""

import shutil
from pathlib import Path

import pytest

from knowledge.library import Library
from knowledge.store import SHIPPED_CONTENT, Store
from knowledge.translation import load_translations

DROP_IN = """topics:
  - id: drop-in
    kind: fact
    name: Tuesday breakfast club
    description: There is a breakfast club at the community hall every Tuesday.
    easy: Come to our breakfast club. It is every Tuesday.
    contact: general-enquiries
    related: [general-enquiries]
    keywords: [breakfast club, drop in, Tuesday]
    source: criminal-justice-services-page
    checked_on: 2026-11-24
"""


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("dual diagnosis workshop", "training"),
        ("Bradley Report", "recognition"),
        ("magistrates liaison", "liaison-and-diversion"),
        ("Southwark Council", "funders"),
        ("common sense booklet", "guides"),
        ("wsparcie w sądzie", "liaison-and-diversion"),
    ],
)
def test_a_record_is_found_by_its_own_words(question: str, topic: str) -> None:
    index = Library(Store(), load_translations()).index
    assert topic in [hit.topic for hit in index.search(question, limit=2)]


def test_a_record_added_now_is_found_now(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(SHIPPED_CONTENT, folder)
    store = Store(folder)
    library = Library(store, load_translations())
    assert "drop-in" not in [hit.topic for hit in library.index.search("when is the breakfast club")]
    (folder / "events.yml").write_text(DROP_IN, encoding="utf-8")
    store.reload()
    best = library.index.search("when is the breakfast club")[0]
    assert best.topic == "drop-in"
    assert best.share > 0.6


def test_words_that_stand_nowhere_find_nothing() -> None:
    assert Library(Store(), load_translations()).index.search("zzzz qqqq") == []

"""The gazetteer finds the content's own terms, in the visitor's language and in English mixed in."""

import pytest

from bot.gazetteer import Gazetteer
from knowledge.store import Store


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(Store().snapshot.terms)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("what's the phone number?", "en", ("channel", "phone")),
        ("my client in the magistrates' court", "en", ("setting", "court")),
        ("can we talk in Polish", "en", ("language", "pl")),
        ("he is HOMELESS", "en", ("need", "homelessness")),
        ("jaki jest numer telefonu", "pl", ("channel", "phone")),
        ("mam sprawę w sądzie", "pl", ("setting", "court")),
        ("رقم التلفون", "ar", ("channel", "phone")),
        ("فون نمبر کیا ہے", "ur", ("channel", "phone")),
        ("jutro mam court w Londynie", "pl", ("setting", "court")),
    ],
)
def test_terms_are_found(gazetteer: Gazetteer, text: str, language: str, expected: tuple[str, str]) -> None:
    assert expected in [(mention.category, mention.term) for mention in gazetteer.find(text, language)]


def test_a_mention_stands_where_it_was_written(gazetteer: Gazetteer) -> None:
    text = "Give me the PHONE number, please"
    mention = next(found for found in gazetteer.find(text, "en") if found.category == "channel")
    assert text[mention.start : mention.end].lower().startswith("phone")


def test_the_longest_term_counts(gazetteer: Gazetteer) -> None:
    found = [mention.term for mention in gazetteer.find("magistrates court", "en") if mention.category == "setting"]
    assert found == ["court"]


def test_nothing_is_found_in_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("", "en") == gazetteer.find("...", "en") == []

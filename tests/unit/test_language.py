"""Recognising the language: script first, steady, and the same every time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import LanguageRecognizer
from bot.recognizer import recognizer
from bot.scripts import script_of
from knowledge.store import Store


@pytest.fixture(scope="module")
def recogniser() -> LanguageRecognizer:
    return recognizer(Store().snapshot)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I need help", "en"),
        ("help", "en"),
        ("ok", "en"),
        ("whats ur number", "en"),
        ("pomocy", "pl"),
        ("potrzebuje adwokata dla brata", "pl"),
        ("dzien dobry", "pl"),
        ("أحتاج مساعدة", "ar"),
        ("اخوي بالتوقيف", "ar"),
        ("مجھے مدد چاہیے", "ur"),
        ("میرا بھائی گرفتار ہے", "ur"),
        ("mujhe madad chahiye", "ur"),
        ("ana me7taj mosa3ada", "ar"),
    ],
)
def test_first_messages(recogniser: LanguageRecognizer, text: str, language: str) -> None:
    assert recogniser.recognise(text).language == language


@pytest.mark.parametrize("text", ["ok", "no", "hmm", "12", "??"])
def test_one_ambiguous_word_never_flips_a_conversation(recogniser: LanguageRecognizer, text: str) -> None:
    for language in ("en", "pl", "ar", "ur"):
        assert recogniser.recognise(text, previous=language).language == language


def test_a_clear_sentence_changes_the_language(recogniser: LanguageRecognizer) -> None:
    assert recogniser.recognise("where can my brother get help at the court", previous="pl").language == "en"
    assert recogniser.recognise("gdzie mój brat może dostać pomoc w sądzie", previous="en").language == "pl"


def test_romanised_text_is_said_to_be(recogniser: LanguageRecognizer) -> None:
    assert recogniser.recognise("mujhe madad chahiye").romanised
    assert not recogniser.recognise("مجھے مدد چاہیے").romanised


def test_the_pages_language_decides_what_says_nothing(recogniser: LanguageRecognizer) -> None:
    assert recogniser.recognise("123", hint="ur-PK").language == "ur"
    assert recogniser.recognise("123", hint="xx").language == "en"


def test_a_script_that_is_not_served_is_told(recogniser: LanguageRecognizer) -> None:
    found = recogniser.recognise("мне нужна помощь")
    assert (found.language, found.script, found.served) == ("en", "Cyrl", False)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_the_same_text_gives_the_same_answer(recogniser: LanguageRecognizer, text: str) -> None:
    assert recogniser.recognise(text) == recogniser.recognise(text)


@pytest.mark.parametrize(
    ("text", "script"), [("hello", "Latn"), ("مدد please", "Arab"), ("123 !?", None), ("привет", "Cyrl")]
)
def test_scripts(text: str, script: str | None) -> None:
    assert script_of(text) == script

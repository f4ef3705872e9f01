"""Messages are made harmless, and only our own buttons are commands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clean import as_typed, clean, is_payload

INTENTS = {"greet", "answer"}


@given(st.text())
def test_nothing_invisible_is_left(text: str) -> None:
    assert not any(letter in clean(text) for letter in "\x00\x07\u202e\u2066\U000e0041\ufeff")


def test_letters_of_every_script_stay() -> None:
    for text in ("Ayuda", "مدد چاہیے", "সাহায্য", "ਮਦਦ", "می‌خواهم"):
        assert clean(text) == text


@pytest.mark.parametrize("text", ["/greet", '/answer{"topic": "training"}', '/answer{"topic":"new-topic"}'])
def test_buttons_are_recognised(text: str) -> None:
    assert is_payload(text, INTENTS)


@pytest.mark.parametrize(
    "text", ["/restart", "/greet now", '/answer{"sender": "x"}', "greet", "//greet", '/answer{"topic": "x"} y']
)
def test_other_commands_are_words(text: str) -> None:
    assert not is_payload(text, INTENTS)
    assert not as_typed(text).startswith("/")

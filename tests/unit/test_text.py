"""Folding: what a visitor types and what the content says meet in one spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text import fold, words


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("POTRZEBUJĘ   pomocy!!", "potrzebuje pomocy"),
        ("zażółć gęślą jaźń", "zazolc gesla jazn"),
        ("don’t", "dont"),
        ("heeeelp", "heelp"),
        ("كيف", "کيف"),
        ("أحتاج إلى", "احتاج الى"),
        ("مُحامٍ", "محام"),
        ("হ্যাঁ।", "হ্যাঁ"),
        ("٠٢٠", "020"),
        ("۹۹۹", "999"),
        ("ہیلو", "هيلو"),
        ("he\u200blp", "help"),
    ],
)
def test_spellings_of_the_same_words_fold_alike(typed: str, written: str) -> None:
    assert fold(typed) == fold(written)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_hold_no_spaces(text: str) -> None:
    assert all(word and not any(map(str.isspace, word)) for word in words(text))

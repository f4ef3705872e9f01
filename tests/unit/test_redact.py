"""Masking: what could identify a person never reaches Rasa, in any way of writing it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.redact import MASK, redact


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("call me on 07700 900123 please", "900123"),
        ("my number is 020 7946 0018", "7946"),
        ("+44 (0)7700 900 123", "7700"),
        ("0 7 7 0 0 9 0 0 1 2 3", "0 0 9 0 0"),
        ("رقمي ٠٧٧٠٠٩٠٠١٢٣", "٩٠٠١٢٣"),
        ("میرا نمبر ۰۷۷۰۰۹۰۰۱۲۳ ہے", "۹۰۰۱۲۳"),
        ("write to jo.bloggs+x@example.co.uk", "bloggs"),
        ("jo @example.com", "example"),
        ("I live at SE15 4QL near the park", "4QL"),
        ("se154ql", "4ql"),
        ("her name is Janet Smith", "Janet"),
        ("my name is Mohammed", "Mohammed"),
        ("nazywam się Jan Kowalski", "Kowalski"),
        ("اسمي محمد علي", "محمد"),
        ("mera naam Ayesha hai", "Ayesha"),
        ("dob 12/03/1985", "1985"),
    ],
)
def test_numbers_addresses_and_postcodes_are_masked(text: str, secret: str) -> None:
    assert secret not in redact(text)
    assert MASK in redact(text)


def test_the_area_of_a_postcode_stays() -> None:
    assert "SE15" in redact("I live at SE15 4QL")


@pytest.mark.parametrize(
    "text", ["section 136", "since 1993", "call 999", "I have 3 kids and 2 jobs", "88% of 71", "2 pm on 14/02"]
)
def test_ordinary_numbers_stay(text: str) -> None:
    assert redact(text) == text


@given(st.from_regex(r"0[1237][0-9]{9}", fullmatch=True), st.sampled_from(["", " ", "-", "."]), st.text(max_size=30))
def test_no_uk_number_survives(number: str, between: str, around: str) -> None:
    spaced = number[:5] + between + number[5:8] + between + number[8:]
    assert spaced not in redact(f"{around} {spaced} ok")


@given(st.text(max_size=300))
def test_masking_never_fails_and_twice_changes_nothing_more(text: str) -> None:
    assert redact(redact(text)) == redact(text)

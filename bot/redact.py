"""Masks what could identify a person. Only masked text reaches Rasa, because its tracker and logs keep it.

First version: phone numbers, e-mail addresses, postcodes (the outward part stays, for the area). Pure functions.
"""

import re

import phonenumbers

# Folds to nothing, so that a mask is not read as a word.
MASK = "•••"
EMAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
# Royal Mail's published shape of a postcode: outward part, then a digit and two letters.
POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*\d[ABD-HJLNP-UW-Z]{2}\b", re.IGNORECASE)
# Anything else as long as a phone number, in any script's digits: spaces, dots, brackets and hyphens between.
LONG_NUMBER = re.compile(r"(?<!\w)\+?(?:\d[\s().-]{0,2}){7,}\d(?!\w)")


def redact(text: str) -> str:
    """Return `text` with phone numbers, e-mail addresses and the inward part of postcodes masked."""
    text = EMAIL.sub(MASK, text)
    for match in reversed(list(phonenumbers.PhoneNumberMatcher(text, "GB", phonenumbers.Leniency.VALID))):
        text = text[: match.start] + MASK + text[match.end :]
    return POSTCODE.sub(rf"\1 {MASK}", LONG_NUMBER.sub(MASK, text))

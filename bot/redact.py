"""Masks what could identify a person. Only masked text reaches Rasa, because its tracker and logs keep it.

Phone numbers, e-mail addresses, postcodes (the outward part stays, for the area), dates of birth, and names after "my name
is" and the like. Pure functions.
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


# A full date in digits; "14/02" alone may be a court date, and stays.
DATE = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}(?!\d)|(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)")
# Up to two words after "name is" and its equivalents in English, Polish, Arabic and Urdu, also in Latin letters.
NAME = re.compile(
    r"\b((?:my|his|her|their|client'?s|son'?s|daughter'?s|the) (?:full )?name(?: is|'s|s)|nazywa(?:m|ją)? się|na imię (?:mam|ma)|"
    r"اسمي|اسمه|اسمها|میرا نام|اس کا نام|ان کا نام|mera naam|uska naam|uska nam|ismi|ismo|isma)\s+"
    r"(?!not\b|on\b|private|confidential|needed|kya|کیا)[^\W\d_]+(?:[ -][^\W\d_]{2,})?",
    re.IGNORECASE,
)


def redact(text: str) -> str:
    """Return `text` with what could identify a person masked."""
    text = NAME.sub(rf"\1 {MASK}", DATE.sub(MASK, EMAIL.sub(MASK, text)))
    for match in reversed(list(phonenumbers.PhoneNumberMatcher(text, "GB", phonenumbers.Leniency.VALID))):
        text = text[: match.start] + MASK + text[match.end :]
    return POSTCODE.sub(rf"\1 {MASK}", LONG_NUMBER.sub(MASK, text))

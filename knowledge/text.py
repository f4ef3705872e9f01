"""One way of writing down a message for comparison: no case, no accents, no letter variants, one kind of digit.

Visitors type without accents, with an Arabic keyboard's ي where Persian has ی, with repeated letters for stress. Both
the content's words and the visitor's go through `fold`, so that they meet.
"""

import re
import unicodedata

# Letters that are written one for another in Arabic, Persian, Urdu and Punjabi (Shahmukhi) keyboards.
ARABIC_VARIANTS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ې": "ي", "ك": "ک", "ة": "ه", "ۃ": "ه",
     "ہ": "ه", "ھ": "ه", "ۂ": "ه", "ۀ": "ه", "ؤ": "و", "ے": "ي", "ۓ": "ي", "ں": "ن", "ـ": None, "\u200c": " "}
)  # fmt: skip
# Latin letters that do not come apart into a letter and an accent.
LATIN_VARIANTS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d"})
APOSTROPHES = re.compile(r"['’‘`´ʼ]")
LATIN_MARKS = re.compile(r"[\u0300-\u036f]")
ARABIC_MARKS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
INVISIBLE = re.compile(r"[\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]")
REPEATED = re.compile(r"([^\W\d_])\1{2,}")
# \u0964 and \u0965 are the full stops of Bengali, Hindi and Punjabi.
NOT_WORDS = re.compile(r"(?:[^\w\u0900-\u0dff]|[_\u0964\u0965])+")


def fold(text: str) -> str:
    """Return `text` as lower-case words with single spaces between, for comparison only (never for display)."""
    text = INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).lower()
    text = APOSTROPHES.sub("", text).translate(ARABIC_VARIANTS).translate(LATIN_VARIANTS)
    text = ARABIC_MARKS.sub("", LATIN_MARKS.sub("", unicodedata.normalize("NFD", text)))
    text = "".join(map(_ascii_digit, unicodedata.normalize("NFC", text).translate(ARABIC_VARIANTS)))
    return NOT_WORDS.sub(" ", REPEATED.sub(r"\1\1", text)).strip()


def words(text: str) -> list[str]:
    """Return the folded words of `text`."""
    return fold(text).split()


def _ascii_digit(character: str) -> str:
    return (
        str(unicodedata.digit(character))
        if character.isdigit() and unicodedata.digit(character, None) is not None
        else character
    )

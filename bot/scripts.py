"""The script a text is written in, from the names Unicode gives its letters."""

import unicodedata
from collections import Counter

# First word of a letter's Unicode name -> ISO 15924 code. Letters of scripts not named here give "Zyyy".
NAMES = {
    "LATIN": "Latn",
    "ARABIC": "Arab",
    "BENGALI": "Beng",
    "GURMUKHI": "Guru",
    "CYRILLIC": "Cyrl",
    "GREEK": "Grek",
    "HEBREW": "Hebr",
    "DEVANAGARI": "Deva",
    "GUJARATI": "Gujr",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "KANNADA": "Knda",
    "MALAYALAM": "Mlym",
    "THAI": "Thai",
    "HANGUL": "Hang",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "CJK": "Hani",
}


def script_of(text: str) -> str | None:
    """Return the ISO 15924 code of the script most letters of `text` are in; None when it has no letters.

    One letter of another script than Latin counts as three, because people mix English words into their own language.
    """
    counts = Counter(_script(letter) for letter in text if letter.isalpha())
    if not counts:
        return None
    return max(counts, key=lambda name: (counts[name] * (1 if name == "Latn" else 3), name))


def _script(letter: str) -> str:
    return NAMES.get(unicodedata.name(letter, "").split(" ")[0], "Zyyy")

"""Makes a message harmless before anything reads it: no control, direction or invisible tag characters."""

import re
import unicodedata

# Zero-width joiner and non-joiner are letters' business in Arabic, Persian and Indic scripts, and stay.
KEPT = {"\n", "\t", "\u200c", "\u200d"}
PAYLOAD = re.compile(
    r'^/(?P<intent>[a-z][a-z-]*)(?P<entities>\{"(?:topic|language|flow|answer|reply)": ?"[a-z0-9-]+"\})?$'
)
VARIATION_SELECTORS = re.compile(r"[\ufe00-\ufe0e]")


def clean(text: str) -> str:
    """Return `text` without control (Cc), format (Cf), private and unassigned characters; line breaks stay."""
    kept = "".join(letter for letter in text if letter in KEPT or not unicodedata.category(letter).startswith("C"))
    return VARIATION_SELECTORS.sub("", kept).strip()


def is_payload(text: str, intents: set[str]) -> bool:
    """Return whether `text` is what a button of ours posts: one of `intents`, with at most one entity."""
    match = PAYLOAD.match(text)
    return bool(match) and match["intent"] in intents  # type: ignore[index]


def as_typed(text: str) -> str:
    """Return `text` such that Rasa reads it as words and never as a command."""
    return text.lstrip("/ ")

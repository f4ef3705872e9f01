"""Makes the language recogniser of a snapshot, once in a process: its evidence takes a moment to count."""

from functools import lru_cache

from bot.language import LanguageRecognizer
from bot.word_evidence import read_evidence
from knowledge.snapshot import Snapshot


def recognizer(snapshot: Snapshot) -> LanguageRecognizer:
    """Return the recogniser of the languages that `snapshot` serves in full."""
    return _make(tuple((language.code, language.script) for language in snapshot.full_languages()))


@lru_cache(maxsize=4)
def _make(scripts: tuple[tuple[str, str], ...]) -> LanguageRecognizer:
    return LanguageRecognizer(dict(scripts), read_evidence())

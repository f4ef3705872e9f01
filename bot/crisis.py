"""The crisis gate: reads a raw message for cries for help, before any language model, Rasa or Redis is touched.

Files of phrases, one a language (`crisis_phrases/`), say what to look for. Of several finds the writer's own plain words win,
then plain words about someone else, then hints. Within a level abuse by a partner or relative wins (its card has 999 too, and
helplines which danger's lacks), then other danger, then suicide.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bot.phrase_cache import cached
from bot.phrasebook import BLANK, SECTIONS, Hit, Phrase, PhraseBook, read_phrases
from knowledge.schema import CrisisKind
from knowledge.text import fold

PHRASES = Path(__file__).parent / "crisis_phrases"
Level = Literal["explicit", "possible"]
KINDS: tuple[CrisisKind, ...] = ("domestic-abuse", "danger", "suicide-self-harm")

LOOK_ALIKES = str.maketrans("013457@$!|аеорсуіѕхк", "oieastasiiaeopcyisxk")
LAST_SIGN = re.compile(r"[@$!|]+(?!\w)")
INNER_SIGN = re.compile(r"(?<=[^\W\d_])[^\w\s]+(?=[^\W\d_])")
SPACED_LETTERS = re.compile(r"\b(?:[^\W\d_] ){2,}[^\W\d_]\b")
DRAWN_OUT = re.compile(r"([aeiouy])\1+\b")


@dataclass(frozen=True)
class Crisis:
    """What was found. `third_party`: about someone else. `young`: the writer says they are under 19."""

    level: Level
    kind: CrisisKind
    third_party: bool
    young: bool


class CrisisGate:
    """Finds cries for help in messages of any language that the phrases are in."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._harmless = PhraseBook([phrase for phrase in phrases if phrase.section == "harmless"])
        self._cries = PhraseBook([phrase for phrase in phrases if phrase.section != "harmless"])

    def check(self, message: str) -> Crisis | None:
        """Return the gravest crisis that the raw `message` speaks of, or None."""
        found = [hit.phrase for text in readings(message) for hit in self.hits(text)]
        cries = [phrase for phrase in found if phrase.section != "young"]
        return _crisis(min(cries, key=_rank), young=len(cries) < len(found)) if cries else None

    def hits(self, text: str) -> list[Hit]:
        """Return the matches in the folded `text`, without harmless words and others' words ("my kids want to die")."""
        hits = list(self._cries.hits(self._without_harmless(text)))
        others = [hit for hit in hits if hit.phrase.section == "third_party"]
        return [hit for hit in hits if hit.phrase.section == "young" or not any(hit.inside(other) for other in others)]

    def _without_harmless(self, text: str) -> str:
        letters = list(text)
        for hit in self._harmless.hits(text):
            letters[hit.start : hit.end] = BLANK * (hit.end - hit.start)
        return "".join(letters)


def load_gate(folder: Path = PHRASES) -> CrisisGate:
    """Return the gate for all files of phrases in `folder`; raise ValueError naming file and phrase if one is wrong."""
    paths = sorted(folder.glob("*.yml"))
    rows = cached(paths, lambda: [phrase.as_row() for path in paths for phrase in read_phrases(path)])
    return CrisisGate([Phrase.from_row(row) for row in rows])


def readings(message: str) -> list[str]:
    """Return the folded `message` and, if it differs, the same without disguise: "k!ll", "s.u.i", "k i l l", "dieee"."""
    plain = fold(message)
    bare = "".join(map(_without_look_alikes, re.split(r"(\s)", LAST_SIGN.sub(" ", message.lower()))))
    bare = SPACED_LETTERS.sub(lambda letters: letters[0].replace(" ", ""), fold(INNER_SIGN.sub("", bare)))
    return list(dict.fromkeys([plain, DRAWN_OUT.sub(r"\1", bare)]))


def _without_look_alikes(word: str) -> str:
    return word.translate(LOOK_ALIKES) if any(map(str.isalpha, word)) else word


def _rank(phrase: Phrase) -> tuple[int, int]:
    return SECTIONS.index(phrase.section), KINDS.index(phrase.kind or KINDS[-1])


def _crisis(phrase: Phrase, young: bool) -> Crisis:
    level: Level = "possible" if phrase.section.endswith("possible") else "explicit"
    return Crisis(level, phrase.kind or KINDS[-1], phrase.section.startswith("third_party"), young)

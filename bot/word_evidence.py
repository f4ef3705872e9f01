"""What the words of our own training examples say about the language of a message.

A naive Bayes model over whole words, their letter trigrams, and letters that folding would hide (ł, ş, ٹ), counted from
`data/nlu/<tag>.yml` at start: `<tag>` is a BCP 47 language tag such as `ur` or `ur-Latn` (romanised Urdu).
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from knowledge.text import words

TRAINING_DATA = Path(__file__).parent.parent / "data" / "nlu"
EXAMPLE = re.compile(r"^\s+- (?!intent:)(.+)$")
SMOOTHING = 0.5
# A known word says much, one trigram little; trigrams of a word overlap, so that their sum would be overconfident.
WEIGHTS = {"word": 1.0, "#": 0.35, "@": 0.5}


class Evidence:
    """Counts of features by language tag. `tags`: the tags there is evidence for."""

    def __init__(self, counts: Mapping[str, Counter[str]]) -> None:
        self.tags = sorted(counts)
        self._counts = counts
        known: dict[str, set[str]] = {kind: set() for kind in WEIGHTS}
        sums: dict[str, Counter[str]] = {tag: Counter() for tag in counts}
        for tag, count in counts.items():
            for feature, times in count.items():
                known[_kind(feature)].add(feature)
                sums[tag][_kind(feature)] += times
        self._totals = {
            tag: {kind: total[kind] + SMOOTHING * max(len(known[kind]), 1) for kind in WEIGHTS}
            for tag, total in sums.items()
        }

    def scores(self, text: str, tags: Iterable[str]) -> dict[str, float]:
        """Return tag -> log-likelihood of `text`, up to a constant."""
        listed = [*(feature for word in words(text) for feature in features(word)), *letters(text)]
        return {tag: sum(self._weight(tag, feature) for feature in listed) for tag in tags}

    def _weight(self, tag: str, feature: str) -> float:
        kind = _kind(feature)
        chance = (self._counts[tag][feature] + SMOOTHING) / self._totals[tag][kind]
        return math.log(chance) * WEIGHTS[kind]


def read_evidence(folder: Path = TRAINING_DATA) -> Evidence:
    """Return the evidence of every training file in `folder`."""
    return Evidence({path.stem: _count(examples(path)) for path in sorted(folder.glob("*.yml"))})


def examples(path: Path) -> Iterator[str]:
    """Yield the examples of one of Rasa's training files, one a line (a YAML parser takes a hundred times as long)."""
    with path.open(encoding="utf-8") as file:
        yield from (match[1] for match in map(EXAMPLE.match, file) if match)


def features(word: str) -> Iterator[str]:
    """Yield the folded `word`, and its letter trigrams (word ends marked by spaces) with a `#` before them."""
    yield word
    padded = f" {word} "
    yield from (f"#{padded[start : start + 3]}" for start in range(len(padded) - 2))


def letters(text: str) -> Iterator[str]:
    """Yield the letters outside ASCII, as written but small, with an `@` before them."""
    composed = unicodedata.normalize("NFC", text).lower()
    yield from (f"@{letter}" for letter in composed if letter > "\x7f" and letter.isalpha())


def _kind(feature: str) -> str:
    return feature[0] if feature[0] in WEIGHTS else "word"


def _count(texts: Iterable[str]) -> Counter[str]:
    seen: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for text in texts:
        seen.update(words(text))
        counts.update(letters(text))
    for word, times in seen.items():
        for feature in features(word):
            counts[feature] += times
    return counts

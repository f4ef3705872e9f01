"""What the words of our own training examples say about the language of a message.

A naive Bayes model over whole words and their letter trigrams, counted from `data/nlu/<tag>.yml` at start: `<tag>` is a
BCP 47 language tag such as `ur` or `ur-Latn` (romanised Urdu).
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from knowledge.text import words

TRAINING_DATA = Path(__file__).parent.parent / "data" / "nlu"
EXAMPLE = re.compile(r"^\s+- (?!intent:)(.+)$")
SMOOTHING = 0.5
# A known word says much, one trigram little; trigrams of a word overlap, so that their sum would be overconfident.
WORD_WEIGHT, TRIGRAM_WEIGHT = 1.0, 0.35


class Evidence:
    """Counts of words and trigrams by language tag. `tags`: the tags there is evidence for."""

    def __init__(self, counts: Mapping[str, Counter[str]]) -> None:
        self.tags = sorted(counts)
        self._counts = counts
        kinds = {tag: _split(count) for tag, count in counts.items()}
        vocabulary = [max(len({feature for kind in kinds.values() for feature in kind[n]}), 1) for n in (0, 1)]
        self._totals = {
            tag: [sum(kind[n].values()) + SMOOTHING * vocabulary[n] for n in (0, 1)] for tag, kind in kinds.items()
        }

    def scores(self, tokens: Iterable[str], tags: Iterable[str]) -> dict[str, float]:
        """Return tag -> log-likelihood of the folded words `tokens`, up to a constant."""
        listed = list(features(tokens))
        return {tag: sum(self._weight(tag, feature) for feature in listed) for tag in tags}

    def _weight(self, tag: str, feature: str) -> float:
        is_trigram = feature[0] == "#"
        chance = (self._counts[tag][feature] + SMOOTHING) / self._totals[tag][is_trigram]
        return math.log(chance) * (TRIGRAM_WEIGHT if is_trigram else WORD_WEIGHT)


def read_evidence(folder: Path = TRAINING_DATA) -> Evidence:
    """Return the evidence of every training file in `folder`."""
    return Evidence(
        {path.stem: _count(words(text) for text in examples(path)) for path in sorted(folder.glob("*.yml"))}
    )


def examples(path: Path) -> Iterator[str]:
    """Yield the examples of one of Rasa's training files, one a line (a YAML parser takes a hundred times as long)."""
    with path.open(encoding="utf-8") as file:
        yield from (match[1] for match in map(EXAMPLE.match, file) if match)


def features(tokens: Iterable[str]) -> Iterator[str]:
    """Yield each word, and its letter trigrams (word ends marked by spaces) with a `#` before them."""
    for word in tokens:
        yield word
        yield from (f"#{padded[start : start + 3]}" for padded in [f" {word} "] for start in range(len(padded) - 2))


def _count(texts: Iterable[list[str]]) -> Counter[str]:
    seen = Counter(word for text in texts for word in text)
    counts: Counter[str] = Counter()
    for word, times in seen.items():
        for feature in features([word]):
            counts[feature] += times
    return counts


def _split(counts: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """Return the counts of words and of trigrams."""
    whole = Counter({name: count for name, count in counts.items() if name[0] != "#"})
    return whole, Counter({name: count for name, count in counts.items() if name[0] == "#"})

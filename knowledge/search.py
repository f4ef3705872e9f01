"""Finds topics by their own words, so that one added today is found without training.

Pure functions over a snapshot. The score is BM25 (Robertson & Zaragoza 2009) over folded words and, so that inflected
and misspelt words still meet, over the first five letters of longer words at a lower weight.
"""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.schema import Topic
from knowledge.snapshot import Snapshot
from knowledge.text import words
from knowledge.translation import Translations

K1, B = 1.2, 0.5
STEM_LENGTH, STEM_WEIGHT = 5, 0.5
# How much a word counts by where it stands: what staff say visitors ask counts most.
FIELD_WEIGHTS = {"name": 3, "keywords": 3, "examples": 3, "description": 1, "easy": 1}


@dataclass(frozen=True)
class Hit:
    """A topic found. `share`: how much of the question's weight its words carry, 0 to 1."""

    topic: str
    score: float
    share: float


class Index:
    """The words of every topic of one snapshot, in every language that has a translation of them."""

    def __init__(self, snapshot: Snapshot, translations: Translations) -> None:
        languages = [language.code for language in snapshot.full_languages()]
        self._terms = {topic.id: _terms_of(topic, translations, languages) for topic in snapshot.topics.values()}
        self._lengths = {topic: sum(terms.values()) for topic, terms in self._terms.items()}
        self._mean_length = sum(self._lengths.values()) / max(len(self._lengths), 1)
        self._frequency = Counter(term for terms in self._terms.values() for term in terms)

    def search(self, question: str, limit: int = 5) -> list[Hit]:
        """Return at most `limit` topics that share words with `question`, best first."""
        asked = {term: self._rarity(term) for term in _terms(words(question))}
        hits = [self._hit(topic, asked) for topic in self._terms]
        return sorted((hit for hit in hits if hit.score > 0), key=lambda hit: (-hit.score, hit.topic))[:limit]

    def _rarity(self, term: str) -> float:
        count = self._frequency[term]
        return math.log(1 + (len(self._terms) - count + 0.5) / (count + 0.5)) * _weight(term)

    def _hit(self, topic: str, asked: dict[str, float]) -> Hit:
        found = self._terms[topic]
        length = K1 * (1 - B + B * self._lengths[topic] / self._mean_length)
        score = sum(rarity * found[term] * (K1 + 1) / (found[term] + length) for term, rarity in asked.items())
        covered = sum(rarity for term, rarity in asked.items() if found[term])
        return Hit(topic, score, covered / (sum(asked.values()) or 1))


def _terms_of(topic: Topic, translations: Translations, languages: list[str]) -> Counter[str]:
    terms: Counter[str] = Counter()
    for field, weight in FIELD_WEIGHTS.items():
        for text in _texts(topic, field, translations, languages):
            for term in _terms(words(text)):
                terms[term] += weight
    return terms


def _texts(topic: Topic, field: str, translations: Translations, languages: list[str]) -> set[str]:
    value = getattr(topic, field)
    if isinstance(value, list):
        return set(value)
    return {translations.translate(value, language).text for language in languages}


def _terms(tokens: Iterable[str]) -> list[str]:
    """Return the words, and the beginnings of the longer ones marked with a hyphen."""
    tokens = list(tokens)
    return tokens + [f"{token[:STEM_LENGTH]}-" for token in tokens if len(token) >= STEM_LENGTH]


def _weight(term: str) -> float:
    return STEM_WEIGHT if term.endswith("-") else 1.0

"""Finds the knowledge base's own terms in a message: who, where, what is hard, which place, which channel, which language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from knowledge.snapshot import Terms
from knowledge.text import words

TOKEN = re.compile(r"\S+")
ALWAYS = "en"


@dataclass(frozen=True)
class Mention:
    """A term found: `category` and `term` are ids of the gazetteer, `start` and `end` are positions in the message."""

    category: str
    term: str
    start: int
    end: int


class Gazetteer:
    """The terms of one snapshot. Words of the message's language and of English count, because people mix them."""

    def __init__(self, terms: Terms) -> None:
        self._vocab = spacy.blank("xx").vocab
        self._matchers = {language: self._matcher(entries) for language, entries in _by_language(terms).items()}

    def find(self, text: str, language: str) -> list[Mention]:
        """Return what `text` mentions, in order; of terms that overlap in one category the longest counts."""
        tokens = [(word, match.start(), match.end()) for match in TOKEN.finditer(text) for word in words(match[0])]
        if not tokens:
            return []
        document = Doc(self._vocab, words=[word for word, _, _ in tokens])
        return [
            Mention(*_ids(span.label_), tokens[span.start][1], tokens[span.end - 1][2])
            for span in self._spans(document, language)
        ]

    def _spans(self, document: Doc, language: str) -> list:
        found: dict[str, list] = {}
        for name in dict.fromkeys([language, ALWAYS]):
            for span in self._matchers[name](document, as_spans=True) if name in self._matchers else []:
                found.setdefault(_ids(span.label_)[0], []).append(span)
        return [span for spans in found.values() for span in filter_spans(spans)]

    def _matcher(self, entries: Mapping[str, list[str]]) -> PhraseMatcher:
        matcher = PhraseMatcher(self._vocab)
        for label, phrases in entries.items():
            folded = {tuple(words(phrase)) for phrase in phrases} - {()}
            matcher.add(label, [Doc(self._vocab, words=list(phrase)) for phrase in sorted(folded)])
        return matcher


def _by_language(terms: Terms) -> dict[str, dict[str, list[str]]]:
    sorted_out: dict[str, dict[str, list[str]]] = {}
    for category, term, language, phrases in _flat(terms):
        sorted_out.setdefault(language, {})[f"{category}/{term}"] = list(phrases)
    return sorted_out


def _flat(terms: Terms) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    for category, entries in terms.items():
        for term, languages in entries.items():
            for language, phrases in languages.items():
                yield category, term, language, phrases


def _ids(label: str) -> tuple[str, str]:
    category, _, term = label.partition("/")
    return category, term

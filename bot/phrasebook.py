"""Files of crisis phrases, and finding the phrases in a message.

A phrase is a regular expression over folded text, with ` ... ` for a gap of up to four words and <name> for a group.
"""

import re
import sre_parse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from knowledge.schema import CrisisKind
from knowledge.text import fold

Section = Literal["explicit", "third_party", "possible", "third_party_possible", "young", "harmless"]
SECTIONS: tuple[Section, ...] = get_args(Section)  # the gravest first

BLANK = "#"  # stands where harmless words were; `fold` never leaves one, so no phrase or gap reaches across it
WORD = re.compile(rf"[^\s{BLANK}]+")
GAP = rf"(?: [^\s{BLANK}]+){{0,4}} "
GAP_MARK = "\0"
DROPPED = re.compile(r"['’‘]\??")  # `fold` drops apostrophes, so "i'?m" is "im"
UNBOUNDED = re.compile(r"[.)>][*+]")  # can take for ever on a hostile message
TOKEN = re.compile(
    r"""(?P<syntax>\(\?(?:[:=!]|<[=!])|\\.|\{[\d,]+\}|[|)*+?.])|(?P<bracket>\()|(?P<group><\w*>?)|(?P<letters>\[[^]]*\]?)"""
    r"""|(?P<words>[^<\\()|*+?.{\[]+)"""
)
ANYTHING = "\uffff"
DEPTH = 3  # letters that a phrase is filed under


class PhraseFile(BaseModel):
    """A file of phrases, as written. `words`: groups that phrases, and later groups, use as <name>."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    language: str
    words: dict[str, list[str]] = {}
    harmless: list[str] = []
    explicit: dict[CrisisKind, list[str]] = {}
    possible: dict[CrisisKind, list[str]] = {}
    third_party: dict[CrisisKind, list[str]] = {}
    third_party_possible: dict[CrisisKind, list[str]] = {}
    young: list[str] = []

    def entries(self) -> Iterator[tuple[Section, CrisisKind | None, str]]:
        """Yield each phrase with its section and kind; kind is None for the young and the harmless."""
        for section in SECTIONS:
            phrases = getattr(self, section)
            for kind, ones in phrases.items() if isinstance(phrases, dict) else [(None, phrases)]:
                yield from ((section, kind, one) for one in ones)


@dataclass(frozen=True)
class Phrase:
    """One phrase, to be matched where a word starts. `source`: as it was written; `expression`: as a regular expression;
    `openings`: the first letters with which a match can begin."""

    section: Section
    kind: CrisisKind | None
    source: str
    expression: str
    openings: tuple[str, ...]

    def as_row(self) -> list[Any]:
        """Return the phrase as plain data."""
        return [self.section, self.kind, self.source, self.expression, list(self.openings)]

    @classmethod
    def from_row(cls, row: list[Any]) -> "Phrase":
        """Return the phrase that `as_row` made plain."""
        section, kind, source, expression, begins = row
        return cls(section, kind, source, expression, tuple(begins))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression. Compiled when first tried: at start that would take seconds for all languages."""
        return re.compile(self.expression)


@dataclass(frozen=True)
class Hit:
    """The letters from `start` to `end` of a text match `phrase`."""

    phrase: Phrase
    start: int
    end: int

    def inside(self, other: "Hit") -> bool:
        """Return whether this is a later part of the other hit."""
        return other.start < self.start and self.end <= other.end


class PhraseBook:
    """Phrases filed by their first letters, so that at each word only the few that can match there are tried."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._by_opening: defaultdict[str, list[Phrase]] = defaultdict(list)
        for phrase in phrases:
            for opening in phrase.openings:
                self._by_opening[opening].append(phrase)

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield every match of every phrase in the folded `text`."""
        for word in WORD.finditer(text):
            for phrase in self._candidates(text[word.start() : word.start() + DEPTH]):
                if found := phrase.pattern.match(text, word.start()):
                    yield Hit(phrase, found.start(), found.end())

    def _candidates(self, letters: str) -> Iterator[Phrase]:
        for length in range(len(letters) + 1):
            yield from self._by_opening.get(letters[:length], ())


def read_phrases(path: Path) -> list[Phrase]:
    """Return the phrases of one file; raise ValueError naming the file and the phrase or field that is wrong."""
    try:
        file = PhraseFile.model_validate(YAML(typ="safe", pure=False).load(path.read_text("utf-8")))
        groups: dict[str, str] = {}
        for name, alternatives in file.words.items():
            groups[name] = f"(?:{'|'.join(_expression(one, groups) for one in alternatives)})"
        return [_phrase(*entry, groups) for entry in file.entries()]
    except (ValueError, YAMLError) as error:
        raise ValueError(f"{path.name}: {error}") from error


def _phrase(section: Section, kind: CrisisKind | None, source: str, groups: dict[str, str]) -> Phrase:
    expression = rf"(?:{_expression(source, groups)})(?!\S)"
    try:
        begins = openings(expression)
        matches_nothing = "" in begins and re.match(expression, "")
    except re.error as error:
        raise ValueError(f"{source!r}: {error}") from error
    if matches_nothing:
        raise ValueError(f"{source!r}: would match everything")
    return Phrase(section, kind, source, expression, tuple(sorted(begins)))


def _expression(phrase: str, groups: dict[str, str]) -> str:
    """Return `phrase` as a regular expression over folded text; raise ValueError naming the phrase if it is not one."""
    if UNBOUNDED.search(phrase):
        raise ValueError(f"{phrase!r}: a gap needs a bound: ' ... ' or {{0,3}} instead of * and +")
    plain = DROPPED.sub("", phrase.replace(" ... ", GAP_MARK)).replace("-?", " ?")
    try:
        parts = [_part(token, groups) for token in TOKEN.finditer(plain)]
    except ValueError as error:
        raise ValueError(f"{phrase!r}: {error}") from error
    return re.sub(" {2,}", " ", "".join(parts)).replace(GAP_MARK, GAP)


def _part(token: re.Match[str], groups: dict[str, str]) -> str:
    """Return one piece of a phrase as a regular expression: words folded, groups put in."""
    text = token[0]
    if token.lastgroup == "words":
        return re.sub(rf"[^ {GAP_MARK}]+", lambda word: fold(word[0]), text)
    if token.lastgroup == "letters":
        return "".join(fold(letter) or letter for letter in text)
    if token.lastgroup == "group" and text[1:-1] not in groups:
        raise ValueError(f"{text} is not a group defined above")
    return {"group": groups.get(text[1:-1], ""), "bracket": "(?:"}.get(token.lastgroup or "", text)


def openings(pattern: str) -> set[str]:
    """Return the first letters (at most DEPTH, fewer if anything may follow) with which a match of `pattern` can begin."""
    return {opening.rstrip(ANYTHING) for opening in _openings(sre_parse.parse(pattern))}


def _openings(items: Any) -> set[str]:
    found = {""}
    for operation, argument in items:
        choices = _choices(operation, argument)
        found = {opening if _complete(opening) else (opening + more)[:DEPTH] for opening in found for more in choices}
    return found


def _choices(operation: Any, argument: Any) -> set[str]:
    """Return with what one item of a parsed regular expression can begin; "" if it may take no letters."""
    if operation is sre_parse.LITERAL:
        return {chr(argument)}
    if operation is sre_parse.IN and all(kind is sre_parse.LITERAL for kind, _ in argument):
        return {chr(letter) for _, letter in argument}
    if operation is sre_parse.BRANCH:
        return set().union(*map(_openings, argument[1]))
    if operation is sre_parse.SUBPATTERN:
        return _openings(argument[-1])
    if operation in (sre_parse.MAX_REPEAT, sre_parse.MIN_REPEAT):
        return _repeated(*argument)
    return {""} if operation in (sre_parse.AT, sre_parse.ASSERT, sre_parse.ASSERT_NOT) else {ANYTHING}


def _repeated(least: int, most: int, items: Any) -> set[str]:
    more = ANYTHING if most > 1 else ""
    found = {opening if _complete(opening) else opening + more for opening in _openings(items)}
    return found if least else found | {""}


def _complete(opening: str) -> bool:
    return len(opening) >= DEPTH or opening.endswith(ANYTHING)

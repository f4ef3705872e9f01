"""Recognises the language of a message: script first, then words, then langdetect, weighed with what is known before.

Pure functions over evidence read once at start; the same message with the same hints always gives the same answer.
Raw langdetect reads "help" as Dutch (docs/languages.md): here it may only choose among the served languages, and
only when our own evidence, the words of our own training examples, leaves the matter open.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from langdetect import PROFILES_DIRECTORY, DetectorFactory
from langdetect.lang_detect_exception import LangDetectException

from bot.scripts import script_of
from bot.word_evidence import Evidence

# How much is added to the log-odds of a language for being the conversation's, or the page's or picker's.
PREVIOUS_WEIGHT, HINT_WEIGHT = 4.0, 1.5
# Few write their language in Latin letters when it has its own: "hiya" is English first, and Arabic only then.
ROMANISED_WEIGHT = -1.5
# The charity's page is in English: what leaves everything open ("ok") is read as English.
DEFAULT, DEFAULT_WEIGHT = "en", 1.0
# The conversation's language is left only for one at least this probable.
SWITCH_ABOVE = 0.9
# Below this our own evidence leaves the matter open, and langdetect is asked.
DECISIVE = 0.9
# The part of langdetect's probability mass that a served language gets at the least.
FLOOR = 0.02
# On a word or two langdetect is often sure and wrong, so that its opinion counts half.
LANGDETECT_WEIGHT = 0.5


@dataclass(frozen=True)
class Recognition:
    """`language`: BCP 47 code; `script`: ISO 15924 code; `confidence`: 0 to 1; `romanised`: written in Latin letters
    though the language has its own; `served`: False when it can be none of ours and `language` is only the best to answer in."""

    language: str
    script: str
    confidence: float
    romanised: bool = False
    served: bool = True


class LanguageRecognizer:
    """Recognises one of `scripts`, a mapping of language code -> ISO 15924 code of its own script."""

    def __init__(self, scripts: Mapping[str, str], evidence: Evidence) -> None:
        self._scripts = scripts
        self._evidence = evidence
        self._detectors = DetectorFactory()
        self._detectors.set_seed(0)
        self._detectors.load_profile(PROFILES_DIRECTORY)

    def recognise(self, text: str, *, previous: str | None = None, hint: str | None = None) -> Recognition:
        """Return the language of `text`. `previous`: the conversation's language; `hint`: the page's or picker's."""
        script = script_of(text)
        expected = self._known(previous) or self._known(hint) or "en"
        if script is None:
            return Recognition(expected, "Zyyy", 0.0)
        candidates = self._candidates(script)
        if not candidates:
            return Recognition(expected, script, 0.0, served=False)
        chances = self._chances(text, candidates, previous, hint)
        tag = max(chances, key=lambda name: (chances[name], name))
        if (
            previous is not None
            and previous in self._scripts
            and tag.split("-")[0] != previous
            and chances[tag] < SWITCH_ABOVE
        ):
            return Recognition(previous, script, 1 - chances[tag])
        language, _, latin = tag.partition("-")
        return Recognition(language, script, chances[tag], romanised=bool(latin))

    def _known(self, code: str | None) -> str | None:
        """Return the served language that the BCP 47 tag `code` stands for, if any."""
        base = (code or "").split("-")[0].lower()
        return base if base in self._scripts else None

    def _candidates(self, script: str) -> list[str]:
        """Return the evidence tags written in `script`: `ur` in Arabic script, `ur-Latn` in Latin."""
        return [tag for tag in self._evidence.tags if self._script_of_tag(tag) == script]

    def _script_of_tag(self, tag: str) -> str | None:
        language, _, script = tag.partition("-")
        return script or self._scripts.get(language)

    def _chances(self, text: str, tags: list[str], previous: str | None, hint: str | None) -> dict[str, float]:
        scores = self._evidence.scores(text, tags)
        for tag in tags:
            language = tag.split("-")[0]
            scores[tag] += PREVIOUS_WEIGHT * (language == self._known(previous)) + HINT_WEIGHT * (
                language == self._known(hint)
            )
            scores[tag] += DEFAULT_WEIGHT * (language == DEFAULT) + ROMANISED_WEIGHT * (tag != language)
        chances = softmax(scores)
        if max(chances.values()) >= DECISIVE or len(tags) == 1:
            return chances
        seen = self._langdetect(text, tags)
        return softmax(
            {tag: score + LANGDETECT_WEIGHT * math.log(seen.get(tag, FLOOR)) for tag, score in scores.items()}
        )

    def _langdetect(self, text: str, tags: list[str]) -> dict[str, float]:
        """Return langdetect's probabilities for the tags it has a profile for; seeded, and restricted to them."""
        detector = self._detectors.create()
        detector.set_prior_map({tag: 1.0 if tag in tags else 0.0 for tag in self._detectors.get_lang_list()})
        detector.append(text)
        try:
            return {guess.lang: max(guess.prob, FLOOR) for guess in detector.get_probabilities()}
        except (LangDetectException, ZeroDivisionError):
            return {}


def softmax(scores: Mapping[str, float]) -> dict[str, float]:
    """Return the probabilities that belong to log-scores; empty for empty."""
    top = max(scores.values(), default=0.0)
    parts = {name: math.exp(score - top) for name, score in scores.items()}
    total = sum(parts.values())
    return {name: part / total for name, part in parts.items()}

"""English answers can be read by many: grade 6 for nine in ten, twenty words a sentence (fifteen in easy words)."""

import re

import pytest
import textstat

from actions.voice import Voice
from knowledge.library import Library
from knowledge.store import Store
from knowledge.translation import Translations

VOICE = Voice(Library(Store(), Translations({})), "en")
TOPICS = list(VOICE.snapshot.topics.values())
ANSWERS = {topic.id: VOICE.say(topic.description, languages="English, Polish") for topic in TOPICS}
EASY = {topic.id: VOICE.say(topic.easy, languages="English, Polish") for topic in TOPICS}
GRADE, SHARE = 6, 0.9


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!])\s+", text) if part]


@pytest.mark.parametrize("answers", [ANSWERS, EASY], ids=["usual", "easy"])
def test_nine_in_ten_answers_read_at_grade_six_or_below(answers: dict[str, str]) -> None:
    hard = {topic: textstat.flesch_kincaid_grade(text) for topic, text in answers.items()}
    hard = {topic: grade for topic, grade in hard.items() if grade > GRADE}
    assert len(hard) <= (1 - SHARE) * len(answers), hard


@pytest.mark.parametrize("topic", ANSWERS)
def test_sentences_are_short(topic: str) -> None:
    # The list of languages grows with every one that is served; it is read as a list.
    counted = [len(sentence.split()) for sentence in sentences(ANSWERS[topic]) if "English, Polish" not in sentence]
    assert max(counted) <= 20
    assert max(len(sentence.split()) for sentence in sentences(EASY[topic])) <= 15


@pytest.mark.parametrize("topic", ANSWERS)
def test_easy_words_are_no_harder_than_the_usual_ones(topic: str) -> None:
    assert textstat.flesch_kincaid_grade(EASY[topic]) <= max(textstat.flesch_kincaid_grade(ANSWERS[topic]), GRADE)

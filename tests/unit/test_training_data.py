"""The training data: enough of it for every topic, and no evaluation message in it."""

from collections import Counter

import pytest
from ruamel.yaml import YAML

from bot.word_evidence import TRAINING_DATA, examples
from evaluation.messages import MESSAGES, read_messages
from knowledge.store import Store
from knowledge.text import fold

TOPICS = list(Store().snapshot.topics)
LANGUAGES = [language.code for language in Store().snapshot.full_languages()]


def counts(language: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for path in TRAINING_DATA.glob(f"{language}*.yml"):
        for block in YAML(typ="safe").load(path)["nlu"]:
            found[block["intent"]] += len(block["examples"].strip().splitlines())
    return found


def test_no_evaluation_message_is_a_training_example() -> None:
    known = {fold(text) for path in TRAINING_DATA.glob("*.yml") for text in examples(path)}
    languages = {path.name.split(".")[0] for path in MESSAGES.glob("*.jsonl")}
    asked = [message.text for language in sorted(languages) for message in read_messages(language)]
    assert [text for text in asked if fold(text) in known] == []
    assert len(asked) > 1000


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_has_enough_examples(language: str) -> None:
    least = 60 if language == "en" else 40
    assert {topic: count for topic, count in counts(language).items() if topic in TOPICS and count < least} == {}
    assert set(TOPICS) <= set(counts(language))


@pytest.mark.parametrize("path", sorted(TRAINING_DATA.glob("*.yml")), ids=lambda path: path.stem)
def test_the_line_reader_sees_what_a_yaml_parser_sees(path) -> None:
    parsed = [
        line[2:] for block in YAML(typ="safe").load(path)["nlu"] for line in block["examples"].strip().splitlines()
    ]
    assert list(examples(path)) == parsed

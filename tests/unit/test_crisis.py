"""The crisis gate: cries for help are recognised in every language, and everyday talk gets no alarm."""

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from bot.crisis import CrisisGate, load_gate
from bot.phrasebook import read_phrases

SENTENCES = Path(__file__).parent / "crisis_sentences"
LONGEST = 1_000
MOST_SECONDS = 0.1
STARTS = [
    "i want to ",
    "can you help me i m ",
    "my husband ",
    "my son said ",
    "please ",
    "شوہر ",
    "moj brat ",
    "he is going to ",
]
# A lone "he" is taken for a partner: abuse has 999 on its card too, and helplines that danger's lacks (bot/crisis.py).
KINDS_FOR = {"danger": {"danger", "domestic-abuse"}}


def sentences(level: str = "", third_party: bool = False, language: str = "*") -> list[Any]:
    files = [
        (path, YAML(typ="safe").load(path.read_text("utf-8"))) for path in sorted(SENTENCES.glob(f"{language}.yml"))
    ]
    return [
        pytest.param(sentence, id=f"{path.stem}: {sentence['text']}")
        for path, found in files
        for sentence in found
        if sentence["level"].startswith(level) and (sentence["third_party"] or not third_party)
    ]


@pytest.fixture(scope="module")
def gate() -> CrisisGate:
    gate = load_gate()
    gate.check(" ".join(STARTS))
    return gate


@pytest.mark.parametrize("sentence", sentences("explicit"))
def test_plain_words_show_the_card(gate: CrisisGate, sentence: dict[str, Any]) -> None:
    crisis = gate.check(sentence["text"])
    assert crisis
    assert crisis.level == "explicit"


@pytest.mark.parametrize("sentence", sentences("possible"))
def test_hints_are_noticed(gate: CrisisGate, sentence: dict[str, Any]) -> None:
    assert gate.check(sentence["text"])


@pytest.mark.parametrize("sentence", sentences("none"))
def test_everyday_talk_shows_no_card(gate: CrisisGate, sentence: dict[str, Any]) -> None:
    crisis = gate.check(sentence["text"])
    assert crisis is None or crisis.level != "explicit"


@pytest.mark.parametrize("sentence", sentences(third_party=True))
def test_worry_about_someone_else_is_told_apart(gate: CrisisGate, sentence: dict[str, Any]) -> None:
    crisis = gate.check(sentence["text"])
    assert crisis
    assert crisis.third_party


@pytest.mark.parametrize("sentence", [*sentences("explicit", language="en"), *sentences("possible", language="en")])
def test_the_card_is_of_the_right_kind(gate: CrisisGate, sentence: dict[str, Any]) -> None:
    crisis = gate.check(sentence["text"])
    assert crisis
    assert crisis.kind in KINDS_FOR.get(sentence["kind"], {sentence["kind"]})


@pytest.mark.parametrize(
    "text",
    ["k i l l myself", "I want to k.i.l.l myself", "i am s-u-i-c-i-d-a-l", "want to k!ll myself", "i wanna dieeeee",
     "I W A N T to d i e", "i w a n t t o d i e", "i am su1cidal", "i want to dіe"],
)  # fmt: skip
def test_spaced_and_disguised_letters_are_seen_through(gate: CrisisGate, text: str) -> None:
    crisis = gate.check(text)
    assert crisis
    assert (crisis.level, crisis.kind) == ("explicit", "suicide-self-harm")


@pytest.mark.parametrize(
    "idiom",
    ["this queue is killing me", "my phone died", "I could murder a curry", "hang on a minute", "I'm dying to know when you open",
     "do you run suicide prevention training", "he was charged with assault", "dead good service", "I nearly died laughing",
     "I used to self harm", "my mum will kill me if I miss this again lol", "what a killer headache"],
)  # fmt: skip
@pytest.mark.parametrize(
    "cry", ["I want to kill myself", "my husband beat me up", "i cut my wrists", "he hit me with a belt"]
)
@pytest.mark.parametrize("joined", ["{idiom} {cry}", "{idiom} and {cry}", "{cry}. {idiom}", "{cry} {idiom}"])
def test_a_harmless_idiom_never_hides_a_cry_in_the_same_message(
    gate: CrisisGate, idiom: str, cry: str, joined: str
) -> None:
    crisis = gate.check(joined.format(idiom=idiom, cry=cry))
    assert crisis
    assert crisis.level == "explicit"


@pytest.mark.parametrize(
    "text",
    ["he'll kill me if I leave", "my husband will kill me when he finds out", "can you help me I'm suicidal",
     "I've been suicidal for years", "I keep thinking about suicide", "he wants to kill me for leaving him", "he hit the kids",
     "I used to self harm and I have started again", "he was arrested for beating me", "my husband's hitting me"],
)  # fmt: skip
def test_words_that_an_idiom_shares_with_a_cry_do_not_hide_it(gate: CrisisGate, text: str) -> None:
    crisis = gate.check(text)
    assert crisis
    assert crisis.level == "explicit"
    assert not crisis.third_party


def test_a_child_is_recognised_as_young(gate: CrisisGate) -> None:
    crisis = gate.check("I'm being forced to have sex and I'm only 12")
    assert crisis
    assert crisis.level == "explicit"
    assert crisis.young


def test_an_adult_is_not_young(gate: CrisisGate) -> None:
    crisis = gate.check("I'm 45 and I want to die")
    assert crisis
    assert not crisis.young


TEXTS = st.text(max_size=LONGEST) | st.lists(
    st.sampled_from([*STARTS, "a ", "kill ", "k i l l ", "that ", "و ", "się "])
).map(lambda parts: "".join(parts)[:LONGEST])


@settings(max_examples=200, deadline=None)
@given(TEXTS)
@example("")
@example("i " * (LONGEST // 2))
@example("my husband said he said " * (LONGEST // 24))
@example("a" * LONGEST)
@example("k.i.l.l" * (LONGEST // 7))
def test_any_text_is_checked_without_error_and_at_once(gate: CrisisGate, text: str) -> None:
    # the first time, phrases may still have to be compiled
    assert min(_seconds(gate, text) for _ in range(2)) < MOST_SECONDS


def _seconds(gate: CrisisGate, text: str) -> float:
    start = time.perf_counter()
    gate.check(text)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("langauge: en", "langauge"),
        ("language: en\nphrases: [help]", "phrases"),
        ("language: en\nexplicit: {sadness: [help]}", "sadness"),
        ("language: en\nexplicit: {danger: ['hel(p']}", "hel(p"),
        ("language: en\nexplicit: {danger: ['<nobody> help']}", "<nobody>"),
        ("language: en\nexplicit: {danger: ['help .* me']}", "help .* me"),
        ("language: en\nexplicit: {danger: ['(help)?']}", "(help)?"),
        ("language: en\nyoung: [12]", "young"),
        ("language: [en", "en.yml"),
    ],
)
def test_a_mistake_in_a_phrase_file_is_named(tmp_path: Path, content: str, named: str) -> None:
    file = tmp_path / "en.yml"
    file.write_text(content, "utf-8")
    with pytest.raises(ValueError, match=r"en\.yml") as error:
        read_phrases(file)
    assert named in str(error.value)


def test_the_gate_of_a_folder_names_the_file_that_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "en.yml").write_text("language: en\nexplicit: {danger: [help me now]}", "utf-8")
    (tmp_path / "xx.yml").write_text("language: xx\nunknown: []", "utf-8")
    with pytest.raises(ValueError, match=r"xx\.yml"):
        load_gate(tmp_path)

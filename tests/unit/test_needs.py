"""Parts of a message, and the memory between turns."""

import pytest

from actions.memory import TRAIL_LENGTH, Memory
from bot.needs import parts


@pytest.mark.parametrize(
    ("text", "conjunctions", "expected"),
    [
        ("is there training and how do i refer", ["and"], ["is there training", "how do i refer"]),
        ("Who funds you? Have you won awards?", ["and"], ["Who funds you", "Have you won awards"]),
        ("ile to kosztuje oraz gdzie jesteście", ["oraz"], ["ile to kosztuje", "gdzie jesteście"]),
        ("کیا مفت ہے؟ نمبر کیا ہے", ["اور"], ["کیا مفت ہے", "نمبر کیا ہے"]),
        ("the brand new andes", ["and"], ["the brand new andes"]),
        ("", ["and"], []),
    ],
)
def test_parts(text: str, conjunctions: list[str], expected: list[str]) -> None:
    assert parts(text, conjunctions) == expected


def test_memory_survives_its_slot() -> None:
    memory = Memory(
        trail=["cost"], offered=["funders"], easy=True, flow="guide", answers={"who": None}, said="x", times=2
    )
    assert Memory.from_slot(memory.as_slot()) == memory
    assert Memory.from_slot(None) == Memory()
    assert Memory.from_slot({"of another": "version"}) == Memory()


def test_the_trail_is_bounded_and_has_no_repeats_in_a_row() -> None:
    memory = Memory()
    for number in range(20):
        memory = Memory(trail=memory.after(f"topic-{number}"))
        memory = Memory(trail=memory.after(f"topic-{number}"))
    assert len(memory.trail) == TRAIL_LENGTH
    assert len(set(memory.trail)) == TRAIL_LENGTH

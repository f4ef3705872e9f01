"""The figures of the evaluation mean what they say."""

import pytest

from evaluation.asking import Answer
from evaluation.messages import Message
from evaluation.scores import Share, confusions, crisis_met, novel, right_first, right_offered


def answer(label: str, text: str = "x", **summary: object) -> Answer:
    message = Message("en", text, frozenset([label]), "plain", label.startswith("crisis") or label == "benign", False)
    return Answer(message, {"topic": None, "suggestions": [], "crisis": None, "language": "en", **summary})


def test_right_first_counts_the_topic_and_what_was_also_answered() -> None:
    assert right_first(answer("cost", topic="cost"))
    assert right_first(answer("cost", topic="training", also=["cost"]))
    assert not right_first(answer("cost", suggestions=["cost"]))
    assert right_offered(answer("cost", suggestions=["cost"]))


@pytest.mark.parametrize(
    ("label", "crisis", "met"),
    [
        ("benign", None, True),
        ("benign", {"level": "possible"}, True),
        ("benign", {"level": "explicit"}, False),
        ("crisis-explicit", {"level": "possible"}, False),
        ("crisis-indirect", {"level": "possible"}, True),
        ("crisis-third", {"level": "explicit", "third_party": False}, False),
        ("crisis-explicit", None, False),
    ],
)
def test_crisis(label: str, crisis: dict | None, met: bool) -> None:
    assert crisis_met(answer(label, crisis=crisis)) is met


def test_percentages_are_never_rounded_up() -> None:
    assert str(Share(2, 3)).startswith("66.6% (")
    assert str(Share(0, 0)) == "–"


def test_novel_messages_are_unlike_every_example() -> None:
    same, new = answer("cost", "how much does it cost"), answer("cost", "quid pro nothing")
    assert novel([same, new], ["how much does it cost me", "opening times"]) == [new]


def test_confusions_list_only_the_wrong() -> None:
    assert confusions([answer("cost", topic="cost"), answer("cost", topic="greet")]) == [("cost", "greet", 1)]

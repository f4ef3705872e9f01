"""The guide and the professionals' lane: no combination of answers is left without an outcome."""

import shutil
from pathlib import Path

import pytest

from knowledge.errors import ContentError
from knowledge.loading import load
from knowledge.questions import GuideRule
from knowledge.store import SHIPPED_CONTENT, Store

SNAPSHOT = Store().snapshot


@pytest.mark.parametrize("name", ["guide", "professionals"])
def test_every_combination_of_answers_ends_in_an_outcome(name: str) -> None:
    flow = getattr(SNAPSHOT, name)
    combinations = list(flow.combinations())
    expected = 1
    for question in flow.questions:
        expected *= len(question.options) + 1
    assert len(combinations) == expected
    for answers in combinations:
        rule = flow.outcome(answers)
        assert rule is not None, answers
        assert rule.service in SNAPSHOT.topics


def test_every_outcome_of_the_guide_has_a_reason_what_would_change_it_and_a_next_step() -> None:
    outcomes = set()
    for answers in SNAPSHOT.guide.combinations():
        rule = SNAPSHOT.guide.outcome(answers)
        assert isinstance(rule, GuideRule)
        assert all((rule.reason, rule.change, rule.next))
        outcomes.add(rule.outcome)
    assert outcomes == {"fits", "may-fit", "not-this"}


def test_the_lane_has_three_steps_at_most() -> None:
    assert len(SNAPSHOT.professionals.questions) <= 3


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  - id: open\n    when: {}", "  - id: open\n    when: {who: [me]}", "no rule holds for"),
        (
            "  - id: outside-woman\n    when: {who: [woman], where: [outside]}",
            "  - id: outside-woman\n    when: {}",
            "never reached",
        ),
        ("when: {where: [prison, community]}", "when: {where: [prisn, community]}", "no answer 'prisn'"),
        ("    service: womens-service", "    service: woman-service", "no topic 'woman-service'"),
    ],
)
def test_a_hole_in_the_rules_is_found_on_load(tmp_path: Path, old: str, new: str, said: str) -> None:
    folder = tmp_path / "content"
    shutil.copytree(SHIPPED_CONTENT, folder)
    guide = folder / "guide.yml"
    text = guide.read_text(encoding="utf-8")
    assert old in text
    guide.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=said):
        load(folder)

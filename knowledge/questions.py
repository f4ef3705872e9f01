"""Short flows of questions that end in an outcome: the guide for visitors, and the professionals' lane.

The three outcomes are those of NHS eligibility signposting: fits, may fit (ask), not this service; each with the rule's
own words, what would change it, and a next step.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Annotated, Literal

from pydantic import Field

from knowledge.schema import Record, Sentence, Slug, Title

Answers = Mapping[str, str | None]
SKIPPED = None


class Option(Record):
    """One answer to choose; `name` is the title of its button. `terms`: words of the gazetteer (`category/id`) that mean it
    when they are typed instead."""

    id: Slug
    name: Title
    terms: tuple[str, ...] = ()


class Question(Record):
    """One question, with the answers to choose from. Any question may be skipped."""

    id: Slug
    text: Sentence
    options: Annotated[list[Option], Field(min_length=2)]


class Rule(Record):
    """Names a `service` (a topic id) when every condition of `when` (question id -> option ids) is met."""

    when: dict[Slug, list[Slug]]
    service: Slug

    def holds(self, answers: Answers) -> bool:
        """Return whether `answers` (question id -> option id, None when skipped) meet every condition."""
        return all(answers.get(question) in options for question, options in self.when.items())


class GuideRule(Rule):
    """A rule with its outcome in words."""

    id: Slug
    outcome: Literal["fits", "may-fit", "not-this"]
    reason: Sentence
    change: Sentence
    next: Sentence


class Flow(Record):
    """professionals.yml: questions in order, and the rules, most important first."""

    questions: Annotated[list[Question], Field(min_length=1)]
    rules: Sequence[Rule]

    def outcome(self, answers: Answers) -> Rule | None:
        """Return the first rule that holds for `answers`, or None."""
        return next((rule for rule in self.rules if rule.holds(answers)), None)

    def combinations(self) -> Iterator[Answers]:
        """Yield every combination of answers, skipped ones included."""
        choices = [[SKIPPED, *(option.id for option in question.options)] for question in self.questions]
        for chosen in product(*choices):
            yield dict(zip((question.id for question in self.questions), chosen, strict=True))


class Guide(Flow):
    """guide.yml: a flow whose rules say their outcome in words."""

    rules: Sequence[GuideRule]


def problems(flow: Flow, topics: set[str]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield (location, what is wrong) for references that lead nowhere, rules that are never reached, and combinations
    of answers without an outcome."""
    options = {question.id: {option.id for option in question.options} for question in flow.questions}
    for number, rule in enumerate(flow.rules):
        if rule.service not in topics:
            yield ("rules", number, "service"), f"there is no topic {rule.service!r}"
        for question, chosen in rule.when.items():
            for unknown in sorted(set(chosen) - options.get(question, set())):
                yield ("rules", number, "when", question), f"there is no answer {unknown!r} to {question!r}"
    yield from _reach(flow)


def _reach(flow: Flow) -> Iterator[tuple[tuple[str | int, ...], str]]:
    reached = [flow.outcome(answers) for answers in flow.combinations()]
    if None in reached:
        answers = next(answers for answers in flow.combinations() if flow.outcome(answers) is None)
        yield ("rules",), f"no rule holds for {dict(answers)}"
    for number, rule in enumerate(flow.rules):
        if not any(rule is found for found in reached):
            yield ("rules", number), "this rule is never reached: an earlier one always holds first"

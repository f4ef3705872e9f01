"""The report, as Markdown."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from evaluation.asking import Answer
from evaluation.scores import (
    confusions,
    crisis_met,
    novel,
    right_first,
    right_language,
    right_offered,
    share,
)

SHORT = 2
CRISIS_LABELS = ("crisis-explicit", "crisis-indirect", "crisis-third", "domestic-abuse", "benign")


def report(answers: Sequence[Answer], examples: Sequence[str], languages: Sequence[str]) -> str:
    """Return the report on `answers`, in Markdown. `examples`: the training examples, to tell novel messages."""
    topical = [answer for answer in answers if not answer.message.is_crisis]
    unlike = novel(topical, examples)
    return "\n".join(
        [
            f"# Evaluation, {date.today()}\n\n{len(answers)} messages, none of them a training example. "
            "Percentages are rounded down; in brackets the 95% interval and the number of messages.\n",
            *_topics(topical, unlike, languages),
            *_languages(answers, languages),
            *_crisis([answer for answer in answers if answer.message.is_crisis], languages),
            *_styles(topical),
            *_labels(topical),
            *_wrong(topical),
            *_wrong_crisis([answer for answer in answers if answer.message.is_crisis]),
        ]
    )


def _topics(topical: Sequence[Answer], unlike: Sequence[Answer], languages: Sequence[str]) -> Iterator[str]:
    heads = ("right first", "right or offered", "novel: first", "novel: offered", "romanised: first")
    yield f"## Topic\n\n| | {' | '.join(heads)} |\n|---{'|---' * len(heads)}|"
    for language in languages:
        mine, new = _in(topical, language), _in(unlike, language)
        latin = [answer for answer in mine if answer.message.is_romanised]
        cells = [
            share(mine, right_first),
            share(mine, right_offered),
            share(new, right_first),
            share(new, right_offered),
        ]
        yield _row(language, *cells, share(latin, right_first))


def _languages(answers: Sequence[Answer], languages: Sequence[str]) -> Iterator[str]:
    yield "\n## Language of the reply, without any hint\n\n| | 3 words and more | 1 or 2 words |\n|---|---|---|"
    for language in languages:
        mine = _in(answers, language)
        long = [answer for answer in mine if len(answer.message.text.split()) > SHORT]
        short = [answer for answer in mine if len(answer.message.text.split()) <= SHORT]
        yield _row(language, share(long, right_language), share(short, right_language))


def _crisis(answers: Sequence[Answer], languages: Sequence[str]) -> Iterator[str]:
    yield f"\n## Crisis\n\n| | {' | '.join(CRISIS_LABELS)} |\n|---{'|---' * len(CRISIS_LABELS)}|"
    for name, chosen in [("all", answers), *((language, _in(answers, language)) for language in languages)]:
        labelled = ([answer for answer in chosen if answer.message.label == label] for label in CRISIS_LABELS)
        yield _row(name, *(share(some, crisis_met) for some in labelled))


def _styles(topical: Sequence[Answer]) -> Iterator[str]:
    yield from _by("style", topical, lambda answer: answer.message.style)


def _labels(topical: Sequence[Answer]) -> Iterator[str]:
    yield from _by("label", topical, lambda answer: answer.message.label)


def _by(name: str, topical: Sequence[Answer], key: Callable[[Answer], str]) -> Iterator[str]:
    yield f"\n## By {name}\n\n| | right first | right or offered |\n|---|---|---|"
    for value in sorted({key(answer) for answer in topical}):
        chosen = [answer for answer in topical if key(answer) == value]
        yield _row(value, share(chosen, right_first), share(chosen, right_offered))


def _wrong(topical: Sequence[Answer]) -> Iterator[str]:
    yield "\n## Taken for another topic\n\n| right | given | times |\n|---|---|---|"
    yield from (_row(*row) for row in confusions(topical)[:25])


def _wrong_crisis(answers: Sequence[Answer]) -> Iterator[str]:
    yield "\n## Crisis messages not met\n\n| language | label | given |\n|---|---|---|"
    yield from (
        _row(
            answer.message.language,
            answer.message.label,
            answer.summary["crisis"] and answer.summary["crisis"]["level"],
        )
        for answer in answers
        if not crisis_met(answer)
    )


def _in(answers: Sequence[Answer], language: str) -> list[Answer]:
    return [answer for answer in answers if answer.message.language == language]


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"

"""Plays the scripts in `scripts/` against the real server: what a visitor says, and what must come back.

A step has `say` (a message) or `press` (the topic of a button that was offered), and what is expected:
`topic`, `kind`, `language`, `routes`, `translation` (as in the summary) · `says` / `never` (parts of the reply's text) ·
`phones` (numbers on the cards) · `offers` (topics among the buttons) · `crisis` (the level, or null).
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from support import Talk

SCRIPTS = Path(__file__).parent / "scripts"


def scripts() -> list:
    loaded = []
    for path in sorted(SCRIPTS.glob("*.yml")):
        for name, script in YAML(typ="safe").load(path).items():
            loaded.append(pytest.param(script, id=f"{path.stem}: {name}"))
    return loaded


@pytest.mark.parametrize("script", scripts())
def test_script(script: dict, talk: Callable[..., Talk]) -> None:
    chat = talk(**({"language": script["page"]} if "page" in script else {}))
    for step in script["steps"]:
        if "press" in step:
            chat.press(step["press"])
        else:
            chat.say(step["say"])
        check(step, chat)


def check(step: dict, chat: Talk) -> None:
    summary, text = chat.summary, chat.text.replace("\u2066", "").replace("\u2069", "")
    context = f"after {step.get('say') or step.get('press')!r}: {text} {summary}"
    for key in ("topic", "kind", "language", "routes", "translation", "also"):
        if key in step:
            assert summary.get(key) == step[key], context
    for part in step.get("says", []):
        assert part in text, context
    for part in step.get("never", []):
        assert part not in text, context
    numbers = {number for card in summary["contacts"] for number in card["phones"]}
    assert set(step.get("phones", [])) <= numbers, context
    assert set(step.get("offers", [])) <= set(summary["suggestions"]), context
    if "crisis" in step:
        assert (summary["crisis"] or {}).get("level") == step["crisis"], context


def test_there_are_scripts_in_every_language_that_is_served() -> None:
    expected = {step.get("language") for param in scripts() for step in param.values[0]["steps"]}
    assert {"en", "pl", "ar", "ur"} <= expected

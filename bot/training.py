"""Trains the model, with a progress bar: `python -m bot.training [--force]`."""

import argparse
import contextlib
import logging
import os
import sys
from pathlib import Path

from tqdm import tqdm

from bot.models import MODELS, ROOT, model_path
from bot.quiet import quieten

# Parts of Rasa's graph that report when they finish.
HOOK_LOGGER = "rasa.engine.training.hooks"


class _Progress(logging.Handler):
    """Advances the bar when Rasa says that a component is ready."""

    def __init__(self, bar: tqdm) -> None:
        super().__init__()
        self._bar = bar

    def emit(self, record: logging.LogRecord) -> None:
        """Read one line of Rasa's training hooks."""
        message = record.getMessage()
        if message.startswith("Starting to train"):
            self._bar.set_description(message.split("'")[1])
        elif message.startswith("Finished training"):
            self._bar.update()


def train_if_needed(*, force: bool = False) -> Path:
    """Return the model that fits the data; train it first when there is none, or when `force`."""
    path = model_path()
    if not force and path.exists():
        return path
    train(path)
    return path


def train(path: Path) -> None:
    """Train a model of this checkout into `path`, showing progress on standard error."""
    os.environ.update(RASA_TELEMETRY_ENABLED="false", TF_CPP_MIN_LOG_LEVEL="3")
    quieten()
    with tqdm(
        total=_trainable_parts(), desc="reading the examples", unit="part", bar_format="{l_bar}{bar}| {elapsed}"
    ) as bar:
        from rasa.model_training import train as rasa_train

        _listen(bar)
        os.chdir(ROOT)
        MODELS.mkdir(exist_ok=True)
        name = path.name.removesuffix(".tar.gz")
        with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
            result = rasa_train(
                "domain.yml", "config.yml", ["data"], output=str(MODELS), fixed_model_name=name, force_training=True
            )
        bar.set_description("ready")
    if result.code != 0 or not path.exists():
        sys.exit("Training failed. `rasa data validate` tells what is wrong with the training data.")


def _listen(bar: tqdm) -> None:
    hooks = logging.getLogger(HOOK_LOGGER)
    hooks.setLevel(logging.INFO)
    hooks.propagate = False
    hooks.addHandler(_Progress(bar))


def _trainable_parts() -> int:
    """Return how many components of config.yml are trained: our two, and the rules."""
    return (ROOT / "config.yml").read_text(encoding="utf-8").count("- name: bot.components") - 3 + 1


def main(arguments: list[str] | None = None) -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m bot.training", description="Train the model of this checkout.")
    parser.add_argument("--force", action="store_true", help="train even when a model fits the data already")
    print(train_if_needed(force=parser.parse_args(arguments).force).relative_to(ROOT))


if __name__ == "__main__":
    main()

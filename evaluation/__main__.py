"""`python -m evaluation`: asks every evaluation message and writes the report."""

import argparse
import asyncio
import tempfile
from pathlib import Path

from bot.training import train_if_needed
from bot.word_evidence import TRAINING_DATA, examples
from evaluation.asking import ask_all
from evaluation.messages import MESSAGES, read_messages
from evaluation.report import report
from knowledge.library import open_library


def main(arguments: list[str] | None = None) -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation", description="Measure the assistant on messages it was not trained on."
    )
    parser.add_argument("languages", nargs="*", help="language codes; default: all that are served in full")
    parser.add_argument(
        "--messages", type=Path, default=MESSAGES, help="folder of the messages (default: the shipped ones)"
    )
    parser.add_argument("--output", type=Path, default=Path("results/evaluation.md"), help="where the report goes")
    chosen = parser.parse_args(arguments)
    languages = chosen.languages or [language.code for language in open_library().snapshot.full_languages()]
    train_if_needed()
    messages = [message for language in languages for message in read_messages(language, chosen.messages)]
    with tempfile.TemporaryDirectory() as scratch:
        answers = asyncio.run(ask_all(messages, Path(scratch)))
    known = [text for path in sorted(TRAINING_DATA.glob("*.yml")) for text in examples(path)]
    text = report(answers, known, languages)
    chosen.output.parent.mkdir(parents=True, exist_ok=True)
    chosen.output.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()

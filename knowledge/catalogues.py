"""The translators' catalogues: extract every visitor-facing string, keep each language's file in step, check them.

python -m knowledge.catalogues update    add new strings to every catalogue, drop those no longer said
python -m knowledge.catalogues check     exit 1 when a string is missing or a placeholder differs
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from knowledge.store import SHIPPED_CONTENT, Store
from knowledge.strings import visible_strings
from knowledge.translation import LOCALE, catalogue_path

PLACEHOLDER = re.compile(r"\{[a-z_:0-9-]+\}")
DIGITS = re.compile(r"\d+")


def template(strings: dict[str, str]) -> Catalog:
    """Return an empty catalogue of `strings` (English text -> where it stands, shown to translators)."""
    catalog = Catalog(project="signpost", domain="signpost", charset="utf-8")
    for text, place in strings.items():
        catalog.add(text, auto_comments=[place])
    return catalog


def update(language: str, strings: dict[str, str], folder: Path = LOCALE) -> Path:
    """Bring the catalogue of `language` in step with `strings`; what is translated already stays. Return its path."""
    path = catalogue_path(language, folder)
    catalog = _read(path, language)
    catalog.update(template(strings), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=100, omit_header=False, sort_output=False)
    return path


def problems(language: str, strings: dict[str, str], folder: Path = LOCALE) -> Iterator[str]:
    """Yield what is wrong with the catalogue of `language`: a string missing, a placeholder or a number changed."""
    catalog = _read(catalogue_path(language, folder), language)
    for text in strings:
        message = catalog.get(text)
        translated = str(message.string) if message else ""
        if not translated:
            yield f"{language}: no translation of {text!r}"
        elif _facts(translated) != _facts(text):
            yield f"{language}: placeholders or numbers differ in the translation of {text!r}"


def _facts(text: str) -> tuple[list[str], list[str]]:
    """Return the placeholders and the numbers of `text`: a translation must carry the same ones."""
    return sorted(PLACEHOLDER.findall(text)), sorted(DIGITS.findall(PLACEHOLDER.sub("", text)))


def _read(path: Path, language: str) -> Catalog:
    if not path.exists():
        return Catalog(locale=language, project="signpost", domain="signpost", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="signpost")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m knowledge.catalogues", description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=["update", "check"])
    command = parser.parse_args(arguments).command
    snapshot = Store(SHIPPED_CONTENT).snapshot
    strings = visible_strings(snapshot)
    languages = [language.code for language in snapshot.full_languages() if language.code != "en"]
    if command == "update":
        print("\n".join(str(update(language, strings).relative_to(LOCALE)) for language in languages))
        return 0
    found = [problem for language in languages for problem in problems(language, strings)]
    print("\n".join(found) or f"{len(strings)} strings, {len(languages)} catalogues: complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

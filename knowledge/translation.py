"""Text in the visitor's language, through gettext catalogues whose key is the English text itself.

When staff change an English sentence, its old translation no longer matches and can never be served by mistake.
Catalogues are `locale/<language>/LC_MESSAGES/signpost.po`, read with Babel. A catalogue whose header names a reviewer
is *reviewed*; so is one entry: a translator comment `# reviewed-by: Name` in either place. Everything else
is *machine*.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

Status = Literal["original", "reviewed", "machine", "english"]
LOCALE = Path(__file__).parent.parent / "locale"
REVIEWER = re.compile(r"[#\s]*reviewed-by:\s*\S")
WORST_FIRST: tuple[Status, ...] = ("english", "machine", "reviewed", "original")


@dataclass(frozen=True)
class Translated:
    """A text as it will be shown, and how far its translation can be trusted."""

    text: str
    status: Status


class Translations:
    """The catalogues of every language. `languages`: language code -> English text -> `Translated`."""

    def __init__(self, languages: Mapping[str, Mapping[str, Translated]]) -> None:
        self._languages = languages

    def translate(self, text: str, language: str) -> Translated:
        """Return `text` (English) in `language`; the English itself, with status `english`, when there is none."""
        if language == "en":
            return Translated(text, "original")
        return self._languages.get(language, {}).get(text) or Translated(text, "english")


def load_translations(folder: Path = LOCALE) -> Translations:
    """Return the catalogues below `folder`; a language without a catalogue is served in English."""
    paths = sorted(folder.glob("*/LC_MESSAGES/signpost.po"))
    return Translations({path.parent.parent.name: _read(path) for path in paths})


def catalogue_path(language: str, folder: Path = LOCALE) -> Path:
    """Return where the catalogue of `language` stands below `folder`."""
    return folder / language / "LC_MESSAGES" / "signpost.po"


def worst(statuses: list[Status]) -> Status:
    """Return the least trustworthy of `statuses`, so that a reply is never said to be better than its weakest part."""
    return min(statuses, key=WORST_FIRST.index, default="original")


def _read(path: Path) -> dict[str, Translated]:
    with path.open("rb") as file:
        catalog = read_po(file)
    return {
        str(message.id): Translated(str(message.string), _status(catalog, message))
        for message in catalog
        if message.id and message.string and not message.fuzzy
    }


def _status(catalog: Catalog, message: Message) -> Status:
    """Return `reviewed` when a translator comment of the file or of the entry names a reviewer."""
    comments = [*message.user_comments, *catalog.header_comment.splitlines()]
    return "reviewed" if any(map(REVIEWER.match, comments)) else "machine"

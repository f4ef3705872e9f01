"""Says the knowledge base's English texts in the visitor's language, with the facts put in last."""

import string

from knowledge.library import Library
from knowledge.placeholders import fill
from knowledge.schema import Language
from knowledge.translation import Status, worst

# Unicode isolates (UAX 9): keep the groups of a phone number in order inside right-to-left text.
LEFT_TO_RIGHT, END = "\u2066", "\u2069"


class Voice:
    """One reply's voice: `say` and `phrase` give text in `language`; `status` tells how far the worst of it can be trusted."""

    def __init__(self, library: Library, language: str) -> None:
        self.library = library
        self.snapshot = library.snapshot
        self.language: Language = self.snapshot.languages.get(language) or self.snapshot.languages["en"]
        self._statuses: list[Status] = []

    @property
    def status(self) -> Status:
        """`original`, `reviewed`, `machine` or `english`: the least trustworthy of what was said."""
        return worst(self._statuses)

    def say(self, english: str, **parts: str) -> str:
        """Return `english` in the visitor's language, with `{part}` and `{phone:contact}` placeholders filled."""
        translated = self.library.translations.translate(english, self.language.code)
        self._statuses.append(translated.status)
        text = fill(translated.text, self.snapshot, self.isolate)
        return _Parts().vformat(text, (), parts) if parts else text

    def phrase(self, key: str, **parts: str) -> str:
        """Return the phrase `key` of the content in the visitor's language."""
        return self.say(self.snapshot.phrases[key], **parts)

    def label(self, topic: str) -> str:
        """Return the name of `topic` as the title of a button."""
        return self.say(self.snapshot.topics[topic].name)

    def isolate(self, number: str) -> str:
        """Return `number` such that it reads left to right within the visitor's language."""
        return f"{LEFT_TO_RIGHT}{number}{END}" if self.language.direction == "rtl" else number


class _Parts(string.Formatter):
    """Fills named parts only: content is data, and must not reach attributes or positions."""

    def get_field(self, field_name: str, args: object, kwargs: object) -> tuple[object, str]:
        return kwargs[field_name], field_name  # type: ignore[index]

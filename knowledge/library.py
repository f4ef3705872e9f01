"""What we know, ready to be asked: the served snapshot, its translations and its search index."""

import os
from pathlib import Path

from knowledge.search import Index
from knowledge.snapshot import Snapshot
from knowledge.store import SHIPPED_CONTENT, Store
from knowledge.translation import Translations, load_translations


class Library:
    """Gives the actions and the graph components one and the same view of the content.

    The index is made again when the store serves another snapshot, so that a topic added now is found now.
    """

    def __init__(self, store: Store, translations: Translations) -> None:
        self._store = store
        self.translations = translations
        self._index = Index(store.snapshot, translations)
        self._indexed_version = store.snapshot.version

    @property
    def snapshot(self) -> Snapshot:
        """The last good snapshot."""
        return self._store.snapshot

    @property
    def index(self) -> Index:
        """The search index of `snapshot`."""
        if self._indexed_version != self.snapshot.version:
            self._index = Index(self.snapshot, self.translations)
            self._indexed_version = self.snapshot.version
        return self._index


_current: list[Library] = []


def open_library(folder: Path | None = None) -> Library:
    """Load the content of `folder` (default: `SIGNPOST_KNOWLEDGE_DIR`, else the shipped content) into a `Library`."""
    chosen = folder or Path(os.environ.get("SIGNPOST_KNOWLEDGE_DIR") or SHIPPED_CONTENT)
    return Library(Store(chosen), load_translations())


def use(library: Library) -> None:
    """Make `library` the one that actions and graph components ask in this process."""
    _current[:] = [library]


def current() -> Library:
    """Return the library in use. Rasa makes actions and components by name, so that none can be handed to them;
    under `rasa shell` and `rasa run actions`, where nobody called `use`, the default one is opened at first need."""
    if not _current:
        use(open_library())
    return _current[0]

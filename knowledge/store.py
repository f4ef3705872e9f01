"""Holds the snapshot that is served, and swaps it in one step."""

import logging
from pathlib import Path

from knowledge.errors import ContentError
from knowledge.loading import load
from knowledge.snapshot import Snapshot

logger = logging.getLogger(__name__)

SHIPPED_CONTENT = Path(__file__).parent / "content"


class Store:
    """Holds the snapshot being served. `reload` swaps it in one step, or keeps it when the new content has a mistake."""

    def __init__(self, folder: Path = SHIPPED_CONTENT) -> None:
        self.folder = folder
        self._snapshot = load(folder)

    @property
    def snapshot(self) -> Snapshot:
        """The last good snapshot."""
        return self._snapshot

    def reload(self) -> Snapshot:
        """Load the folder again and serve it; raise ContentError, and go on serving the last good one, on a mistake."""
        try:
            self._snapshot = load(self.folder)
        except ContentError as error:
            logger.error("content not loaded, the last good version stays: %s", error)
            raise
        return self._snapshot

"""Keeps the prepared crisis phrases beside the server's other data: preparing those of all languages takes seconds.

A cache is only read when it was made from the very same phrases by the very same code; anything else is made anew.
"""

import hashlib
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
CACHE = ROOT / "var" / "cache"
CODE = (Path(__file__).parent / "phrasebook.py", ROOT / "knowledge" / "text.py")

Rows = list[list[Any]]


def cached(paths: Sequence[Path], make: Callable[[], Rows], folder: Path = CACHE) -> Rows:
    """Return what `make` returns (plain data), from `folder` when it was made from `paths` before.

    A folder that cannot be read or written costs time and nothing else.
    """
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in (*CODE, *paths))).hexdigest()[:24]
    kept = folder / f"crisis-{digest}.json"
    with suppress(OSError, ValueError):
        rows: Rows = json.loads(kept.read_text(encoding="utf-8"))
        return rows
    made = make()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        partial = kept.with_suffix(f".{id(made)}.tmp")
        partial.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
        partial.replace(kept)
    return made

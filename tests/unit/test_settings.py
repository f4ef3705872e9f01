"""Settings: typed, checked, and documented in the README as they are in the code."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from server.settings import Settings

ROOT = Path(__file__).parent.parent.parent


def variables() -> dict[str, object]:
    names = {name: "PORT" if name == "port" else f"SIGNPOST_{name.upper()}" for name in Settings.model_fields}
    return {names[name]: field for name, field in Settings.model_fields.items()}


def test_the_readme_documents_every_setting() -> None:
    rows = dict(
        re.findall(r"^\| `([A-Z_]+)` \| (.+?) \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert {name: field.description for name, field in variables().items()} == rows


@pytest.mark.parametrize(
    ("name", "value"), [("PORT", "eighty"), ("SIGNPOST_WORKERS", "0"), ("SIGNPOST_REPLY_DEADLINE", "-1")]
)
def test_a_bad_value_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError):
        Settings()


def test_a_bad_value_ends_the_start_with_a_clear_word() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "server"],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "SIGNPOST_WORKERS": "many"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "SIGNPOST_WORKERS" in done.stderr
    assert "Traceback" not in done.stderr


def test_origins_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_ALLOWED_ORIGINS", "https://a.example, https://b.example")
    assert Settings().allowed_origins == ["https://a.example", "https://b.example"]

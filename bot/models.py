"""Which model file belongs to the training data and code of this checkout."""

import hashlib
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODELS = ROOT / "models"
# All that a trained model depends on: data, domain, graph, and the code that runs while training.
INPUTS = (
    "config.yml",
    "domain.yml",
    "data/**/*.yml",
    "bot/components/*.py",
    "bot/topic_model.py",
    "knowledge/text.py",
    "requirements.txt",
)


def fingerprint() -> str:
    """Return a hash of everything that the model is made from."""
    digest = hashlib.sha256()
    for pattern in INPUTS:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def model_path() -> Path:
    """Return where the model of this checkout stands, or will stand once trained."""
    return MODELS / f"signpost-{fingerprint()}.tar.gz"

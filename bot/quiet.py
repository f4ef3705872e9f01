"""Keeps visitors' words out of every log. Rasa writes them by default, through structlog and the standard library."""

import logging
import traceback
import warnings
from pathlib import Path

import structlog

LOUD = ("rasa", "rasa_sdk", "matplotlib", "tensorflow", "sanic", "apscheduler", "asyncio", "urllib3")


def quieten() -> None:
    """Shut the logs of the libraries that see messages. What fails is counted and described by `describe` instead."""
    warnings.filterwarnings("ignore")
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def describe(error: BaseException) -> str:
    """Return the type of `error` and where it was raised, without its message, which may quote a visitor."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "unknown place"
    return f"{type(error).__name__} at {place}"

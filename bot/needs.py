"""Finds the two needs of a message that asks for two things: "is there training and how do I refer a woman?"."""

import re
from collections.abc import Sequence

import numpy as np

from bot.topic_model import TopicModel

# A part of the message counts when the classifier is this sure of it alone.
PART_SURE = 0.95
MIN_WORDS, NEEDS, MOST_PARTS = 2, 2, 4
ENDS = re.compile(r"[.?!;,،؛۔؟।\n]+")
# Talk that is no need of its own: a greeting before a question is not a second question.
NOT_A_NEED = {
    "greet", "closing", "bot-challenge", "out-of-scope", "language-request", "complaint", "ask-name", "none-of-these",
    "general-enquiries",
}  # fmt: skip


def parts(text: str, conjunctions: Sequence[str]) -> list[str]:
    """Return the parts of `text` between sentence marks and `conjunctions`, those of two words and more."""
    joined = "|".join(re.escape(word) for word in sorted(conjunctions, key=len, reverse=True))
    pieces = ENDS.split(re.sub(rf"(?<!\S)(?:{joined})(?!\S)", ".", text, flags=re.IGNORECASE) if joined else text)
    return [piece.strip() for piece in pieces if len(piece.split()) >= MIN_WORDS]


def two_needs(model: TopicModel, text: str, ranking: Sequence[dict], conjunctions: Sequence[str]) -> list[str]:
    """Return the two topics that `text` asks about, in its order; empty when it asks about one.

    `ranking`: the whole message's topics, likeliest first. The likeliest must be one of the two, and no third part may
    say anything else, so that the telling of a story is not taken for a list of questions.
    """
    pieces = parts(text, conjunctions)
    if not NEEDS <= len(pieces) <= MOST_PARTS:
        return []
    chances = model.probabilities(pieces)
    sure = [model.labels[int(np.argmax(row))] for row in chances if row.max() >= PART_SURE]
    found = [name for name in dict.fromkeys(sure) if name not in NOT_A_NEED]
    is_two = len(found) == NEEDS and ranking[0]["name"] in found
    return found if is_two and not any(name.startswith("crisis-") for name in found) else []

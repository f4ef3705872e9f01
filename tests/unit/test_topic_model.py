"""The classifier learns what it is shown, and its confidences are probabilities."""

from pathlib import Path

import numpy as np
import pytest

from bot.topic_model import TopicModel, train

EXAMPLES = {
    "cost": ["how much", "what does it cost", "is it free", "do I pay", "price please", "any fee"],
    "greet": ["hello", "hi there", "good morning", "hey", "evening", "hiya"],
}


@pytest.fixture(scope="module")
def model() -> TopicModel:
    pairs = [(text, label) for label, texts in EXAMPLES.items() for text in texts]
    return train([text for text, _ in pairs], [label for _, label in pairs])


def test_confidences_are_probabilities(model: TopicModel) -> None:
    chances = model.probabilities(["is there a fee to pay", "x"])
    assert chances.shape == (2, 2)
    assert np.allclose(chances.sum(axis=1), 1)
    assert (chances >= 0).all()


def test_it_learns_what_it_is_shown(model: TopicModel) -> None:
    assert model.labels[model.probabilities(["do i have to pay a fee"])[0].argmax()] == "cost"


def test_a_saved_model_answers_the_same(model: TopicModel, tmp_path: Path) -> None:
    model.save(tmp_path / "model")
    again = TopicModel.load(tmp_path / "model")
    assert np.array_equal(again.probabilities(["hello"]), model.probabilities(["hello"]))

"""Rasa component that classifies a message by topic."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.needs import two_needs
from bot.topic_model import TopicModel, train
from knowledge.library import current

FILE = "topic_model.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(GraphComponent):
    """Sets `intent` and `intent_ranking` with calibrated confidences (`bot.topic_model`), and `needs` (`bot.needs`)."""

    def __init__(self, storage: ModelStorage, resource: Resource, model: TopicModel | None = None) -> None:
        self._storage = storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TopicClassifier:
        """Make an untrained component."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> TopicClassifier:
        """Load the trained component."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, TopicModel.load(folder / FILE))

    def train(self, training_data: TrainingData) -> Resource:
        """Train on the examples and store the model."""
        examples = [example for example in training_data.intent_examples if example.get("text")]
        self._model = train(
            [example.get("text") for example in examples], [example.get("intent") for example in examples]
        )
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder / FILE)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent of each message that has none yet (a pressed button has), and return them."""
        for message in messages:
            if self._model and message.get("text") and not (message.get("intent") or {}).get("name"):
                ranking = _ranking(self._model, message.get("text"))
                message.set("intent", ranking[0], add_to_output=True)
                message.set("intent_ranking", ranking, add_to_output=True)
                needs = two_needs(self._model, message.get("text"), ranking, _conjunctions(message.get("language")))
                message.set("needs", needs, add_to_output=True)
        return messages


def _conjunctions(language: str | None) -> list[str]:
    """Return the words that join two questions, in the message's language and in English (gazetteer)."""
    words = current().snapshot.terms.get("conjunction", {}).get("and", {})
    return [*words.get(language or "", ()), *words.get("en", ())]


def _ranking(model: TopicModel, text: str) -> list[dict[str, Any]]:
    chances = model.probabilities([text])[0]
    return [{"name": model.labels[index], "confidence": float(chances[index])} for index in np.argsort(-chances)[:10]]

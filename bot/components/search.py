"""Rasa component that lets the knowledge base's own search read the message beside the classifier."""

from __future__ import annotations

import json
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from knowledge.library import current
from knowledge.search import Hit

# The intent of a message whose topic is named by an entity: that of a pressed button too (domain.yml).
NAMED_TOPIC = "answer"
FILE = "trained.json"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class KnowledgeSearch(GraphComponent):
    """Answers for topics that were added after the training: the classifier cannot know them, search can.

    `trained`: the labels the classifier knows.  `min_share` (setting): the part of the question's weight that a
    record's words must carry, 0 to 1.
    """

    def __init__(self, min_share: float, storage: ModelStorage, resource: Resource, trained: set[str]) -> None:
        self._min_share = min_share
        self._storage = storage
        self._resource = resource
        self._trained = trained

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the settings of config.yml with their defaults."""
        return {"min_share": 0.6}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> KnowledgeSearch:
        """Make a component to be trained."""
        return cls(config["min_share"], model_storage, resource, set())

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> KnowledgeSearch:
        """Load the component that knows what was trained."""
        with model_storage.read_from(resource) as folder:
            return cls(config["min_share"], model_storage, resource, set(json.loads((folder / FILE).read_text())))

    def train(self, training_data: TrainingData) -> Resource:
        """Note the labels that the classifier will know."""
        with self._storage.write_to(self._resource) as folder:
            (folder / FILE).write_text(json.dumps(sorted(training_data.intents)))
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Name the topic of each message that only search can answer, and return the messages."""
        for message in messages:
            hit = self._new_topic(message.get("text") or "")
            if hit and hit.share > (message.get("intent") or {}).get("confidence", 0.0):
                message.set("intent", {"name": NAMED_TOPIC, "confidence": hit.share}, add_to_output=True)
                message.set("entities", [*message.get("entities", []), _entity(hit)], add_to_output=True)
        return messages

    def _new_topic(self, text: str) -> Hit | None:
        hits = current().index.search(text, limit=1)
        found = bool(hits) and hits[0].topic not in self._trained and hits[0].share >= self._min_share
        return hits[0] if found else None


def _entity(hit: Hit) -> dict[str, Any]:
    return {"entity": "topic", "value": hit.topic, "extractor": "KnowledgeSearch"}

"""Rasa component that finds the knowledge base's own terms in a message, with spaCy."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from bot.gazetteer import Gazetteer, Mention
from knowledge.library import current


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class GazetteerExtractor(GraphComponent):
    """Adds an entity for each term found; follows the snapshot being served, so that new words need no training."""

    def __init__(self) -> None:
        self._version = ""
        self._gazetteer: Gazetteer | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GazetteerExtractor:
        """Make the component; nothing is trained."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add entities (category as type, record id as value) to each message and return them."""
        gazetteer = self._current()
        for message in messages:
            text = message.get("text") or ""
            found = [_entity(mention) for mention in gazetteer.find(text, message.get("language") or "en")]
            message.set("entities", [*message.get("entities", []), *found], add_to_output=True)
        return messages

    def _current(self) -> Gazetteer:
        snapshot = current().snapshot
        if self._gazetteer is None or self._version != snapshot.version:
            self._gazetteer, self._version = Gazetteer(snapshot.terms), snapshot.version
        return self._gazetteer


def _entity(mention: Mention) -> dict[str, Any]:
    return {
        "entity": mention.category,
        "value": mention.term,
        "start": mention.start,
        "end": mention.end,
        "extractor": "GazetteerExtractor",
    }

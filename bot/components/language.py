"""Rasa component that notes the language of a message."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from bot.language import LanguageRecognizer
from bot.recognizer import recognizer
from knowledge.library import current


# Registered as a classifier (of language): featurizers would have to process the training data too, to no use.
@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class LanguageComponent(GraphComponent):
    """Sets `language` on each message: the one the caller recognised (metadata `language`), else the one recognised here.

    The server recognises it before Rasa, because the crisis gate needs it; `rasa shell` does not.
    """

    def __init__(self, recognizer: LanguageRecognizer) -> None:
        self._recognizer = recognizer

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LanguageComponent:
        """Make the component; nothing is trained."""
        return cls(recognizer(current().snapshot))

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `language` (BCP 47) on each message and return them."""
        for message in messages:
            known = (message.get("metadata") or {}).get("language")
            language = known or self._recognizer.recognise(message.get("text") or "").language
            message.set("language", language, add_to_output=True)
        return messages

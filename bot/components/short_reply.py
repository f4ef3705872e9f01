"""Rasa component that knows the short replies that only make sense after the turn before."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from knowledge.library import current
from knowledge.snapshot import Snapshot
from knowledge.text import fold

INTENT = CATEGORY = "reply"
ALWAYS = "en"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class ShortReplyClassifier(GraphComponent):
    """Sets the intent `reply` when the whole message is a phrase of the gazetteer's category `reply`.

    Words, not training: "skip" and "what else?" are few and fixed, and a new language needs only its words.
    """

    def __init__(self) -> None:
        self._version = ""
        self._phrases: dict[str, dict[str, str]] = {}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ShortReplyClassifier:
        """Make the component; nothing is trained."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent and entity `reply` on each message that is a short reply, and return the messages."""
        phrases = self._current()
        for message in messages:
            text = fold(message.get("text") or "")
            spoken = phrases.get(message.get("language") or ALWAYS, {})
            found = spoken.get(text) or phrases[ALWAYS].get(text)
            if found:
                entity = {"entity": CATEGORY, "value": found, "extractor": "ShortReplyClassifier"}
                message.set("intent", {"name": INTENT, "confidence": 1.0}, add_to_output=True)
                message.set("entities", [*message.get("entities", []), entity], add_to_output=True)
        return messages

    def _current(self) -> dict[str, dict[str, str]]:
        snapshot = current().snapshot
        if self._version != snapshot.version:
            self._phrases, self._version = _phrases(snapshot), snapshot.version
        return self._phrases


def _phrases(snapshot: Snapshot) -> dict[str, dict[str, str]]:
    """Return language -> folded phrase -> the reply it means."""
    found: dict[str, dict[str, str]] = {ALWAYS: {}}
    for reply, languages in snapshot.terms.get(CATEGORY, {}).items():
        for language, phrases in languages.items():
            found.setdefault(language, {}).update({fold(phrase): reply for phrase in phrases})
    return found

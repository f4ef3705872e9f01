"""The Rasa agent inside this process: loaded from a model file, its actions called without HTTP."""

from pathlib import Path
from typing import Any

from rasa.core.actions.action import RemoteAction
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.shared.core.domain import Domain
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

from bot.tracker_store import Remembered, TurnTrackerStore

ACTIONS_PACKAGE = "actions"
RASA_INTENTS = {"restart", "back", "out_of_scope", "session_start", "nlu_fallback"}


class InProcessActions(EndpointConfig):
    """Stands where Rasa expects the action server, and runs the actions here: no port, no second process to lose."""

    def __init__(self) -> None:
        super().__init__(url="in-process", enable_selective_domain=True)
        # Rasa checks each result against a JSON schema, and that schema anew each time: 25 ms (measured) for what
        # rasa_sdk itself has just made, here.
        RemoteAction._validate_action_result = lambda *_: True  # type: ignore[method-assign]
        self._executor = ActionExecutor()
        self._executor.register_package(ACTIONS_PACKAGE)

    async def request(self, *_: Any, json: dict[str, Any] | None = None, **__: Any) -> dict[str, Any]:
        """Run the action that `json` (Rasa's action call) names; return its events and responses."""
        result: dict[str, Any] = await self._executor.run(json)
        return result


class ElementChannel(CollectingOutputChannel):
    """Collects replies as they were uttered, one element each (Rasa's collector splits text from `custom`)."""

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep one uttered element with the keys it has of `text`, `buttons` and `custom`."""
        element = {key: message[key] for key in ("text", "buttons", "custom") if message.get(key)}
        self.messages.append(element)


class Runtime:
    """A loaded agent. Use it from one event loop only."""

    def __init__(self, model: Path) -> None:
        self._store = TurnTrackerStore(Domain.empty())
        self._agent = Agent(tracker_store=self._store, action_endpoint=InProcessActions())
        self._agent.load_model(model)
        # Rasa wraps the store so that its errors become an empty conversation; ours are to be seen.
        self._store.domain = self._agent.domain
        self._agent.tracker_store = self._agent.processor.tracker_store = self._store
        self.intents = set(self._agent.domain.intents) - RASA_INTENTS

    async def handle(
        self, text: str, *, sender: str, language: str, remembered: Remembered | None
    ) -> tuple[list[dict[str, Any]], Remembered | None]:
        """Answer `text` (masked) in the conversation `sender`; return the elements and what to remember.

        An exception in an action or in Rasa passes through to the caller.
        """
        channel = ElementChannel()
        self._store.begin(sender, remembered)
        try:
            await self._agent.processor.handle_message(
                UserMessage(text, channel, sender, input_channel="signpost", metadata={"language": language})
            )
        finally:
            state = self._store.end(sender)
        return channel.messages, state

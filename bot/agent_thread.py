"""The thread and event loop of their own that the agent lives on, so that nothing it blocks on stops the web server."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from redis.asyncio import ConnectionPool, Redis

from bot.assistant import Assistant
from bot.conversations import Conversations
from bot.gaps import Gaps
from bot.language import LanguageRecognizer
from bot.messages import Incoming
from bot.runtime import Runtime

# Seconds that one call to Redis may take.
REDIS_TIMEOUT = 1.0


class NotReadyError(RuntimeError):
    """The agent is not loaded: still starting, or its model could not be read."""


class AgentThread:
    """Runs an `Assistant` on a thread. `deadline`: seconds until `answer` gives up; `ttl`: seconds a conversation lives."""

    def __init__(
        self, *, model: Path, redis_url: str, recognizer: LanguageRecognizer, deadline: float, ttl: int
    ) -> None:
        self._make = lambda redis: Assistant(
            Runtime(model),
            Conversations(redis, ttl=ttl, lock_seconds=deadline),
            recognizer,
            Gaps(redis),
        )
        self._redis_url = redis_url
        self._deadline = deadline
        self._assistant: Assistant | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="agent", daemon=True)

    @property
    def ready(self) -> bool:
        """Whether messages can be answered."""
        return self._assistant is not None and self._thread.is_alive()

    def start(self) -> None:
        """Start the thread; loading the model goes on in it."""
        self._thread.start()

    def stop(self) -> None:
        """Stop the loop and wait for the thread to end."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=5)

    async def answer(self, message: Incoming) -> list[dict[str, Any]]:
        """Return the elements of the reply; raise NotReadyError, TimeoutError, or whatever went wrong in the turn."""
        elements: list[dict[str, Any]] = await self._call(lambda assistant: assistant.answer(message))
        return elements

    async def forget(self, sender: str) -> None:
        """Wipe the conversation `sender`."""
        await self._call(lambda assistant: assistant.forget(sender))

    async def feedback(self, sender: str, *, helpful: bool, comment: str | None) -> None:
        """Note whether the last answer of the conversation `sender` helped."""
        await self._call(lambda assistant: assistant.feedback(sender, helpful=helpful, comment=comment))

    async def _call(self, ask: Callable[[Assistant], Awaitable[Any]]) -> Any:
        if self._assistant is None:
            raise NotReadyError
        future = asyncio.run_coroutine_threadsafe(_as_coroutine(ask(self._assistant)), self._loop)
        return await asyncio.wait_for(asyncio.wrap_future(future), self._deadline)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._assistant = self._make(connect(self._redis_url))  # type: ignore[no-untyped-call]
        self._loop.run_forever()


def connect(url: str) -> Redis:
    """Return a Redis client that gives up on a frozen server instead of waiting for it."""
    pool = ConnectionPool.from_url(
        url, socket_timeout=REDIS_TIMEOUT, socket_connect_timeout=REDIS_TIMEOUT, decode_responses=True
    )
    return Redis(connection_pool=pool)


async def _as_coroutine(awaitable: Awaitable[Any]) -> Any:
    return await awaitable

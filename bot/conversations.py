"""Conversations in Redis: what is remembered between two messages, one record each, always with an expiry."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from typing import Any

from redis.asyncio import Redis

PREFIX = "signpost:conversation:"
LOCK_PREFIX = "signpost:lock:"


@dataclass
class Conversation:
    """What is remembered; masked text only. `language`: of the last reply; `chosen`: the visitor asked for it; `hint`: the
    picker's or page's language at the last message; `question` and `topic`: the last question, and what was answered;
    `tracker`: Rasa's state as plain data (`bot.tracker_store`)."""

    language: str | None = None
    chosen: bool = False
    hint: str | None = None
    question: str | None = None
    topic: str | None = None
    tracker: dict[str, Any] | None = None


class Conversations:
    """Reads and writes conversations. `ttl`: seconds a conversation lives after its last message;
    `lock_seconds`: how long a turn that crashed can lock its visitor out at the most."""

    def __init__(self, redis: Redis, *, ttl: int, lock_seconds: float) -> None:
        self._redis = redis
        self._ttl = ttl
        self._lock_seconds = lock_seconds

    @asynccontextmanager
    async def turn(self, conversation_id: str) -> AsyncIterator[Conversation]:
        """Give the conversation to one message at a time; save it when the turn ends well, leave it as it was otherwise."""
        lock = self._redis.lock(LOCK_PREFIX + conversation_id, timeout=self._lock_seconds, sleep=0.02)
        async with lock:
            conversation = await self._read(conversation_id)
            yield conversation
            await self._redis.set(PREFIX + conversation_id, json.dumps(asdict(conversation)), ex=self._ttl)

    async def forget(self, conversation_id: str) -> None:
        """Wipe the conversation; nothing happens when there is none."""
        await self._redis.delete(PREFIX + conversation_id)

    async def _read(self, conversation_id: str) -> Conversation:
        stored = await self._redis.get(PREFIX + conversation_id)
        return Conversation(**json.loads(stored)) if stored else Conversation()

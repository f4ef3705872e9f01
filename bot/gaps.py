"""Questions that could not be answered, or whose answer did not help: for staff, masked, without any link to a conversation."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from typing import Literal

from redis.asyncio import Redis

PREFIX = "signpost:gaps:"
KEPT_SECONDS = 30 * 86_400
MOST_A_DAY = 1000


@dataclass(frozen=True)
class Gap:
    """A question, masked. `reason`: why it is here; `topic`: what was answered, if anything; `comment`: what was missing,
    in the visitor's words, masked."""

    question: str
    reason: Literal["unanswered", "unhelpful"]
    topic: str | None = None
    comment: str | None = None


class Gaps:
    """The gap list in Redis: one list a day and language, gone after 30 days."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def add(self, gap: Gap, language: str) -> None:
        """Add `gap` to today's list of `language`; the oldest give way when a day has very many."""
        key = f"{PREFIX}{datetime.now(timezone.utc).date()}:{language}"
        async with self._redis.pipeline() as pipe:
            pipe.rpush(key, json.dumps(asdict(gap), ensure_ascii=False))
            pipe.ltrim(key, -MOST_A_DAY, -1)
            pipe.expire(key, KEPT_SECONDS)
            await pipe.execute()

    async def of_day(self, day: str, language: str) -> list[Gap]:
        """Return the gaps of `day` (ISO date) in `language`."""
        return [Gap(**json.loads(row)) for row in await self._redis.lrange(f"{PREFIX}{day}:{language}", 0, -1)]

"""A limit on messages a minute and client, counted in Redis under a hash that cannot be traced back."""

import hashlib
import logging
import secrets
import time

from redis.asyncio import Redis
from redis.exceptions import RedisError

from bot.quiet import describe
from server.errors import TooManyRequests

logger = logging.getLogger(__name__)
SALT_KEY, COUNT_PREFIX = "signpost:rate:salt:", "signpost:rate:count:"
MINUTE, DAY = 60, 86_400


class RateLimit:
    """Admits `limit` messages a minute and client; 0 admits all. Without Redis it admits all: help comes first."""

    def __init__(self, redis: Redis, limit: int) -> None:
        self._redis = redis
        self._limit = limit

    async def admit(self, client: str) -> None:
        """Count a message of `client` (its address); raise TooManyRequests when it has written too often."""
        if not self._limit:
            return
        try:
            count = await self._count(client)
        except (RedisError, OSError) as error:
            logger.warning("rate limit not counted: %s", describe(error))
            return
        if count > self._limit:
            wait = MINUTE - int(time.time()) % MINUTE
            raise TooManyRequests(f"Too many messages. Please write again in {wait} seconds.", wait)

    async def _count(self, client: str) -> int:
        now = int(time.time())
        name = hashlib.sha256(f"{await self._salt(now // DAY)}{client}".encode()).hexdigest()[:32]
        key = f"{COUNT_PREFIX}{name}:{now // MINUTE}"
        async with self._redis.pipeline() as pipe:
            pipe.incr(key)
            pipe.expire(key, MINUTE)
            counted, _ = await pipe.execute()
        return int(counted)

    async def _salt(self, day: int) -> str:
        """Return the day's random salt, made by whichever worker asks first."""
        key = f"{SALT_KEY}{day}"
        await self._redis.set(key, secrets.token_hex(16), nx=True, ex=DAY)
        return str(await self._redis.get(key))

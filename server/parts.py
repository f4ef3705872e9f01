"""The parts of a running server, made once by `server.app` and handed to the routes."""

from dataclasses import dataclass

from redis.asyncio import Redis

from bot.agent_thread import AgentThread
from bot.pipeline import Pipeline
from knowledge.library import Library
from server.rate_limit import RateLimit


@dataclass(frozen=True)
class Parts:
    """What the routes need."""

    library: Library
    agent: AgentThread
    pipeline: Pipeline
    rate_limit: RateLimit
    redis: Redis

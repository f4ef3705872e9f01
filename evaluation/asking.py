"""Asks the whole application, in-process, each message as a new visitor without any hint of the language."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anyio
import httpx
from tqdm import tqdm

from evaluation.messages import Message
from server.app import create_app
from server.embedded_redis import embedded_redis
from server.settings import Settings

START_SECONDS = 120


@dataclass(frozen=True)
class Answer:
    """A message and the summary (`custom`) of the reply to it."""

    message: Message
    summary: dict[str, Any]

    @property
    def offered(self) -> set[str]:
        """Every topic that was answered or offered as a button."""
        return {*self.given, *self.summary["suggestions"]}

    @property
    def given(self) -> set[str]:
        """The topics that were answered."""
        return {topic for topic in (self.summary["topic"], *self.summary.get("also", [])) if topic}


async def ask_all(messages: Iterable[Message], scratch: Path) -> list[Answer]:
    """Return the answers to `messages`; `scratch` is an empty folder for a Redis of our own."""
    with embedded_redis(scratch) as url:
        async with _client(Settings(redis_url=url, rate_limit=0)) as client:
            return [await _ask(client, message) for message in tqdm(list(messages), unit="message")]


@asynccontextmanager
async def _client(settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(settings)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://evaluation") as client,
    ):
        with anyio.fail_after(START_SECONDS):
            while (await client.get("/health/ready")).status_code != 200:
                await anyio.sleep(0.1)
        yield client


async def _ask(client: httpx.AsyncClient, message: Message) -> Answer:
    response = await client.post("/webhook", json={"message": message.text})
    response.raise_for_status()
    return Answer(message, next(element["custom"] for element in response.json() if "custom" in element))

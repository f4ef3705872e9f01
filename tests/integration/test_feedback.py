"""Feedback and the gap list: masked, by day and language, without a link to the conversation, gone after 30 days."""

import json
import uuid
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import httpx
import pytest
from redis import Redis
from support import Talk, running_server

from server.embedded_redis import embedded_redis

MONTH = 30 * 86_400


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    with embedded_redis(Path(tmp_path_factory.mktemp("redis"))) as url, Redis.from_url(url) as client:
        yield client


@pytest.fixture(scope="module")
def client(redis: Redis) -> Iterator[httpx.Client]:
    url = f"unix://{redis.connection_pool.connection_kwargs['path']}"
    with running_server(SIGNPOST_REDIS_URL=url) as address, httpx.Client(base_url=address, timeout=20) as client:
        yield client


def gaps(redis: Redis, language: str) -> list[dict]:
    key = f"signpost:gaps:{datetime.now(timezone.utc).date()}:{language}"
    return [json.loads(row) for row in redis.lrange(key, 0, -1)]


def test_a_no_keeps_the_question_masked_and_nothing_of_the_conversation(client: httpx.Client, redis: Redis) -> None:
    chat = Talk(client).say("is it free, you can ring me on 07700 900123")
    told = {"sender": chat.sender, "helpful": False, "comment": "the price! jo@example.com"}
    assert client.post("/feedback", json=told).status_code == 204
    gap = gaps(redis, "en")[-1]
    assert (gap["reason"], gap["topic"]) == ("unhelpful", chat.summary["topic"])
    assert gap["question"].startswith("is it free")
    assert gap["comment"].startswith("the price!")
    kept = json.dumps(gap)
    assert chat.sender not in kept
    assert "900123" not in kept
    assert "example.com" not in kept


def test_a_yes_keeps_nothing(client: httpx.Client, redis: Redis) -> None:
    before = gaps(redis, "en")
    chat = Talk(client).say("who funds you")
    assert client.post("/feedback", json={"sender": chat.sender, "helpful": True}).status_code == 204
    assert gaps(redis, "en") == before


def test_a_pressed_button_is_no_question(client: httpx.Client, redis: Redis) -> None:
    Talk(client, language="pl").say("/none-of-these")
    assert "/none-of-these" not in json.dumps(gaps(redis, "pl"))


def test_gaps_expire(redis: Redis) -> None:
    keys = redis.keys("signpost:gaps:*")
    assert keys
    assert all(0 < redis.ttl(key) <= MONTH for key in keys)


def test_unknown_conversations_and_bad_bodies(client: httpx.Client) -> None:
    assert client.post("/feedback", json={"sender": str(uuid.uuid4()), "helpful": False}).status_code == 204
    refused = client.post("/feedback", json={"sender": "default", "helpful": "perhaps"})
    assert refused.status_code == 422
    assert refused.headers["content-type"] == "application/problem+json"
    assert "sender" in refused.json()["detail"]

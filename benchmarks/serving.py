"""A server process of our own to measure."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.models import ROOT


@dataclass(frozen=True)
class Serving:
    """A running server: its address, the seconds from its start to its first answer, and its process id."""

    url: str
    start_seconds: float
    pid: int

    @property
    def memory_mb(self) -> float | None:
        """The resident memory of the process in MB; None where the system does not tell (it is read from /proc)."""
        status = Path(f"/proc/{self.pid}/status")
        if not status.exists():
            return None
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


@contextmanager
def serving() -> Iterator[Serving]:
    """Start `python -m server` on a free port without a rate limit; it ends with the block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "PORT": str(port), "SIGNPOST_RATE_LIMIT": "0"}
    began = time.perf_counter()
    command = [sys.executable, "-m", "server"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            if "answers on" not in line:
                raise RuntimeError("the server did not start; `make run` tells why")
            yield Serving(line.split()[-1], time.perf_counter() - began, process.pid)
        finally:
            process.terminate()

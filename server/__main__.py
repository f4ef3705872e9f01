"""`python -m server`: trains if needed, starts a Redis if none is given, serves, and says where."""

import argparse
import contextlib
import os
import signal
import socket
import sys
import threading
import time
import urllib.request

import uvicorn
from pydantic import ValidationError

from bot.models import ROOT
from bot.training import train_if_needed
from server.embedded_redis import embedded_redis
from server.settings import Settings

HOST = "127.0.0.1"


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; ends on Ctrl-C, with everything it started."""
    argparse.ArgumentParser(
        prog="python -m server", description="Serve Signpost. Settings: see the README."
    ).parse_args(arguments)
    settings = _settings()
    # The default would end this process before the Redis it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    _check_port(settings.port)
    train_if_needed()
    with contextlib.ExitStack() as stack:
        if settings.redis_url is None:
            os.environ["SIGNPOST_REDIS_URL"] = stack.enter_context(embedded_redis(ROOT / "var" / "redis"))
        threading.Thread(target=_announce, args=(settings.port,), daemon=True).start()
        uvicorn.run(
            "server.app:create_app",
            factory=True,
            host=HOST,
            port=settings.port,
            workers=settings.workers,
            ws="none",
            access_log=False,
            log_level="warning",
            server_header=False,
        )


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        lines = [f"  {_variable(item['loc'][0])}: {item['msg']}" for item in error.errors(include_input=False)]
        sys.exit("\n".join(["These settings cannot be used:", *lines]))


def _variable(field: int | str) -> str:
    name = str(field).upper()
    return name if name == "PORT" else f"SIGNPOST_{name}"


def _check_port(port: int) -> None:
    """End with advice when something else listens on `port` already."""
    with socket.socket() as probe:
        if probe.connect_ex((HOST, port)) == 0:
            sys.exit(f"Port {port} is in use. Choose another: PORT={port + 1} make run")


def _announce(port: int) -> None:
    """Print the address once every part is ready."""
    while True:
        if _is_ready(port):
            print(f"Signpost answers on http://{HOST}:{port}", flush=True)
            return
        time.sleep(0.2)


def _is_ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/health/ready", timeout=2):
            return True
    except OSError:
        return False


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main()

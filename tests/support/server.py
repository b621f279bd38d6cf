"""The real server in a process of its own, for tests through its front door."""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import aiohttp

from tests.support.database import drop_database

ROOT = Path(__file__).resolve().parents[2]
READY_S = 60.0


def free_port() -> int:
    """A TCP port that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Served:
    """A running server."""

    base: str
    home: Path
    environment: dict[str, str]
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        """kill −9, as a power cut would."""
        self.process.kill()
        self.process.wait()

    @property
    def output(self) -> str:
        """What it wrote so far."""
        return (self.home / "server.txt").read_text("utf-8", "replace")


@asynccontextmanager
async def served(home: Path, **settings: str) -> AsyncIterator[Served]:
    """`focus serve` in demo mode with its own home; ended when left."""
    port = int(settings.pop("FOCUS_PORT", 0)) or free_port()
    environment = {
        **os.environ,
        "FOCUS_HOME": str(home),
        "FOCUS_DEMO": "1",
        "FOCUS_PORT": str(port),
        **settings,
    }
    test_database = os.environ.get("FOCUS_TEST_DATABASE_URL")
    if test_database and "FOCUS_DATABASE_URL" not in settings:
        name = f"/focus_test_{secrets.token_hex(6)}"
        environment["FOCUS_DATABASE_URL"] = urlunsplit(urlsplit(test_database)._replace(path=name))
    server = start(home, environment)
    running = Served(f"http://127.0.0.1:{port}", home, environment, server)
    try:
        await ready(running)
        yield running
    finally:
        with contextlib.suppress(ProcessLookupError):
            running.process.send_signal(signal.SIGTERM)
        try:
            running.process.wait(15)
        except subprocess.TimeoutExpired:
            running.process.kill()
        if test_database and "FOCUS_DATABASE_URL" not in settings:
            await drop_database(test_database, environment["FOCUS_DATABASE_URL"], home)


def start(home: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start the process; its output goes to `server.txt` in its home."""
    home.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "focus.server", "serve"]
    with (home / "server.txt").open("ab") as output:
        return subprocess.Popen(command, env=environment, cwd=ROOT, stdout=output, stderr=output)


async def ready(running: Served) -> None:
    """Wait until it serves; its output when it does not."""
    async with aiohttp.ClientSession() as http:
        for _ in range(int(READY_S / 0.1)):
            if running.process.poll() is not None:
                break
            with contextlib.suppress(aiohttp.ClientError, OSError):
                async with http.get(f"{running.base}/api/health") as answer:
                    if answer.status == 200:
                        return
            await asyncio.sleep(0.1)
    raise AssertionError(f"the server did not get ready:\n{running.output[-4000:]}")

"""The real server in a process of its own, for tests through its front door."""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from focus.core.database.guardian import PR_SET_PDEATHSIG
from focus.core.registry.registry import discover
from focus.server.running import streams
from tests.support.cluster import fresh_database
from tests.support.demo import TOKEN

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
async def served(
    home: Path, *, embedded: bool = False, python: Path | None = None, **settings: str
) -> AsyncIterator[Served]:
    """`focus serve` in demo mode with its own home and database; ended when left.

    `embedded`: on the embedded server of that home, as an operator has it who gives no URL. `python`: of the
    environment that it is installed in; without it this one.
    """
    async with AsyncExitStack() as stack:
        if not embedded and "FOCUS_DATABASE_URL" not in settings:
            fresh = fresh_database(home, streams(discover()))
            settings["FOCUS_DATABASE_URL"] = await stack.enter_async_context(fresh)
        yield await stack.enter_async_context(_served(home, settings, python))


@asynccontextmanager
async def _served(home: Path, settings: dict[str, str], python: Path | None) -> AsyncIterator[Served]:
    port = int(settings.pop("FOCUS_PORT", 0)) or free_port()
    environment = {
        **os.environ,
        "FOCUS_HOME": str(home),
        "FOCUS_DEMO": "1",
        "FOCUS_DEMO_TOKEN": TOKEN,
        "FOCUS_PORT": str(port),
        **settings,
    }
    server = start(home, environment, python)
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


def end_with_parent() -> None:
    """In a new process: end in order when the test process is gone. Linux only; elsewhere nothing."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    if prctl is not None:
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


def start(home: Path, environment: dict[str, str], python: Path | None = None) -> subprocess.Popen[bytes]:
    """Start the process; its output goes to `server.txt` in its home."""
    home.mkdir(parents=True, exist_ok=True)
    command = [str(python or sys.executable), "-m", "focus.server", "serve"]
    with (home / "server.txt").open("ab") as output:
        return subprocess.Popen(
            command,
            env=environment,
            cwd=ROOT,
            stdout=output,
            stderr=output,
            preexec_fn=end_with_parent,  # noqa: PLW1509 - only a system call
        )


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

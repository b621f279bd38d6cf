"""The product in a process of its own, with its world or without, for benches."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.demo import TOKEN
from tests.support.device import Device
from tests.support.server import Served, free_port, ready

ROOT = Path(__file__).resolve().parents[1]


@asynccontextmanager
async def product(
    home: Path, *, application: str = "focus.server.app:create", **more: str
) -> AsyncIterator[Served]:
    """One worker of the server in demo mode."""
    port = free_port()
    environment = {**os.environ, "FOCUS_HOME": str(home), "FOCUS_PORT": str(port), **more}
    environment |= {"FOCUS_DEMO": "1", "FOCUS_DEMO_TOKEN": TOKEN}
    home.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "uvicorn", "--factory", application, "--port", str(port)]
    command += [
        "--loop",
        "uvloop",
        "--http",
        "httptools",
        "--no-access-log",
        "--timeout-graceful-shutdown",
        "2",
    ]
    with (home / "server.txt").open("ab") as output:
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=output, stderr=output)
    served = Served(f"http://127.0.0.1:{port}", home, environment, process)
    try:
        await ready(served)
        yield served
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        await asyncio.to_thread(process.wait, 20)


@dataclass
class Officer:
    """Somebody signed in, and who that is."""

    device: Device
    person: str


async def officer(base: str, name: str = "Lotte Maes") -> Officer:
    """Continue as a synthetic person, with the cheaper proof that the app uses."""
    device = Device(base)
    people = (await device.call("GET", "/api/demo/people", headers={})).body
    chosen = next(person for person in people if person["name"] == name)
    await device.continue_as(chosen["person"], agree=True)
    return Officer(device, chosen["person"])

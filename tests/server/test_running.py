"""The process itself: what it refuses to start with, and how it ends."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import aiohttp
import pytest

from focus.server.settings import from_environment
from tests.support.server import ROOT, Served, served

ENDS_WITHIN_S = 5.0


def install_lockers(folder: Path) -> str:
    """What an installed package with the lockers looks like; yields the PYTHONPATH that finds it."""
    info = folder / "lockers-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: lockers\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[focus.modules]\nlockers = tests.support.lockers.module:module\n")
    return os.pathsep.join([str(folder), str(ROOT)])


async def end(running: Served) -> tuple[float, int]:
    """Seconds that SIGTERM takes, and the exit status."""
    before = time.monotonic()
    running.process.send_signal(signal.SIGTERM)
    status = await asyncio.to_thread(running.process.wait, 20)
    return time.monotonic() - before, status


def left_behind(home: Path) -> list[str]:
    """Processes that still name the home folder on their command line."""
    listed = subprocess.run(["ps", "-eo", "pid=,args="], capture_output=True, text=True, check=True).stdout
    return [line for line in listed.splitlines() if str(home) in line]


@pytest.mark.slow
async def test_sigterm_ends_the_server_within_five_seconds_and_leaves_nothing(tmp_path: Path) -> None:
    async with served(tmp_path / "home", embedded=True) as running:
        seconds, status = await end(running)
    assert seconds < ENDS_WITHIN_S and status in {0, -signal.SIGTERM}
    assert left_behind(tmp_path / "home") == []


@pytest.mark.slow
async def test_sigterm_ends_the_server_although_a_stream_is_open(tmp_path: Path) -> None:
    path = install_lockers(tmp_path / "installed")
    async with (
        served(tmp_path / "home", PYTHONPATH=path) as running,
        aiohttp.ClientSession() as http,
        http.get(running.base + "/api/lockers/silence") as answer,
    ):
        assert await answer.content.readline()
        seconds, _ = await end(running)
    assert seconds < ENDS_WITHIN_S


@pytest.mark.slow
async def test_without_demo_its_routes_do_not_exist(tmp_path: Path) -> None:
    async with served(tmp_path / "home", FOCUS_DEMO="") as running, aiohttp.ClientSession() as http:
        for method, path in [("GET", "people"), ("POST", "begin"), ("POST", "sign-in"), ("POST", "verify")]:
            async with http.request(method, f"{running.base}/api/demo/{path}") as answer:
                assert (answer.status, (await answer.json())["code"]) == (404, "core.not_found")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "focus.example"])
def test_the_demo_is_refused_on_an_address_that_others_reach(host: str) -> None:
    with pytest.raises(ValueError, match="FOCUS_DEMO"):
        from_environment({"FOCUS_DEMO": "1", "FOCUS_HOST": host})


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_the_demo_is_possible_on_loopback(host: str) -> None:
    assert from_environment({"FOCUS_DEMO": "1", "FOCUS_HOST": host}).demo


@pytest.mark.parametrize("value", ["", "0", "true", "yes"])
def test_the_demo_is_off_unless_it_is_1(value: str) -> None:
    assert not from_environment({"FOCUS_DEMO": value}).demo


@pytest.mark.parametrize("name", ["FOCUS_PORT", "FOCUS_WORKERS"])
@pytest.mark.parametrize("value", ["many", "-1", "8.5", ""])
def test_a_number_that_is_none_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(ValueError, match=name):
        from_environment({name: value})


def test_the_process_says_in_one_line_why_it_does_not_start(tmp_path: Path) -> None:
    environment = {**os.environ, "FOCUS_HOME": str(tmp_path), "FOCUS_DEMO": "1", "FOCUS_HOST": "0.0.0.0"}
    command = [sys.executable, "-m", "focus.server", "serve"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30, check=False)
    assert ended.returncode == 1 and "Traceback" not in ended.stderr
    assert ended.stderr.startswith("focus: FOCUS_DEMO=1") and ended.stderr.count("\n") == 1

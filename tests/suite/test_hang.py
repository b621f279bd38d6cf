"""A planted hang is named with the place where it waits, by a pytest of its own."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.server import ROOT

SUITE = "pytest_plugins = ['tests.suite.hang']\n"

IN_A_TASK = """
import asyncio

async def the_reason():
    await asyncio.Event().wait()

async def test_waits_for_ever():
    await asyncio.gather(asyncio.create_task(the_reason(), name="the task"))

async def test_goes_on():
    pass
"""

IN_A_TEARDOWN = """
import asyncio, pytest

@pytest.fixture(scope="session")
async def served():
    yield
    await the_reason()

async def the_reason():
    await asyncio.Event().wait()

async def test_is_done(served):
    pass
"""

IN_DEAF_CODE = """
import signal, time

def test_hears_nothing():
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    the_reason()

def the_reason():
    time.sleep(60)
"""

AFTER_THE_END = """
import threading, time

def the_reason():
    time.sleep(60)

def test_leaves_a_thread():
    threading.Thread(target=the_reason).start()
"""


def run(folder: Path, planted: str, **limits: float) -> tuple[str, float]:
    """What pytest wrote about this file, and how long it took."""
    (folder / "conftest.py").write_text(SUITE + "".join(
        f"import tests.suite.hang\ntests.suite.hang.{name} = {seconds}\n" for name, seconds in limits.items()
    ))  # fmt: skip
    (folder / "test_planted.py").write_text(planted)
    command = [sys.executable, "-m", "pytest", "-q", "--rootdir", str(folder), "-c", "/dev/null"]
    command += ["--timeout", "6", "-p", "no:cacheprovider", "-o", "asyncio_mode=auto"]
    for kind in ("fixture", "test"):
        command += ["-o", f"asyncio_default_{kind}_loop_scope=session"]
    began = time.monotonic()
    done = subprocess.run(
        [*command, str(folder)], cwd=ROOT, capture_output=True, text=True, timeout=50, check=False
    )
    return done.stdout + done.stderr, time.monotonic() - began


@pytest.mark.slow
def test_a_test_that_never_ends_is_named_with_its_tasks_and_the_run_goes_on(tmp_path: Path) -> None:
    written, _ = run(tmp_path, IN_A_TASK)
    assert "test_planted.py::test_waits_for_ever still runs after 6 s (limit: 6 s)" in written
    assert "the task" in written
    assert ":5 the_reason" in written
    assert "1 failed, 1 passed" in written


@pytest.mark.slow
def test_a_teardown_that_never_ends_is_named_with_its_tasks(tmp_path: Path) -> None:
    written, seconds = run(tmp_path, IN_A_TEARDOWN)
    assert "test_planted.py::test_is_done still runs after 6 s (limit: 6 s)" in written
    assert ":10 the_reason" in written
    assert "1 passed, 1 error" in written
    assert seconds < 30


@pytest.mark.slow
def test_a_test_that_no_signal_reaches_ends_its_process_with_all_stacks(tmp_path: Path) -> None:
    written, _ = run(tmp_path, IN_DEAF_CODE, GRACE_S=1.0)
    assert "test_planted.py::test_hears_nothing did not end" in written
    assert "in the_reason" in written


@pytest.mark.slow
def test_what_goes_on_after_the_last_test_is_named(tmp_path: Path) -> None:
    written, seconds = run(tmp_path, AFTER_THE_END, END_S=2.0)
    assert "in the_reason" in written
    assert seconds < 30

"""A run that is ended from outside leaves no process and no server's folder, however it was ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

from tests.support.server import ROOT
from tests.support.waiting import until

HOW = (signal.SIGINT, signal.SIGTERM, signal.SIGKILL)

PLANTED = """
import asyncio, os
from pathlib import Path
from tests.database.postgresql import system_binaries, system_server
from tests.support.server import served

async def test_is_interrupted(tmp_path):
    async with served(tmp_path / "home"), served(tmp_path / "other", embedded=True):
        with system_server(system_binaries()):
            Path(os.environ["TMPDIR"], "all-run").touch()
            await asyncio.Event().wait()
"""


def left(folder: Path) -> list[str]:
    """Command lines of the processes that have this folder for temporary files or name it."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            command = (process / "cmdline").read_bytes()
            told = (process / "environ").read_bytes() + command + os.fsencode((process / "cwd").readlink())
            if os.fsencode(folder) in told and int(process.name) != os.getpid():
                found.append(command.replace(b"\0", b" ").decode("utf-8", "replace")[:120])
    return found


@dataclass
class Run:
    """A pytest with servers of every kind, all of them started or about to be."""

    process: subprocess.Popen[bytes]
    folder: Path
    """Of its temporary files."""


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[signal.Signals, Run]]:
    """One for each signal; they start side by side."""
    with ExitStack() as stack:
        yield {how: stack.enter_context(_started(tmp_path_factory.mktemp("run"))) for how in HOW}


@contextmanager
def _started(place: Path) -> Iterator[Run]:
    folder = Path(mkdtemp(prefix="focus-interrupted-"))
    folder.chmod(0o755)  # the user of a system's PostgreSQL enters it
    (place / "conftest.py").write_text("from tests.conftest import pytest_sessionfinish\n")
    (place / "test_planted.py").write_text(PLANTED)
    command = [sys.executable, "-m", "pytest", "-q", "--rootdir", str(place), "-c", "/dev/null"]
    command += ["-o", "asyncio_mode=auto", "-p", "no:cacheprovider", str(place)]
    environment = {**os.environ, "TMPDIR": str(folder)}
    environment.pop("FOCUS_TEST_DATABASE_URL", None)
    with (place / "said.txt").open("wb") as said:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said)
    try:
        yield Run(process, folder)
    finally:
        process.kill()
        process.wait()
        rmtree(folder, ignore_errors=True)


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize("how", HOW)
async def test_a_run_that_is_interrupted_leaves_nothing(
    how: signal.Signals, runs: dict[signal.Signals, Run]
) -> None:
    process, folder = runs[how].process, runs[how].folder
    await until((folder / "all-run").exists, seconds=90)
    assert len(left(folder)) > 8
    process.send_signal(how)
    await until(lambda: process.poll() is not None and not left(folder), seconds=20)
    assert [path.name for path in folder.glob("focus-system-*")] == []
    assert [path.name for path in folder.glob("focus-tests-*")] == []

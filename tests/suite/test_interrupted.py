"""A run that is ended from outside leaves no process and no server's folder, however it was ended."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

from tests.support.server import ROOT
from tests.support.waiting import until

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
        with contextlib.suppress(OSError):
            command = (process / "cmdline").read_bytes()
            told = (process / "environ").read_bytes() + command + os.fsencode((process / "cwd").readlink())
            if os.fsencode(folder) in told and int(process.name) != os.getpid():
                found.append(command.replace(b"\0", b" ").decode("utf-8", "replace")[:120])
    return found


@pytest.fixture
def passing() -> Iterator[Path]:
    """A folder for temporary files that the user of a system's PostgreSQL can enter."""
    folder = Path(mkdtemp(prefix="focus-interrupted-"))
    folder.chmod(0o755)
    yield folder
    rmtree(folder, ignore_errors=True)


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
async def test_a_run_that_is_interrupted_leaves_nothing(
    how: signal.Signals, tmp_path: Path, passing: Path
) -> None:
    folder = passing
    (tmp_path / "conftest.py").write_text("from tests.conftest import pytest_sessionfinish\n")
    (tmp_path / "test_planted.py").write_text(PLANTED)
    command = [sys.executable, "-m", "pytest", "-q", "--rootdir", str(tmp_path), "-c", "/dev/null"]
    command += ["-o", "asyncio_mode=auto", "-p", "no:cacheprovider", str(tmp_path)]
    environment = {**os.environ, "TMPDIR": str(folder)}
    environment.pop("FOCUS_TEST_DATABASE_URL", None)
    with (tmp_path / "said.txt").open("wb") as said:
        run = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said)
    try:
        await until((folder / "all-run").exists, seconds=40)
        assert len(left(folder)) > 8
        run.send_signal(how)
        await until(lambda: run.poll() is not None and not left(folder), seconds=20)
    finally:
        run.kill()
    assert [path.name for path in folder.glob("focus-system-*")] == []
    assert [path.name for path in folder.glob("focus-tests-*")] == []

"""What a run leaves behind is removed even when it ends by kill −9: a process of its own waits for that.

`afterwards(folder)` names a folder; once this process is gone, every process that works in it is ended and
the folder removed. What was removed in order before is simply not there any more.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

_remover: subprocess.Popen[bytes] | None = None


def afterwards(folder: Path) -> None:
    """Remove this folder, and end what works in it, when this process has ended."""
    global _remover  # noqa: PLW0603 - one remover a process
    if _remover is None or _remover.poll() is not None:
        _remover = subprocess.Popen(
            [sys.executable, "-I", __file__], stdin=subprocess.PIPE, start_new_session=True, cwd="/"
        )
    assert _remover.stdin is not None
    _remover.stdin.write(os.fsencode(folder) + b"\n")
    _remover.stdin.flush()


def working_in(folder: Path) -> list[int]:
    """Ids of the processes whose current folder is this one or lies in it, oldest first."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            place = (process / "cwd").readlink()
            if place == folder or folder in place.parents:
                found.append(int(process.name))
    return sorted(found)


def _remove(folder: Path) -> None:
    for number in (signal.SIGQUIT, signal.SIGKILL):
        for process in working_in(folder):
            with contextlib.suppress(OSError):
                os.kill(process, number)
        until = time.monotonic() + 5
        while working_in(folder) and time.monotonic() < until:
            time.sleep(0.05)
    shutil.rmtree(folder, ignore_errors=True)


def main() -> None:
    """Folders come by line; the end of the lines is the end of who named them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    folders = [Path(os.fsdecode(line.rstrip(b"\n"))) for line in sys.stdin.buffer]
    for folder in folders:
        if folder.is_dir():
            _remove(folder)


if __name__ == "__main__":
    main()

"""Starting a process that will shut itself, and asking which walls this machine allows."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Final

import msgspec

from focus.core.confined.walls import Walls

_KEPT: Final = ("PATH", "LANG", "PYTHONPATH")
_PATIENCE_S: Final = 20.0


def command(module: str, *arguments: str) -> tuple[str, ...]:
    """That runs a module; neither the current folder nor the user's own packages are looked in."""
    return (sys.executable, "-s", "-P", "-m", module, *arguments)


def bare() -> dict[str, str]:
    """An environment without anything of ours, for one thread."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {
        "MALLOC_ARENA_MAX": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "RAYON_NUM_THREADS": "1",
        "TOKIO_WORKER_THREADS": "1",
    }


def possible() -> Walls:
    """The walls of a process that was started and shut only to see; none where even that fails."""
    try:
        said = subprocess.run(  # noqa: S603 - our own program
            command("focus.core.confined"),
            env=bare(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE_S,
            check=True,
        ).stdout
        return msgspec.json.decode(said, type=Walls)
    except (OSError, subprocess.SubprocessError, msgspec.DecodeError):
        return Walls()

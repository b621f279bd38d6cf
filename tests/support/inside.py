"""What an intruder would try from inside a process that reads foreign octets, as code that is run there.

Each piece ends with `said`: `did`, or it raises. Needs only the modules that `told` hands it.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import resource
import socket
from collections.abc import Mapping
from typing import Any

ATTEMPTS: Mapping[str, tuple[str, str]] = {
    "talks to a server": ("network", "socket.socket().connect(('127.0.0.1', PORT)); said = 'did'"),
    "reads a key": ("files", "os.open(KEY, os.O_RDONLY); said = 'did'"),
    "writes a file": ("files", "os.open(KEY + '.new', os.O_WRONLY | os.O_CREAT); said = 'did'"),
    "takes a file away": ("files", "os.unlink(KEY); said = 'did'"),
    "lists a folder": ("files", "os.listdir(os.path.dirname(KEY)); said = 'did'"),
    "becomes another program": ("files", "os.execv('/bin/echo', ['echo'])"),
    "starts a process": ("calls", "os.fork() or os._exit(0); said = 'did'"),
    "signals the server": ("calls", "os.kill(os.getppid(), 0); said = 'did'"),
    "takes its limits away": (
        "calls",
        "resource.setrlimit(resource.RLIMIT_CORE, resource.getrlimit(resource.RLIMIT_CORE)); said = 'did'",
    ),
    "takes much memory": ("limits", "taken = bytearray(600_000_000); said = 'did'"),
    "shares much memory": ("limits", "taken = mmap.mmap(-1, 900_000_000); said = 'did'"),
}
"""What is tried → (the wall that stands against it, the code)."""

STRONG = "takes much memory", "shares much memory"
"""Those that only a process with the limits of a picture refuses."""


def told(code: str) -> str:
    """What the code said, or the name of what refused it."""
    modules = {each.__name__: each for each in (ctypes, mmap, os, resource, socket)}
    found: dict[str, Any] = dict(modules)
    try:
        exec(code, found)  # what the test wants to know
    except (OSError, MemoryError) as refused:
        return type(refused).__name__
    return str(found["said"])

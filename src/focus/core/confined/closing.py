"""What a process does to itself before it looks at what a stranger made."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from focus.core.confined.landlock import no_files
from focus.core.confined.seccomp import only_computing
from focus.core.confined.walls import Walls

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_END_WITH_PARENT, _DUMPABLE, _NO_NEW_PRIVILEGES = 1, 4, 38
_SPARE: Final = 64 * 1024 * 1024
"""Octets of addresses that an allocator may set aside without using them."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`memory`: octets of data, what is loaded already included; `cpu_s`, `wall_s`: seconds from now."""

    memory: int
    cpu_s: int
    wall_s: int


def leave_network() -> bool:
    """A user and a network of our own, in which nobody is; whether the machine allows it.

    Only a process of a single thread may. What is loaded should be so already: who was root out there may not
    read everybody's files any more.
    """
    libc = _libc()
    return libc is not None and libc.unshare(_NEW_USER | _NEW_NETWORK) == 0


def end_with_parent(parent: int) -> None:
    """Where the system can: when the thread that started this process ends, or has ended, so does this.

    `parent`: the number of the process that forked.
    """
    if (libc := _libc()) is not None:
        libc.prctl(_END_WITH_PARENT, int(signal.SIGKILL), 0, 0, 0)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)


def shut(limits: Limits, *, namespace: bool, keep: Collection[int] = ()) -> Walls:
    """Nothing is left but computing and the descriptors in `keep` (and 1 and 2); says which walls stand.

    `namespace`: what `leave_network` said. Whatever is still to be imported or read must be so already.
    """
    os.environ.clear()
    os.chdir("/")
    _let_go({1, 2, *keep})
    signal.alarm(limits.wall_s)
    limited = _limit(limits)
    libc = _libc()
    if libc is None:
        return Walls(limits=limited)
    libc.prctl(_DUMPABLE, 0, 0, 0, 0)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return Walls(namespace=namespace, limits=limited)
    without_files = no_files(libc)
    _no_more_descriptors()
    return Walls(namespace=namespace, landlock=without_files, calls=only_computing(libc), limits=limited)


def _libc() -> Any:
    """None on a system other than Linux."""
    return ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def _let_go(keep: Collection[int]) -> None:
    for name in os.listdir("/dev/fd"):  # noqa: PTH208 - Path would hold the folder open
        if int(name) not in keep:
            with contextlib.suppress(OSError):
                os.close(int(name))


def _limit(limits: Limits) -> bool:
    """Both kinds of memory: what is the process's own, and addresses, which shared memory takes too."""
    import resource

    wanted = [
        (resource.RLIMIT_CPU, limits.cpu_s + int(sum(os.times()[:2]))),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_DATA, limits.memory),
    ]
    try:
        size, data = _used()
        wanted.append((resource.RLIMIT_AS, size + max(limits.memory - data, 0) + _SPARE))
        for what, most in wanted:
            resource.setrlimit(what, (most, most))
    except (OSError, ValueError):
        return False
    return True


def _no_more_descriptors() -> None:
    """Those that are there stay; no other is ever given, for a file or for a socket."""
    import resource

    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _used() -> tuple[int, int]:
    """Octets of addresses, and of data."""
    pages = Path("/proc/self/statm").read_bytes().split()
    size = os.sysconf("SC_PAGE_SIZE")
    return int(pages[0]) * size, int(pages[5]) * size

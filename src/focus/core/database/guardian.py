"""Parent of one embedded PostgreSQL: starts it, starts it again when it dies, stops it when nobody is left.

Runs detached from whoever started it, with the standard library only, as
`python -I guardian.py '<json of Orders>'`. Four lock files (flock) carry all knowledge about who lives,
because the kernel drops them with the process, however it ends:

- `lease`: shared by every process that uses the server. Whoever gets it exclusively knows nobody is left.
- `guardian`: exclusive, held by this process for its life.
- `cluster`: exclusive, inherited by the postmaster and all its children. Whoever gets it knows that no
  process of an earlier server is left, so `postmaster.pid` is stale whatever it says, even when its
  process id was given to somebody else.
- `starting`: taken by users only, so that two of them do not start at once.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

TICK: Final = 0.2
"""Seconds between two looks at the lease."""

PATIENCE: Final = 60.0
"""Seconds that a fast shutdown (with its checkpoint) may take before it is made immediate."""

TRIES: Final = 5
"""Starts in a row that may fail at once before the guardian gives up."""

LOG_BYTES: Final = 10_000_000
"""A larger log is put aside at the next start."""

PR_SET_PDEATHSIG: Final = 1


class Orders(NamedTuple):
    """What to run: `command` in the folder `data` as `uid`/`gid` (None: as we are)."""

    folder: str
    data: str
    sockets: str
    command: list[str]
    environment: dict[str, str]
    uid: int | None
    gid: int | None


def lock(path: Path, how: int) -> int | None:
    """A descriptor that holds the lock, or None when somebody else holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, how | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


class Guardian:
    """One server, from its first start to its last stop."""

    def __init__(self, orders: Orders) -> None:
        self.orders = orders
        self.folder = Path(orders.folder)
        self.server: int | None = None
        self.started = 0.0
        self.failures = 0
        self.ending = False
        self._nudged = 0.0
        self._prctl = _death_signal()

    def run(self) -> None:
        """Return when the server has stopped for good."""
        wake = self._listen()
        while not self.ending and self.failures < TRIES:
            if (last := lock(self.folder / "lease", fcntl.LOCK_EX)) is not None:
                # Held until we end: a newcomer waits for our end and then starts a server of its own.
                self.stop()
                os.close(last)
                return
            self._reap()
            if self.server is None:
                self._start()
            select.select([wake], [], [], TICK * (1 + self.failures))
            _drain(wake)
        self.stop()

    def stop(self) -> None:
        """Fast shutdown; immediate when that takes too long."""
        for number, patience in ((signal.SIGINT, PATIENCE), (signal.SIGQUIT, 10.0), (signal.SIGKILL, 10.0)):
            if self.server is None:
                return
            os.kill(self.server, number)
            until = time.monotonic() + patience
            while self.server is not None and time.monotonic() < until:
                time.sleep(0.02)
                self._reap()

    def _listen(self) -> int:
        read, write = os.pipe()
        os.set_blocking(read, False)
        os.set_blocking(write, False)
        signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._end)
        return read

    def _end(self, *_: object) -> None:
        self.ending = True

    def _reap(self) -> None:
        if self.server is None or os.waitpid(self.server, os.WNOHANG)[0] == 0:
            return
        quick = time.monotonic() - self.started < 5
        self.failures = self.failures + 1 if quick else 0
        self.server = None

    def _start(self) -> None:
        held = lock(self.folder / "cluster", fcntl.LOCK_EX)
        if held is None:
            self._nudge()
            return
        data = Path(self.orders.data)
        (data / "postmaster.pid").unlink(missing_ok=True)
        for left in Path(self.orders.sockets).glob(".s.PGSQL.*"):
            left.unlink(missing_ok=True)
        self.started = time.monotonic()
        parent = os.getpid()
        self.server = os.fork()
        if self.server == 0:
            try:
                self._become_server(held, parent)
            finally:
                os._exit(127)
        os.close(held)

    def _become_server(self, held: int, parent: int) -> None:
        orders = self.orders
        os.set_inheritable(held, True)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD, signal.SIGHUP, signal.SIGPIPE):
            signal.signal(number, signal.SIG_DFL)
        os.setsid()
        # Before the change of user: that user may have no way to this folder by its path.
        os.chdir(orders.data)
        if orders.uid is not None and orders.gid is not None:
            os.setgroups([])
            os.setgid(orders.gid)
            os.setuid(orders.uid)
        os.umask(0o077)
        # After the change of user, which clears it.
        self._prctl()
        if os.getppid() == parent:
            os.execve(orders.command[0], orders.command, orders.environment)  # noqa: S606

    def _nudge(self) -> None:
        """Ask a postmaster without guardian to stop; its lock proves that it is alive."""
        if self._nudged == 0.0:
            self._nudged = time.monotonic()
        if time.monotonic() - self._nudged < 2:
            return
        self._nudged = 0.0
        try:
            pid = int((Path(self.orders.data) / "postmaster.pid").read_text("utf-8").split("\n")[0])
            if pid > 1:
                os.kill(pid, signal.SIGINT)
        except (OSError, ValueError):
            return


def _death_signal() -> Callable[[], None]:
    """A call that has the kernel stop the server (fast) when its guardian is killed; Linux only."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)

    def ask() -> None:
        if prctl is not None:
            prctl(PR_SET_PDEATHSIG, signal.SIGINT, 0, 0, 0)

    return ask


def _drain(wake: int) -> None:
    try:
        while os.read(wake, 64):
            pass
    except BlockingIOError:
        return


def _detach(log: Path) -> bool:
    """Fork away from whoever started us; True in the process that goes on."""
    if os.fork():
        return False
    os.setsid()
    if log.exists() and log.stat().st_size > LOG_BYTES:
        log.replace(log.with_name(log.name + ".1"))
    out = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.chdir("/")
    return True


def main() -> None:
    orders = Orders(**json.loads(sys.argv[1]))
    folder = Path(orders.folder)
    until = time.monotonic() + 2
    # Whoever looks whether a guardian lives holds this lock for a moment.
    while lock(folder / "guardian", fcntl.LOCK_EX) is None:
        if time.monotonic() > until:
            return
        time.sleep(0.005)
    if _detach(folder / "server.log"):
        Guardian(orders).run()


if __name__ == "__main__":
    main()

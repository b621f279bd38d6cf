"""The embedded server as its users see it: shared, started when needed, gone when the last of them is."""

from __future__ import annotations

import fcntl
import json
import os
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

from focus.core.database import binaries, guardian, roles
from focus.core.database.cluster import ADMIN, PORT, Cluster
from focus.core.database.credentials import Credentials, Login
from focus.core.database.problems import DatabaseUnusable

State = Literal["ready", "starting", "absent"]

STARTUP: Final = 60.0
"""Seconds that a server may stay silent. One that says that it recovers is waited for without end."""

FAREWELL: Final = 10.0
"""Seconds that the last user waits for the server's end."""

_CANNOT_CONNECT_NOW: Final = b"57P03"


def probe(folder: Path, *, seconds: float = 2.0) -> State:
    """Ask the server itself: the greeting of a real connection, up to its question for the password.

    No process id, lock file or socket file is believed.
    """
    user = ADMIN.encode()
    body = struct.pack("!i", 196608) + b"user\0" + user + b"\0database\0" + user + b"\0\0"
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(seconds)
            line.connect(os.fsencode(folder / f".s.PGSQL.{PORT}"))
            line.sendall(struct.pack("!i", len(body) + 4) + body)
            answer = line.recv(1024)
    except OSError:
        return "absent"
    if answer[:1] == b"R":
        return "ready"
    return "starting" if answer[:1] == b"E" and _CANNOT_CONNECT_NOW in answer else "absent"


class EmbeddedServer:
    """A share in the embedded server of one FOCUS_HOME.

    Blocking calls: run them in a thread. The share is a lock that the kernel drops with the process,
    so no exit handler is needed and a kill −9 leaves nothing behind.
    """

    def __init__(self, home: Path) -> None:
        self.home = home.absolute()
        self.cluster = Cluster(self.home)
        self.credentials = Credentials(self.home)
        self._lease: int | None = None

    def ensure(self) -> None:
        """Return when the server accepts connections; start it when nobody did, again when it died.

        Raises DatabaseUnusable with one sentence that says what is wrong.
        """
        user = binaries.server_user(self.cluster.data)
        self.cluster.prepare_folders(user)
        self._take_share()
        if self._running():
            return
        with self._starting():
            if self._running():
                return
            programs = binaries.find(user)
            self.cluster.check_version(programs)
            password = self.credentials.admin_password(new=not self.cluster.data.exists())
            self.cluster.initialise(programs, user, password=password)
            self._bring_up(self.cluster.orders(programs, user))

    def release(self) -> None:
        """Give the share back; the last one to do so waits until the server has stopped in order.

        Without this wait a container that ends with its first process would cut the server off.
        """
        if self._lease is None:
            return
        os.close(self._lease)
        self._lease = None
        until = time.monotonic() + FAREWELL
        while time.monotonic() < until and not self._free("guardian") and not self._others():
            time.sleep(0.02)
        if self._free("guardian"):
            self.cluster.remove_short_path()

    def _others(self) -> bool:
        """Whether another process has a share: then nobody can have the lease for himself alone."""
        alone = guardian.lock(self.cluster.folder / "lease", fcntl.LOCK_EX)
        if alone is not None:
            os.close(alone)
            return False
        return self._free("lease")

    def url(self, database: str = ADMIN, *, login: Login | None = None) -> str:
        """Signed in as `login`, else as the superuser; holds the password."""
        who = login or Login(ADMIN, self.credentials.admin_password(new=False))
        return roles.socket_url(str(self.cluster.socket_folder()), PORT, who, database)

    def _running(self) -> bool:
        guarded = not self._free("guardian")
        return guarded and probe(self.cluster.socket_folder()) == "ready"

    def _take_share(self) -> None:
        """Take the lease; a guardian that is stopping the server holds it until that is done."""
        until = time.monotonic() + guardian.PATIENCE + STARTUP
        while self._lease is None:
            self._lease = guardian.lock(self.cluster.folder / "lease", fcntl.LOCK_SH)
            if self._lease is None:
                _sleep_until(until, "The embedded PostgreSQL is stopping and does not come to its end.")

    @contextmanager
    def _starting(self) -> Iterator[None]:
        path = self.cluster.folder / "starting"
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _free(self, name: str) -> bool:
        descriptor = guardian.lock(self.cluster.folder / name, fcntl.LOCK_SH)
        if descriptor is None:
            return False
        os.close(descriptor)
        return True

    def _bring_up(self, orders: guardian.Orders) -> None:
        """Start a guardian unless one lives, and wait for its server."""
        folder = self.cluster.socket_folder()
        until = time.monotonic() + STARTUP
        launched = False
        while (state := probe(folder)) != "ready":
            if self._free("guardian"):
                if launched:
                    self._fail()
                _launch(orders)
                launched = True
            if state == "starting":
                until = time.monotonic() + STARTUP
            _sleep_until(until, "The embedded PostgreSQL does not answer.")

    def _fail(self) -> None:
        raise DatabaseUnusable(f"The embedded PostgreSQL does not start: {self.cluster.last_words()}")


def _launch(orders: guardian.Orders) -> None:
    """Start a guardian; it has its place when this returns."""
    command = [sys.executable, "-I", str(Path(guardian.__file__)), json.dumps(orders._asdict())]
    done = subprocess.run(  # noqa: S603
        command, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, timeout=STARTUP, check=False
    )
    if done.returncode != 0:
        raise DatabaseUnusable("The guardian of the embedded PostgreSQL does not start.")


def _sleep_until(until: float, otherwise: str) -> None:
    if time.monotonic() > until:
        raise DatabaseUnusable(otherwise)
    time.sleep(0.03)

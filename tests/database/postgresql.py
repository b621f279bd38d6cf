"""A private server of the PostgreSQL that the machine brings, to run the same tests against it."""

from __future__ import annotations

import re
import secrets
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import quote

from focus.core.database.binaries import run, server_user
from focus.core.database.roles import OLDEST
from tests.support.afterwards import afterwards, working_in

PASSWORD = secrets.token_urlsafe(12)


def system_binaries() -> Path | None:
    """The programs of the newest PostgreSQL of 15 or more: on the path, told by pg_config, or Debian's."""
    places = set(Path("/usr/lib/postgresql").glob("*/bin"))
    if initdb := shutil.which("initdb"):
        places.add(Path(initdb).resolve().parent)
    if told := _answer("pg_config", "--bindir"):
        places.add(Path(told))
    usable = [path for path in places if (path / "initdb").exists() and _major(path) >= OLDEST]
    return max(usable, key=_major, default=None)


def _major(binaries: Path) -> int:
    found = re.search(r"PostgreSQL\) (\d+)", _answer(str(binaries / "postgres"), "--version"))
    return int(found[1]) if found else 0


def _answer(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


class SystemServer:
    """One server under a folder of its own; it stops and starts as told."""

    def __init__(self, binaries: Path) -> None:
        self.folder = Path(mkdtemp(prefix="focus-system-"))
        afterwards(self.folder)
        self.url = f"postgresql://postgres:{PASSWORD}@/focus?host={quote(str(self.folder), safe='')}"
        self._binaries = binaries
        self._data = self.folder / "data"
        self._user = server_user(self._data)
        self._initialise()

    def start(self) -> None:
        options = f"-c listen_addresses= -c unix_socket_directories={self.folder}"
        options += " -c fsync=off -c max_connections=300"
        self._control("start", "-l", str(self.folder / "log"), "-o", options)

    def stop(self) -> None:
        self._control("stop", "-m", "immediate")

    def processes(self) -> list[int]:
        """The postmaster first."""
        return working_in(self._data)

    def remove(self) -> None:
        if self.processes():
            self.stop()
        shutil.rmtree(self.folder)

    def _initialise(self) -> None:
        self.folder.chmod(0o755)
        self._data.mkdir(mode=0o700)
        secret = self.folder / "password"
        secret.write_text(PASSWORD)
        if self._user is not None:
            shutil.chown(self._data, self._user.uid, self._user.gid)
            shutil.chown(self.folder, self._user.uid, self._user.gid)
        options = ["-U", "postgres", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync"]
        self._call("initdb", "-D", str(self._data), f"--pwfile={secret}", *options)

    def _control(self, what: str, *options: str) -> None:
        self._call("pg_ctl", "-D", str(self._data), "-w", *options, what)

    def _call(self, program: str, *arguments: str) -> None:
        command = [str(self._binaries / program), *arguments]
        run(command, user=self._user, folder=self._data).check_returncode()


@contextmanager
def system_server(binaries: Path) -> Iterator[SystemServer]:
    """A started server whose database `focus` does not exist yet; removed afterwards."""
    server = SystemServer(binaries)
    try:
        server.start()
        yield server
    finally:
        server.remove()

"""A private server of the PostgreSQL that the machine brings, to run the same tests against it."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from urllib.parse import quote

from focus.core.database.binaries import run, server_user

PASSWORD = secrets.token_urlsafe(12)


def system_binaries() -> Path | None:
    """The newest `/usr/lib/postgresql/N/bin` with N of 15 or more."""
    found = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    usable = [path for path in found if path.parent.name.isdigit() and int(path.parent.name) >= 15]
    return max(usable, key=lambda path: int(path.parent.name), default=None)


class SystemServer:
    """One server under a folder of its own; it stops and starts as told."""

    def __init__(self, binaries: Path) -> None:
        self.folder = Path(mkdtemp(prefix="focus-system-"))
        self.url = f"postgresql://postgres:{PASSWORD}@/focus?host={quote(str(self.folder), safe='')}"
        self._binaries = binaries
        self._data = self.folder / "data"
        self._user = server_user(self._data)
        self._initialise()

    def start(self) -> None:
        options = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync=off"
        self._control("start", "-l", str(self.folder / "log"), "-o", options)

    def stop(self) -> None:
        self._control("stop", "-m", "immediate")

    def processes(self) -> list[int]:
        """The postmaster first."""
        return processes_in(self._data)

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


def processes_in(folder: Path) -> list[int]:
    """Ids of the processes that work in this folder, oldest first: a PostgreSQL works in its data."""
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            with suppress(OSError):
                if (process / "cwd").readlink() == folder:
                    found.append(int(process.name))
    return sorted(found)

"""One PostgreSQL cluster of ours on disk: its folders, its first initialisation, its settings."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
import sys
import tempfile
from pathlib import Path
from typing import Final

from focus.core.database.binaries import QUIET, Binaries, ServerUser, run
from focus.core.database.guardian import Orders
from focus.core.database.problems import DatabaseUnusable

ADMIN: Final = "postgres"
PORT: Final = 5432
"""Only the name of the socket file; nothing listens on the network."""

SUN_PATH: Final = 107
"""The longest path of a unix socket, in bytes."""

SETTINGS: Final = {
    "listen_addresses": "",
    "unix_socket_directories": "../sockets",
    "unix_socket_permissions": "0700",
    "port": str(PORT),
    "max_connections": "100",
    "shared_buffers": "128MB",
    "effective_cache_size": "1GB",
    "work_mem": "8MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "wal_compression": "on",
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "random_page_cost": "1.1",
    "jit": "off",
    "password_encryption": "scram-sha-256",
    "idle_in_transaction_session_timeout": "60s",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] %u ",
    # Personal data must not reach a log: no statements, no parameters, no DETAIL with its values.
    "log_min_error_statement": "panic",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
    "log_statement": "none",
    "cluster_name": "focus",
}

HBA: Final = """# Written at every start. One door: the socket, in a folder that only we may enter.
local all all scram-sha-256
"""


class Cluster:
    """The folder `FOCUS_HOME/postgres`: data, sockets, lock files, server.log."""

    def __init__(self, home: Path) -> None:
        self.folder = home.absolute() / "postgres"
        self.data = self.folder / "data"
        self.sockets = self.folder / "sockets"
        self.log = self.folder / "server.log"

    def prepare_folders(self, user: ServerUser | None) -> None:
        """Make what is missing, closed to everybody but the server's user (and root)."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        for folder in (self.folder, self.sockets):
            folder.mkdir(mode=0o700, exist_ok=True)
            _own(folder, user)
        if self.data.exists():
            _own(self.data, user)

    def initialise(self, binaries: Binaries, user: ServerUser | None, *, password: str) -> None:
        """Make the data folder, whole or not at all."""
        if self.data.exists():
            return
        fresh = self.folder / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        secret = self.folder / "password.new"
        secret.unlink(missing_ok=True)
        descriptor = os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(descriptor, password.encode())
            _own(fresh, user)
            _own(secret, user)
            self._initdb(binaries, user, fresh)
        finally:
            os.close(descriptor)
            secret.unlink()
        fresh.rename(self.data)

    def _initdb(self, binaries: Binaries, user: ServerUser | None, fresh: Path) -> None:
        command = [
            str(binaries.folder / "initdb"),
            f"--pgdata={self._as_seen_by(user, fresh)}",
            f"--username={ADMIN}",
            "--pwfile=../password.new",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--data-checksums",
            "--set=max_connections=100",
            "--set=shared_buffers=128MB",
            "--set=dynamic_shared_memory_type=posix",
        ]
        done = run(command, user=user, folder=fresh)
        if done.returncode != 0:
            raise DatabaseUnusable(f"PostgreSQL cannot make its data folder {fresh}: {_last(done.stderr)}")

    def check_version(self, binaries: Binaries) -> None:
        """Refuse data of another version before anything touches them."""
        if not self.data.exists():
            return
        try:
            version = (self.data / "PG_VERSION").read_text("ascii").strip()
        except OSError as error:
            raise DatabaseUnusable(f"{self.data} holds no PostgreSQL data that we can read.") from error
        if version != binaries.major:
            raise DatabaseUnusable(
                f"{self.data} was made by PostgreSQL {version}, this is {binaries.major}: dump it with "
                "the old version and load it here, or set FOCUS_DATABASE_URL to a server of the old one."
            )

    def orders(self, binaries: Binaries, user: ServerUser | None) -> Orders:
        """What the guardian runs."""
        (self.data / "pg_hba.conf").write_text(HBA, "utf-8")
        command = [str(binaries.folder / "postgres"), "-D", self._as_seen_by(user, self.data)]
        for name, value in SETTINGS.items():
            command += ["-c", f"{name}={value}"]
        return Orders(
            folder=str(self.folder),
            data=str(self.data),
            sockets=str(self.sockets),
            command=command,
            environment=QUIET,
            uid=user.uid if user else None,
            gid=user.gid if user else None,
        )

    def _as_seen_by(self, user: ServerUser | None, folder: Path) -> str:
        """The folder's path; where its user cannot come by that path: the folder it was started in."""
        if user is None or not sys.platform.startswith("linux") or _reachable(folder, user):
            return str(folder)
        return "/proc/self/cwd"

    def socket_folder(self) -> Path:
        """A path to the sockets that is short enough for `sun_path`.

        With a long FOCUS_HOME a link in a folder of ours under the temporary folder; made anew when
        somebody cleaned up.
        """
        name = f".s.PGSQL.{PORT}"
        if len(os.fsencode(self.sockets / name)) <= SUN_PATH:
            return self.sockets
        short = self._short_path()
        short.mkdir(mode=0o700, exist_ok=True)
        found = short.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o022:
            raise DatabaseUnusable(f"{short} belongs to somebody else: remove it or shorten FOCUS_HOME.")
        link = short / "sockets"
        if not link.is_symlink() or link.readlink() != self.sockets:
            fresh = short / f"sockets.{os.getpid()}"
            fresh.unlink(missing_ok=True)
            fresh.symlink_to(self.sockets)
            fresh.replace(link)
        return link

    def _short_path(self) -> Path:
        mark = hashlib.sha256(os.fsencode(self.sockets)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"focus-{os.geteuid()}-{mark}"

    def remove_short_path(self) -> None:
        """With the server gone, nothing stays in the temporary folder; whoever comes makes it anew."""
        short = self._short_path()
        with contextlib.suppress(OSError):
            (short / "sockets").unlink(missing_ok=True)
            short.rmdir()

    def last_words(self) -> str:
        """The end of the server's log, for an error message."""
        try:
            return _last(self.log.read_text("utf-8", "replace"))
        except OSError:
            return "no log"


def _own(path: Path, user: ServerUser | None) -> None:
    found = path.lstat()
    if user is not None and (found.st_uid, found.st_gid) != (user.uid, user.gid):
        os.chown(path, user.uid, user.gid, follow_symlinks=False)
    elif user is None and found.st_uid != os.geteuid():
        raise DatabaseUnusable(
            f"{path} belongs to another user: run as that user or choose another FOCUS_HOME."
        )


def _reachable(folder: Path, user: ServerUser) -> bool:
    """Whether `user` (with no other group) may go through every folder above `folder`."""
    for above in folder.parents:
        found = above.stat()
        owner, group = found.st_uid == user.uid, found.st_gid == user.gid
        needed = 0o100 if owner else 0o010 if group else 0o001
        if not found.st_mode & needed:
            return False
    return True


def _last(text: str, lines: int = 3) -> str:
    return " / ".join(text.strip().splitlines()[-lines:])

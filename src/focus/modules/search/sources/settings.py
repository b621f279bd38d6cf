"""What a source's file takes from outside: `${NAME}`, `${NAME:-otherwise}`, `${secret:NAME}`."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from focus.modules.search.sources.checking import Fault

_REFERENCE = re.compile(r"\$\{(?:(secret):)?([A-Za-z][A-Za-z0-9_]*)(?::-([^}]*))?\}")
_SECRET_HEADER = re.compile(r"auth|key|token|secret|cookie|password|sleutel|cle\b|clé", re.IGNORECASE)
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_SHORTEST_HIDDEN = 4
"""A shorter secret would blot out half of any text."""


class SettingMissing(LookupError):
    """Neither in the environment nor in a file that only its owner may read."""


class Settings:
    """Environment and the folder of secrets; `home` is FOCUS_HOME, `folder` that of the source's file."""

    def __init__(
        self,
        home: Path | None = None,
        environment: Mapping[str, str] | None = None,
        *,
        folder: Path | None = None,
    ) -> None:
        self._home = home
        self._environment = os.environ if environment is None else environment
        self._told: set[str] = set()
        self.folder = folder or Path()

    def beside(self, file: Path) -> Settings:
        """The same for one source file; paths in it start at its folder."""
        settings = Settings(self._home, self._environment, folder=file.parent)
        settings._told = self._told
        return settings

    def fill(self, text: str) -> str:
        """The text with everything from outside in its place. Raises `SettingMissing`."""
        return _REFERENCE.sub(lambda m: self._secret(m[2]) if m[1] else self._plain(m[2], m[3]), text)

    def hide(self, text: str) -> str:
        """The text without any secret that was given out, nor one that was `told`."""
        for secret in sorted(self._told, key=len, reverse=True):
            text = text.replace(secret, "•••")
        return text

    def told(self, secret: str) -> str:
        """Remember a secret that came from elsewhere, such as a token."""
        if len(secret) >= _SHORTEST_HIDDEN:
            self._told.add(secret)
        return secret

    def secret_file(self, name: str, *, private: bool = True) -> Path:
        """A file of FOCUS_HOME/secrets. Raises `SettingMissing`, also when others may read a private one."""
        if self._home is None or not _FILE_NAME.fullmatch(name):
            raise SettingMissing(f'"{name}" is no name of a file in FOCUS_HOME/secrets')
        file = self._home / "secrets" / name
        if not file.is_file():
            raise SettingMissing(f"the file {file} is not there")
        mode = stat.S_IMODE(file.stat().st_mode)
        if private and os.name == "posix" and mode & 0o077:
            raise SettingMissing(f"the file {file} is open to others (mode {mode:04o}); chmod 600 {file}")
        return file

    def _plain(self, name: str, otherwise: str | None) -> str:
        value = self._environment.get(name)
        if value:
            return value
        if otherwise is None:
            raise SettingMissing(f"the environment variable {name} is not set")
        return otherwise

    def _secret(self, name: str) -> str:
        value = self._environment.get(f"FOCUS_SECRET_{name}")
        if value:
            return self.told(value)
        file = self._home / "secrets" / name if self._home else None
        if file is not None and file.is_file():
            return self.told(self.secret_file(name).read_text(encoding="utf-8").strip())
        place = f" nor in the file {file}" if file else ""
        raise SettingMissing(f"the secret {name} is neither in FOCUS_SECRET_{name}{place}")


def inline_secrets(path: str, headers: Mapping[str, str]) -> Iterator[Fault]:
    """Headers that look like a secret and are written into the file."""
    for name, value in headers.items():
        if _SECRET_HEADER.search(name) and not _REFERENCE.search(value):
            yield Fault(f"{path}.{name}", 'a secret stands in the file; write "${secret:NAME}"')


def unfilled(path: str, text: str, settings: Settings) -> Iterator[Fault]:
    """Why a text cannot be filled."""
    try:
        settings.fill(text)
    except (SettingMissing, OSError) as problem:
        yield Fault(path, str(problem))

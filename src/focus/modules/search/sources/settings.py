"""What a source's file takes from outside: `${NAME}`, `${NAME:-otherwise}`, `${secret:NAME}`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from focus.modules.search.sources.checking import Fault

_REFERENCE = re.compile(r"\$\{(?:(secret):)?([A-Za-z][A-Za-z0-9_]*)(?::-([^}]*))?\}")
_SECRET_HEADER = re.compile(r"auth|key|token|secret|cookie|password|sleutel|cle\b|clé", re.IGNORECASE)


class SettingMissing(LookupError):
    """Neither in the environment nor in a file."""


class Settings:
    """Environment and the folder of secrets; `home` is FOCUS_HOME."""

    def __init__(self, home: Path | None = None, environment: Mapping[str, str] | None = None) -> None:
        self._home = home
        self._environment = os.environ if environment is None else environment

    def fill(self, text: str) -> str:
        """The text with everything from outside in its place. Raises `SettingMissing`."""
        return _REFERENCE.sub(lambda m: self._secret(m[2]) if m[1] else self._plain(m[2], m[3]), text)

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
            return value
        file = self._home / "secrets" / name if self._home else None
        if file is not None and file.is_file():
            return file.read_text(encoding="utf-8").strip()
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

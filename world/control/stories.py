"""What happens on an evening: read from stories.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

_FILE = Path(__file__).with_suffix(".toml")


class Story(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sort of incident; stories.toml says what the fields are."""

    kind: str
    titles: tuple[str, ...]
    often: int
    priority: int
    minutes: tuple[int, int]
    crews: tuple[int, int]
    lines: tuple[str, ...]
    ends: tuple[str, ...]
    lights: bool = False
    vehicles: int = 0
    suspects: int = 0
    weapon: float = 0.0


def stories() -> tuple[Story, ...]:
    """All of them, in the file's order."""
    return msgspec.convert(tomllib.loads(_FILE.read_text("utf-8"))["story"], type=tuple[Story, ...])

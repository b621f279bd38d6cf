"""The word lists in `data/`, a line an entry; lines that begin with # explain."""

from __future__ import annotations

from functools import cache
from importlib import resources


def rows(name: str) -> list[str]:
    """The lines of a list."""
    text = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and line[0] != "#"]


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind in `words.txt`."""
    return frozenset(
        word for row in rows("words.txt") if row.startswith(f"{kind}:") for word in row.split()[1:]
    )

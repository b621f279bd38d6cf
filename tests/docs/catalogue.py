"""What the code declares, read from the code itself, to be looked up in texts and documents."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import focus
from focus.core.errors import Problem

ROOT = Path(__file__).resolve().parents[2]


@cache
def problems() -> dict[str, type[Problem]]:
    """Every coded failure by code, from all modules of the package."""
    for found in pkgutil.walk_packages(focus.__path__, "focus."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    return {kind.code: kind for kind in _below(Problem)}


def _below(kind: type[Problem]) -> Iterator[type[Problem]]:
    if kind.__module__.partition(".")[0] == focus.__name__:
        yield kind
    for below in kind.__subclasses__():
        yield from _below(below)


@cache
def tracked() -> tuple[Path, ...]:
    """Files of the project; without git, all but what is installed or built."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        return tuple(path for name in listed.split("\0") if name and (path := ROOT / name).is_file())
    skipped = {".venv", "node_modules", "dist", "var", ".git"}
    return tuple(
        Path(folder) / name
        for folder, folders, names in os.walk(ROOT)
        if not folders.__setitem__(slice(None), [one for one in folders if one not in skipped])
        for name in names
    )


def text_folders() -> list[Path]:
    """Folders with Fluent files, the app's among them."""
    return sorted({path.parent for path in tracked() if path.suffix == ".ftl"})


def environment_variables() -> set[str]:
    """Names of settings that the product's source mentions."""
    found: set[str] = set()
    for path in (ROOT / "src").rglob("*.py"):
        found |= set(re.findall(r"\"(FOCUS_[A-Z_]+)\"", path.read_text("utf-8")))
    return found

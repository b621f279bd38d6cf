"""Nothing in the project knows the machine it was written on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.catalogue import ROOT, tracked

FOREIGN = tuple(
    "".join(parts)
    for parts in (
        ("/wo", "rk/"),
        ("/tm", "p/"),
        ("/ho", "me/"),
        ("/ro", "ot/"),
        ("pypi", ".org"),
        ("python", "hosted.org"),
        ("registry.", "npmjs"),
        ("registry.", "yarnpkg"),
    )
)
"""Paths and hosts of a machine; in halves, so that this file holds none."""

TEXT = {
    ".cedar", ".cfg", ".css", ".csv", ".ftl", ".html", ".ini", ".js", ".json", ".lock", ".md", ".mjs", ".py",
    ".sh", ".sql", ".svelte", ".svg", ".toml", ".ts", ".txt", ".yaml", ".yml", "",
}  # fmt: skip


def traces(path: Path) -> list[str]:
    """Lines that name a machine."""
    lines = path.read_text("utf-8", "replace").splitlines()
    return [f"{number}: {word}" for number, line in enumerate(lines, 1) for word in FOREIGN if word in line]


def test_no_file_names_a_machine_or_a_registry() -> None:
    files = [path for path in tracked() if path.suffix in TEXT]
    found = {str(path.relative_to(ROOT)): traces(path) for path in files}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_every_locked_package_is_pinned_with_its_hash() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8").replace("\\\n", " ")
    packages = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert packages and all("==" in line and "--hash=sha256:" in line for line in packages)


@pytest.mark.parametrize("word", FOREIGN)
def test_a_trace_is_found(tmp_path: Path, word: str) -> None:
    file = tmp_path / "file.py"
    file.write_text(f"x = '{word}'\n")
    assert traces(file) == [f"1: {word}"]

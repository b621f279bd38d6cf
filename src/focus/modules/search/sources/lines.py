"""On which line of a source's file the place of a fault stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from focus.modules.search.sources.checking import Fault, FileFault

_HEADER: Final = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?")
_KEY: Final = re.compile(r"\s*([A-Za-z0-9_.\"' -]+?)\s*=")
_TOKEN: Final = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*|[\[\]{}]')
_TOLD: Final = re.compile(r"at line (\d+)")


def line_of(text: str, path: str, message: str = "") -> int:
    """The line, from 1, of `map[0].facts.colour` or of the nearest table that holds it; 0: none is known.

    `message`: of a file that is no TOML, what its reader said.
    """
    if not path:
        told = _TOLD.search(message)
        return int(told[1]) if told else 0
    known = dict(_places(text))
    while path:
        if path in known:
            return known[path]
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return 0


def located(file: Path, faults: Sequence[Fault]) -> list[FileFault]:
    """The faults with the lines on which they stand."""
    try:
        text = file.read_text(encoding="utf-8") if faults else ""
    except (OSError, UnicodeDecodeError):
        text = ""
    return [FileFault(file, fault, line_of(text, fault.path, fault.message)) for fault in faults]


def _places(text: str) -> Iterator[tuple[str, int]]:
    """(path, line) of every table and key that begins a line."""
    counted: dict[str, int] = {}
    table, quoted, depth = "", "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if not quoted and not depth:
            header = _HEADER.fullmatch(line)
            if header:
                table = _table(header[2], counted, many=header[1] == "[[")
                yield table, number
                continue
            key = _KEY.match(line)
            if key:
                yield f"{table}.{_plain(key[1])}".lstrip("."), number
        quoted, depth = _left_open(line, quoted, depth)


def _table(header: str, counted: dict[str, int], *, many: bool) -> str:
    """`map.facts` of the third `[[map]]` is `map[2].facts`."""
    path = ""
    parts = _plain(header).split(".")
    for at, part in enumerate(parts, 1):
        path = f"{path}.{part}".lstrip(".")
        if many and at == len(parts):
            counted[path] = counted.get(path, -1) + 1
        if path in counted:
            path += f"[{counted[path]}]"
    return path


def _plain(name: str) -> str:
    return name.replace('"', "").replace("'", "").replace(" ", "")


def _left_open(line: str, quoted: str, depth: int) -> tuple[str, int]:
    """Which quotes and how many brackets a line leaves open."""
    at = 0
    while at < len(line):
        if quoted:
            end = line.find(quoted, at)
            if end < 0:
                return quoted, depth
            quoted, at = "", end + 3
            continue
        token = _TOKEN.search(line, at)
        if token is None:
            break
        sign, at = token[0], token.end()
        quoted = sign if sign in ('"""', "'''") else ""
        depth += (sign in "[{") - (sign in "]}")
    return quoted, max(depth, 0)

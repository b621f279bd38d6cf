"""A list's file as elements, one at a time: CSV, JSON lines, Parquet. What cannot be read has its number."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import msgspec

from focus.modules.search.connectors.decoding import as_browsers
from focus.modules.search.lists.links import linked
from focus.modules.search.lists.parquet import NoParquet, rows
from focus.modules.search.sources.list_place import ListPlace

_ENOUGH_COLUMNS = 2
LONGEST_LINE = 1_000_000
"""Characters; a longer line is bad, so that no file fills the memory."""


class BadLine(msgspec.Struct, frozen=True):
    """Why nothing could be made of a line. Never the line itself: a report is not a place for people."""

    reason: str


class Unreadable(Exception):
    """The file as a whole is not of the format."""


class Swallowed(Unreadable):
    """A quote makes one cell of several lines: people would be gone, and nobody would know."""

    def __init__(self, line: int, many: int) -> None:
        """`line`: where the quote begins; `many`: lines that became one."""
        super().__init__(
            f"a quote in line {line} is not closed where it should be and swallows {many} lines; "
            "if cells hold whole lines, say lines_in_cells = true"
        )


Lines = Iterator[tuple[int, dict[str, Any] | BadLine]]
"""(line as an editor counts, or row of a Parquet file; element)"""


def lines_of(file: Path, place: ListPlace) -> Lines:
    """Every element of a file. Raises `Unreadable`, also while reading."""
    if place.format == "csv":
        return _csv(file, place)
    if place.format == "ftm":
        return linked(_json, file)
    return _parquet(file) if place.format == "parquet" else _json(file)


def _csv(file: Path, place: ListPlace) -> Lines:
    before = csv.field_size_limit(LONGEST_LINE)
    encoding = as_browsers(place.encoding) or place.encoding
    try:
        with file.open(encoding=encoding, errors="surrogateescape", newline="") as text:
            reader = csv.reader(_without_bom(text), delimiter=place.delimiter, strict=True)
            yield from _rows(reader, _header(reader), place)
    except UnicodeError as problem:
        # Its words name octets and places; UTF-16 knows no way around what it cannot read.
        raise Unreadable(f"not in the character set of the list: {problem}") from None
    finally:
        csv.field_size_limit(before)


def _rows(reader: Any, header: list[str], place: ListPlace) -> Lines:
    """Rows that hold something. Raises `Swallowed`."""
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            if reader.line_num > line or "unexpected end" in str(problem):
                raise Swallowed(line, reader.line_num - line + 1) from None
            yield line, BadLine(f"no CSV: {problem}")
            continue
        if reader.line_num > line and not place.lines_in_cells and _swallows(row, len(header), place):
            raise Swallowed(line, reader.line_num - line + 1)
        if any(map(str.strip, row)):
            yield line, _row(header, row)


def _swallows(row: list[str], columns: int, place: ListPlace) -> bool:
    """Whether a cell over several lines holds what would be rows of their own: a quote too many."""
    if columns < _ENOUGH_COLUMNS:
        return False
    for at, cell in enumerate(row):
        first, *between = cell.splitlines() or [""]
        if not between:
            continue
        last = between.pop()
        if any(line.count(place.delimiter) >= columns - 1 for line in between):
            return True
        if first.count(place.delimiter) >= columns - 1 - at and last.count(place.delimiter) >= at:
            return True
    return len(row) != columns


def _without_bom(text: IO[str]) -> Iterator[str]:
    first = text.readline(LONGEST_LINE)
    yield first.removeprefix("\ufeff")
    while line := text.readline(LONGEST_LINE):
        yield line


def _header(reader: Any) -> list[str]:
    try:
        header = [name.strip() for name in next(reader)]
    except StopIteration:
        raise Unreadable("the file is empty") from None
    except csv.Error as problem:
        raise Unreadable(f"no CSV: {problem}") from None
    if any(map(_broken, header)):
        raise Unreadable("the first line is not in the character set of the list")
    if len(set(header)) != len(header) or not all(header):
        raise Unreadable("the first line must name every column, each once")
    return header


def _row(header: list[str], row: list[str]) -> dict[str, Any] | BadLine:
    if len(row) != len(header):
        return BadLine(f"{len(row)} columns where {len(header)} are named")
    for value in row:
        if not value.isascii() and not value.isprintable() and _broken(value):
            return BadLine("not in the character set of the list")
    return {name: value or None for name, value in zip(header, row, strict=True)}


def _broken(value: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in value)


def _json(file: Path) -> Lines:
    decode = msgspec.json.Decoder().decode
    with file.open("rb") as octets:
        number = 0
        while raw := octets.readline(LONGEST_LINE):
            number += 1
            if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
                yield number, BadLine(f"longer than {LONGEST_LINE} bytes")
                _skip(octets)
                continue
            if raw.isspace():
                continue
            try:
                element = decode(raw)
            except (msgspec.DecodeError, UnicodeDecodeError) as problem:
                yield number, BadLine(f"no JSON: {problem}")
                continue
            yield number, element if isinstance(element, dict) else BadLine("no JSON object")


def _skip(octets: IO[bytes]) -> None:
    while (rest := octets.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass


def _parquet(file: Path) -> Lines:
    number = 0
    try:
        for row in rows(file):
            number += 1
            if any(value is not None for value in row.values()):
                yield number, row
    except NoParquet as problem:
        raise Unreadable(f"no Parquet: {problem}") from None

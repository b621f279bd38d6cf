"""From a file's octets to records by column: character set, separator, header, quotes, line numbers."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from focus.core.organisations.importing.columns import Column
from focus.core.organisations.importing.report import Bad, CsvProblem

SEPARATORS = {";": "semicolon", ",": "comma", "\t": "tab"}
MAX_CELL = 2_000
MAX_LINES = 100_000


@dataclass(slots=True)
class Line:
    """One record of the file: cells without outer blanks, by column name; empty ones left out."""

    number: int
    cells: dict[str, str]
    spoilt: set[str] = field(default_factory=set)
    """Columns whose cell was complained of already."""


@dataclass(slots=True)
class Sheet:
    """A file as read."""

    encoding: str = "utf-8"
    separator: str = ";"
    written: dict[str, str] = field(default_factory=dict)
    """How the file's header writes each column."""
    lines: list[Line] = field(default_factory=list)
    problems: list[CsvProblem] = field(default_factory=list)
    found: int = 0
    usable: bool = True
    """The header is understood; without it no line can be."""

    def complain(self, number: int, bad: Bad, column: str | None = None) -> None:
        """Note what is wrong."""
        written = self.written.get(column, column) if column else None
        self.problems.append(CsvProblem(line=number, column=written, code=bad.code, params=bad.params))


def read_sheet(content: bytes, columns: Sequence[Column]) -> Sheet:
    """Read a whole file; whatever is wrong stands in `problems`."""
    sheet = Sheet()
    text, sheet.encoding = _decoded(content)
    first = next((line for line in text.splitlines() if line.strip()), "")
    sheet.separator = max(SEPARATORS, key=_outside_quotes(first).count)
    records = _records(text, sheet)
    header = next(records, None)
    if header is None:
        if not sheet.problems:
            sheet.complain(1, Bad("empty"))
        sheet.usable = False
        return sheet
    order = _header(sheet, header, columns)
    sheet.usable = not sheet.problems
    for number, cells in records:
        _line(sheet, number, cells, order)
    return sheet


def _decoded(content: bytes) -> tuple[str, str]:
    """The text, and what it was taken for. Old exports of Windows programs are windows-1252."""
    for mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if content.startswith(mark):
            return content.decode("utf-16", "replace"), "utf-16"
    try:
        return content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        # Five octets have no meaning in windows-1252; Latin-1 gives them one, which is then a bad character.
        try:
            return content.decode("cp1252"), "windows-1252"
        except UnicodeDecodeError:
            return content.decode("latin-1"), "windows-1252"


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _records(text: str, sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """Records with the number of their first line; empty ones left out."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sheet.separator, strict=True)
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            # A quote that is not closed swallows what follows: nothing after it can be trusted.
            sheet.complain(number, Bad("quote_open"))
            sheet.found += 1
            return
        if any(cell.strip() for cell in cells):
            yield number, cells


def _folded(name: str) -> str:
    """`Numéro de matricule` → `numero_de_matricule`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "_".join(plain.lower().replace("-", " ").replace("_", " ").split())


def _header(sheet: Sheet, header: tuple[int, list[str]], columns: Sequence[Column]) -> list[str | None]:
    """The column under each position of the header; None where it is of no use."""
    number, cells = header
    known = {_folded(name): column.name for column in columns for name in (column.name, *column.also)}
    order: list[str | None] = []
    for position, cell in enumerate(cells, 1):
        name = known.get(_folded(cell))
        if name is None and cell.strip():
            sheet.written[f"{position}"] = cell.strip()[:60]
            sheet.complain(number, Bad("header_unknown"), f"{position}")
        elif name in order and name is not None:
            sheet.complain(number, Bad("header_twice"), name)
            name = None
        if name:
            sheet.written[name] = cell.strip()
        order.append(name)
    for column in columns:
        if column.required and column.name not in order:
            sheet.complain(number, Bad("header_missing", column=column.name))
    return order


def _line(sheet: Sheet, number: int, cells: list[str], order: list[str | None]) -> None:
    sheet.found += 1
    if sheet.found == MAX_LINES + 1:
        sheet.complain(number, Bad("too_many_lines", max=MAX_LINES))
    if sheet.found > MAX_LINES:
        return
    if (len(cells) > len(order) and any(cell.strip() for cell in cells[len(order) :])) or len(cells) < len(
        order
    ):
        sheet.complain(number, Bad("cell_count", expected=len(order), found=len(cells)))
        return
    line = Line(number, {})
    for name, cell in zip(order, cells, strict=False):
        if name is None or not cell.strip():
            continue
        if len(cell) > MAX_CELL:
            sheet.complain(number, Bad("too_long", max=MAX_CELL), name)
            line.spoilt.add(name)
        elif any(
            unicodedata.category(letter) in {"Cc", "Co", "Cn"} and letter not in "\r\n\t" for letter in cell
        ):
            sheet.complain(number, Bad("bad_character"), name)
            line.spoilt.add(name)
        else:
            line.cells[name] = unicodedata.normalize("NFC", " ".join(cell.split()))
    sheet.lines.append(line)

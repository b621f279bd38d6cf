"""Running an import: read, understand every line, compare with what there is, then write all or nothing."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, Literal

from focus.core.organisations.importing.columns import Column
from focus.core.organisations.importing.organisations import Organisations
from focus.core.organisations.importing.people import People
from focus.core.organisations.importing.posts import Posts
from focus.core.organisations.importing.reading import SEPARATORS, Line, Sheet, read_sheet
from focus.core.organisations.importing.report import Bad, ImportReport
from focus.core.organisations.importing.subject import Importable, Item
from focus.core.organisations.importing.units import Units

if TYPE_CHECKING:
    from focus.core.database import Transaction

Subject = Literal["organisations", "units", "people", "posts"]

SUBJECTS: dict[str, type[Importable]] = {
    "organisations": Organisations,
    "units": Units,
    "people": People,
    "posts": Posts,
}


async def import_file(
    tx: Transaction,
    subject: Subject,
    content: bytes,
    *,
    permissions: Collection[str],
    dry_run: bool = False,
    keep_good: bool = False,
) -> ImportReport:
    """Import a file into the organisation in scope.

    With a bad line nothing is written, unless `keep_good`. A line whose key is there already changes that
    record, or does nothing when all is the same, so a file may be imported again. `permissions` are those
    that installed modules declare. Nothing is written when `dry_run`.
    """
    importable = SUBJECTS[subject]()
    sheet = read_sheet(content, importable.columns)
    items = _understood(sheet, importable) if sheet.usable else []
    await importable.prepare(tx, permissions=permissions)
    good = _without_bad(sheet, importable, _without_twins(sheet, importable, items))
    bad = len({problem.line for problem in sheet.problems})
    outcomes = [importable.outcome(item) for item in good]
    write = not dry_run and sheet.usable and (keep_good or not bad)
    if write:
        for item, outcome in zip(good, outcomes, strict=True):
            if outcome != "unchanged":
                await importable.write(tx, item)
    return ImportReport(
        subject=subject,
        encoding=sheet.encoding,
        separator=SEPARATORS[sheet.separator],
        lines=sheet.found,
        new=outcomes.count("new"),
        changed=outcomes.count("changed"),
        unchanged=outcomes.count("unchanged"),
        bad=bad,
        problems=sorted(sheet.problems, key=lambda problem: problem.line),
        dry_run=dry_run,
        imported=write,
    )


def _understood(sheet: Sheet, importable: Importable) -> list[Item]:
    """Lines whose cells all make sense by themselves."""
    items = []
    complained = {problem.line for problem in sheet.problems}
    for line in sheet.lines:
        values = _values(sheet, line, importable.columns)
        if values is not None and line.number not in complained:
            items.append(Item(line.number, values))
    return items


def _values(sheet: Sheet, line: Line, columns: tuple[Column, ...]) -> dict[str, Any] | None:
    values: dict[str, Any] = {}
    good = True
    for column in columns:
        cell = line.cells.get(column.name)
        try:
            if cell is not None:
                values[column.name] = column.parse(cell)
        except Bad as bad:
            sheet.complain(line.number, bad, column.name)
            good = False
        if cell is None and column.required and column.name not in line.spoilt:
            sheet.complain(line.number, Bad("missing"), column.name)
            good = False
    return values if good else None


def _without_twins(sheet: Sheet, importable: Importable, items: list[Item]) -> list[Item]:
    """The first line of each key; a later one is bad, whether it says the same or not."""
    first: dict[object, int] = {}
    kept = []
    for item in items:
        key = importable.key(item.values)
        if key in first:
            sheet.complain(item.line, Bad("twice", line=first[key]))
        else:
            first[key] = item.line
            kept.append(item)
    return kept


def _without_bad(sheet: Sheet, importable: Importable, items: list[Item]) -> list[Item]:
    """The lines that fit what is known; a line that needs a bad line is bad too."""
    while True:
        importable.offered(items)
        kept = []
        for item in items:
            found = list(importable.check(item))
            for column, bad in found:
                sheet.complain(item.line, bad, column)
            if not found:
                kept.append(item)
        if len(kept) == len(items):
            return importable.ordered(kept)
        items = kept

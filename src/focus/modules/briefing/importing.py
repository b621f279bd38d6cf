"""Items from a table: what a desk kept in a spreadsheet until now becomes drafts."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Annotated, Any, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.errors import FieldProblem
from focus.core.gate import Actor, Event, action
from focus.core.ids import new_id
from focus.modules.briefing import store
from focus.modules.briefing.audience import name_of, unknown_of
from focus.modules.briefing.checking import faults_of, unknown_audience
from focus.modules.briefing.problems import ImportUnreadable
from focus.modules.briefing.records import Draft

MOST: Final = 2_000
Table = Annotated[str, msgspec.Meta(max_length=900_000)]

_PLAIN: Final = (
    "kind", "title", "text", "language", "priority", "handling", "expected", "place", "source",
    "valid_from", "valid_to", "verified_at",
)  # fmt: skip
_CONTACT: Final = ("contact_name", "contact_service", "contact_phone")
_SUBJECT: Final = (
    "family_name", "given_names", "birth_date", "national_number", "plate", "country", "number", "described",
)  # fmt: skip
_OTHER: Final = ("must_read", "subject", "units", "functions")
COLUMNS: Final = frozenset((*_PLAIN, *_CONTACT, *_SUBJECT, *_OTHER))
_YES: Final = frozenset({"1", "yes", "ja", "oui", "true"})


class LineProblem(msgspec.Struct, frozen=True):
    """What is wrong with a line: `path` names its column, never the value."""

    line: int
    """As a spreadsheet counts: the header is line 1."""
    path: str
    code: str


class ItemsImported(Event, frozen=True):
    """A table was read; so many of its lines became drafts. Nothing, where `dry_run` or a fault kept it."""

    lines: int
    good: int
    dry_run: bool
    drafts: tuple[UUID, ...] = ()
    problems: tuple[LineProblem, ...] = ()


@action(needs="briefing.write")
async def import_items(
    actor: Actor, *, table: Table, dry_run: bool = False, keep_good: bool = False
) -> ItemsImported:
    """Make drafts of the lines of a CSV text (`,`, `;` or tab) whose first line names its columns.

    All lines or none, unless `keep_good`. Each must be fit to be published. Without `units` and `functions`
    (codes, by blanks) a line is for the whole organisation. Raises ImportUnreadable.
    """
    units = {
        row["code"]: row["id"] for row in await actor.tx.fetch("select code, id from organisations.unit")
    }
    good: list[Draft] = []
    problems: list[LineProblem] = []
    rows = _rows(table)
    for line, row in enumerate(rows, 2):
        content, faults = _read(row, units)
        if content is not None:
            unknown = unknown_audience(await unknown_of(actor.tx, content.audience))
            faults += [FieldProblem("functions", one.code) for one in unknown]
        problems += [LineProblem(line, fault.path, fault.code) for fault in faults]
        if content is not None and not faults:
            good.append(content)
    keep = not dry_run and (keep_good or not problems)
    drafts = tuple([await _keep(actor, content) for content in good] if keep else [])
    return ItemsImported(
        lines=len(rows), good=len(good), dry_run=dry_run, drafts=drafts, problems=tuple(problems)
    )


def _rows(table: str) -> list[dict[str, str]]:
    first = table.lstrip("\ufeff").splitlines()[:1]
    if not first:
        raise ImportUnreadable(params={"most": MOST})
    delimiter = max(";,\t", key=first[0].count)
    reader = csv.DictReader(io.StringIO(table.lstrip("\ufeff")), delimiter=delimiter, strict=True)
    try:
        named = {name.strip().lower() for name in reader.fieldnames or ()}
        if not {"kind", "title"} <= named <= COLUMNS:
            raise ImportUnreadable(params={"most": MOST})
        rows = [_cells(row) for row in reader]
    except csv.Error:
        raise ImportUnreadable(params={"most": MOST}) from None
    if len(rows) > MOST:
        raise ImportUnreadable(params={"most": MOST})
    return rows


def _cells(row: Mapping[Any, Any]) -> dict[str, str]:
    """Cells that say something, by column; more cells than columns are a fault of the whole table."""
    if None in row:
        raise ImportUnreadable(params={"most": MOST})
    return {name.strip().lower(): cell.strip() for name, cell in row.items() if cell and cell.strip()}


def _read(row: dict[str, str], units: Mapping[str, UUID]) -> tuple[Draft | None, list[FieldProblem]]:
    """What a line says, and what is wrong with it; paths are names of columns."""
    unknown = [code for code in row.get("units", "").split() if code not in units]
    if unknown:
        return None, [FieldProblem("units", "briefing.column_unreadable")]
    made = _built(row, units)
    try:
        content = msgspec.convert(made, type=Draft, strict=False)
    except msgspec.ValidationError:
        return None, _unreadable(made)
    faults = faults_of(content, clock.now())
    return content, [FieldProblem(_column(one.path), one.code, one.params) for one in faults]


def _built(row: dict[str, str], units: Mapping[str, UUID]) -> dict[str, Any]:
    made: dict[str, Any] = {"kind": "", "title": ""}
    made |= {name: row[name] for name in _PLAIN if name in row}
    made["must_read"] = row.get("must_read", "").lower() in _YES
    made["contact"] = {name.partition("_")[2]: row[name] for name in _CONTACT if name in row}
    chosen = [units[code] for code in row.get("units", "").split()]
    functions = row.get("functions", "").split()
    made["audience"] = {"whole": not (chosen or functions), "units": chosen, "functions": functions}
    subject = {name: row[name] for name in _SUBJECT if name in row}
    if subject or "subject" in row:
        made["subjects"] = [{"kind": row.get("subject", "person"), **subject}]
    return made


def _unreadable(made: dict[str, Any]) -> list[FieldProblem]:
    """The columns whose value is not of its kind, each tried alone."""
    base: dict[str, Any] = {"kind": "attention", "title": "-"}
    subject = (made.get("subjects") or [{}])[0]
    tried: list[tuple[str, dict[str, Any]]] = [(name, {name: made[name]}) for name in _PLAIN if name in made]
    tried += [
        (name if name != "kind" else "subject", {"subjects": [{"kind": "person", name: value}]})
        for name, value in subject.items()
    ]
    tried.append(("contact_phone", {"contact": made["contact"]}))
    return [
        FieldProblem(name, "briefing.column_unreadable")
        for name, part in tried
        if not _fits({**base, **part})
    ]


def _fits(made: dict[str, Any]) -> bool:
    try:
        msgspec.convert(made, type=Draft, strict=False)
    except msgspec.ValidationError:
        return False
    return True


def _column(path: str) -> str:
    """`content.subjects.0.national_number` → `national_number`."""
    last = path.rpartition(".")[2]
    return "subject" if last.isdigit() else last


async def _keep(actor: Actor, content: Draft) -> UUID:
    draft = new_id()
    await actor.tx.execute(
        """insert into briefing.draft
             (organisation_id, id, version, content, author_id, author, changed_by, changed_at)
           values (focus.must_scope(), $1, 1, $2::text::jsonb, $3, $4, $3, $5)""",
        draft,
        store.to_json(content),
        actor.person,
        await name_of(actor),
        clock.now(),
    )
    return draft

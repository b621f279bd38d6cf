"""Rows of cases, each written together with the record that phones hold."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.kit.keeping.kinds import CaseKind
from focus.kit.keeping.records import Case, Happening
from focus.kit.keeping.words import words_of
from focus.kit.upgrading import upgraded

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.feed import Saves

log = logging.getLogger("focus.kit")

COLUMNS: Final = """c.id, c.number, c.version, c.revision, c.step, c.data::text as data, c.made_at, c.made_by,
  c.changed_at, c.changed_by, c.person_id as person, c.unit_id as unit, c.ward_id as ward, c.longitude,
  c.latitude, c.due_on, c.deadline, c.asked_by, c.reference, c.ended_at"""

_ADD: Final = """
insert into kit.case (organisation_id, id, module, case_type, version, revision, number, step, data,
  person_id, unit_id, ward_id, longitude, latitude, due_on, deadline, asked_by, reference, made_at, made_by,
  changed_at, changed_by, on_phones, ended_at)
values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9, $10, $11, $12, $13, $14, $15,
  $16, $17, $18, $19, $20, $21, $22, $23)
on conflict do nothing returning true
"""
_CHANGE: Final = """
update kit.case set version = $4, revision = $5, step = $7, data = $8::text::jsonb, person_id = $9,
  unit_id = $10, ward_id = $11, longitude = $12, latitude = $13, due_on = $14, deadline = $15,
  changed_at = $20, changed_by = $21, on_phones = $22, ended_at = $23
where id = $1 and module = $2 and case_type = $3 and number = $6 and asked_by is not distinct from $16
  and reference = $17 and made_at = $18 and made_by = $19
returning true
"""


async def next_number(tx: Transaction, kind: CaseKind, now: datetime) -> str:
    """`W-2026-0001`: per module and year of Brussels."""
    year = now.astimezone(clock.BRUSSELS).year
    last = await tx.fetchval(
        """insert into kit.counter as c (organisation_id, module, year, last)
           values (focus.must_scope(), $1, $2, 1)
           on conflict (organisation_id, module, year) do update set last = c.last + 1 returning last""",
        kind.module,
        year,
    )
    return f"{kind.letter}-{year}-{last:04}"


async def found(tx: Transaction, kind: CaseKind, case: UUID) -> Case | None:
    """A case as it stands, in today's version; None where there is none of this module, or it was erased."""
    row = await tx.fetchrow(
        f"select {COLUMNS} from kit.case c where c.id = $1 and c.module = $2 and c.erased_at is null",  # noqa: S608
        case,
        kind.module,
    )
    return case_of(kind, row) if row else None


def case_of(kind: CaseKind, row: Any) -> Case:
    """A row of COLUMNS; one that no upgrade can bring up to today's version stays in its own."""
    case = Case(**{**row, "data": msgspec.json.decode(row["data"])})
    if case.version == kind.case.version:
        return case
    try:
        data = upgraded(kind.case, case.data, case.version)
    except Exception as failure:
        log.error("%s %s: version %d: %s", kind.module, case.number, case.version, type(failure).__qualname__)  # noqa: TRY400 - a message may quote
        return case
    return msgspec.structs.replace(case, data=data, version=kind.case.version)


async def add(saves: Saves, kind: CaseKind, case: Case) -> bool:
    """Write a new case that was held. False: there is one of this id, or of this request."""
    if not await saves.tx.fetchval(_ADD, *_values(kind, case, on_phones=True)):
        return False
    await _find_by(saves.tx, kind, case)
    saves.save(kind.synced, case)
    return True


async def change(saves: Saves, kind: CaseKind, case: Case, *, on_phones: bool = True) -> Case:
    """Write a case that was held, and give it to phones or take it from them; with its new revision."""
    there = (await saves.hold(kind.synced, case.id)).get(case.id, 0)
    case = msgspec.structs.replace(case, revision=there + 1)
    if not await saves.tx.fetchval(_CHANGE, *_values(kind, case, on_phones=on_phones)):
        raise LookupError("a case that is changed exists, and keeps number and origin")
    await _find_by(saves.tx, kind, case)
    if on_phones:
        saves.save(kind.synced, case)
    else:
        saves.gone(kind.synced, case.id)
    return case


async def happened(tx: Transaction, case: Case, done: Happening) -> bool:
    """Note what was done with a case. False: something of this id was noted before."""
    return bool(
        await tx.fetchval(
            """insert into kit.happening
                 (organisation_id, id, case_id, kind, at, told_at, person_id, revision, what, text)
               values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $9)
               on conflict do nothing returning true""",
            done.id,
            case.id,
            done.kind,
            done.at,
            done.told_at,
            done.person,
            done.revision,
            msgspec.json.encode(done.what).decode(),
            done.text,
        )
    )


async def happenings(tx: Transaction, case: UUID) -> tuple[Happening, ...]:
    """All that was done with a case, in the order in which the server heard of it."""
    rows = await tx.fetch(
        """select id, kind, at, told_at, person_id as person, revision, what::text as what, text
           from kit.happening where case_id = $1 order by told_at, id""",
        case,
    )
    return tuple(Happening(**{**row, "what": msgspec.json.decode(row["what"])}) for row in rows)


async def _find_by(tx: Transaction, kind: CaseKind, case: Case) -> None:
    words = words_of(kind.case, case)
    await tx.execute("delete from kit.word where case_id = $1 and not word = any($2)", case.id, words)
    await tx.execute(
        """insert into kit.word (organisation_id, module, word, case_id)
           select focus.must_scope(), $1, w, $2 from unnest($3::text[]) as w on conflict do nothing""",
        kind.module,
        case.id,
        words,
    )


def _values(kind: CaseKind, case: Case, *, on_phones: bool) -> tuple[Any, ...]:
    return (
        case.id, kind.module, kind.case.name, case.version, case.revision, case.number, case.step,
        msgspec.json.encode(case.data).decode(), case.person, case.unit, case.ward, case.longitude,
        case.latitude, case.due_on, case.deadline, case.asked_by, case.reference, case.made_at, case.made_by,
        case.changed_at, case.changed_by, on_phones, case.ended_at,
    )  # fmt: skip

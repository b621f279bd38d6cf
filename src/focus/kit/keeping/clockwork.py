"""By the clock: what ended leaves phones, old versions are brought up, old cases are erased."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from focus.core import clock
from focus.core.feed import Saves
from focus.core.ids import new_id
from focus.core.log import LogEvent
from focus.core.organisations.public import directory
from focus.kit.keeping import store
from focus.kit.keeping.kinds import CaseKind, kinds_of
from focus.kit.keeping.records import Happening

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

STAYS: Final = timedelta(days=7)
"""So long after its end a case is on phones."""
BATCH: Final = 200

_OVER: Final = """
select c.id from kit.case c where c.module = $1 and c.erased_at is null and c.ended_at < $2 and c.on_phones
order by c.ended_at limit $3
"""
_OLDER: Final = """
select c.id from kit.case c where c.module = $1 and c.erased_at is null and c.version < $2 and c.id > $3
order by c.id limit $4
"""
_OLD: Final = """
select c.id from kit.case c where c.module = $1 and c.erased_at is null
  and c.ended_at < $2::timestamptz - make_interval(years => $3, months => $4, days => $5)
order by c.ended_at limit $6
"""
_ERASE: Final = """
update kit.case set data = '{}', person_id = null, unit_id = null, ward_id = null, longitude = null,
  latitude = null, due_on = null, deadline = '', reference = '', asked_by = null, on_phones = false,
  erased_at = $2
where id = any($1)
"""


async def leave_phones(platform: Platform) -> None:
    """Take off the phones what ended a week ago, in each organisation."""
    before = clock.now() - STAYS
    for organisation in await _organisations(platform):
        for kind in kinds_of(platform):
            for row in await platform.database.reading(organisation).fetch(_OVER, kind.module, before, BATCH):
                async with platform.database.transaction(organisation) as tx:
                    await _leave(platform, tx, kind, row["id"], before)


async def bring_up(platform: Platform) -> None:
    """Write cases of an older version in today's, so that phones get them so."""
    for organisation in await _organisations(platform):
        for kind in kinds_of(platform):
            await _bring_up_all(platform, organisation, kind)


async def erase_cases(platform: Platform, tx: Transaction, before: datetime) -> int:
    """Erase what each case type no longer keeps at that moment: number and dates stay. How many cases."""
    return sum([await _erase(platform, tx, kind, before) for kind in kinds_of(platform)])


async def _leave(platform: Platform, tx: Transaction, kind: CaseKind, case: UUID, before: datetime) -> None:
    saves = Saves(tx)
    await saves.hold(kind.synced, case)
    one = await store.found(tx, kind, case)
    if one is None or one.ended_at is None or one.ended_at >= before:
        return
    await store.change(saves, kind, one, on_phones=False)
    await saves.write(platform.bus)


async def _bring_up_all(platform: Platform, organisation: UUID, kind: CaseKind) -> None:
    """One after the other, past those that cannot be brought up."""
    reading, version, last = platform.database.reading(organisation), kind.case.version, UUID(int=0)
    while rows := await reading.fetch(_OLDER, kind.module, version, last, BATCH):
        for row in rows:
            async with platform.database.transaction(organisation) as tx:
                await _bring_up(platform, tx, kind, row["id"])
        last = rows[-1]["id"]


async def _bring_up(platform: Platform, tx: Transaction, kind: CaseKind, case: UUID) -> None:
    saves = Saves(tx)
    await saves.hold(kind.synced, case)
    one = await store.found(tx, kind, case)
    stored = await tx.fetchrow("select version, on_phones from kit.case where id = $1", case)
    if one is None or stored is None or one.version == stored["version"]:
        return
    one = await store.change(saves, kind, one, on_phones=stored["on_phones"])
    now = clock.now()
    what = {"versions": [stored["version"], one.version]}
    done = Happening(
        id=new_id(), kind="upgraded", at=now, told_at=now, person=None, revision=one.revision, what=what
    )
    await store.happened(tx, one, done)
    await _log(platform, tx, f"{kind.module}.CaseUpgraded", {"case": str(case), **what})
    await saves.write(platform.bus)


async def _erase(platform: Platform, tx: Transaction, kind: CaseKind, before: datetime) -> int:
    keep = kind.case.keep
    spans = [keep.count if keep.unit == unit else 0 for unit in ("years", "months", "days")]
    rows = await tx.fetch(_OLD, kind.module, before, *spans, BATCH)
    cases = [row["id"] for row in rows]
    if not cases:
        return 0
    saves = Saves(tx)
    await saves.hold(kind.synced, *cases)
    for table in ("word", "happening"):
        await tx.execute(f"delete from kit.{table} where case_id = any($1)", cases)  # noqa: S608
    await tx.execute(_ERASE, cases, clock.now())
    for case in cases:
        saves.gone(kind.synced, case)
    what = {"cases": len(cases), "before": before.isoformat()}
    await _log(platform, tx, f"{kind.module}.CasesErased", what)
    await saves.write(platform.bus)
    return len(cases)


async def _log(platform: Platform, tx: Transaction, kind: str, what: dict[str, Any]) -> None:
    assert tx.organisation is not None
    await platform.log.append(tx, LogEvent(organisation_id=tx.organisation, kind=kind, what=what))


async def _organisations(platform: Platform) -> list[UUID]:
    async with platform.database.unscoped(readonly=True) as tx:
        return [entry.id for entry in await directory(tx)]

"""What happens by the clock: closed incidents leave phones, silence is noticed, old rows are erased."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.feed import Saves
from focus.core.log import LogEvent
from focus.core.organisations.public import directory, settings_of
from focus.core.registry import Job, Retention
from focus.modules.incidents import store
from focus.modules.incidents.kinds import CALLER, INCIDENT, LINE
from focus.modules.incidents.settings import IncidentsSettings

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

LEAVE_PHONES: Final = Job("focus.modules.incidents.keeping:leave_phones", every=timedelta(minutes=1))
NOTICE_SILENCE: Final = Job("focus.modules.incidents.keeping:notice_silence", every=timedelta(minutes=1))
STAYS: Final = timedelta(hours=12)
"""So long after its closing an incident is on phones."""
BATCH: Final = 200

RETENTION: Final = (
    Retention(
        "incidents.incident",
        "closed_at",
        "incident_days",
        "closed incidents with their lines and the states of crews",
        erase="focus.modules.incidents.keeping:erase_incidents",
    ),
    Retention(
        "incidents.caller",
        "closed_at",
        "caller_days",
        "who called, from the closing of the incident, with its messages as they came",
        erase="focus.modules.incidents.keeping:erase_callers",
    ),
    Retention(
        "incidents.message",
        "received_at",
        "caller_days",
        "messages that belong to no incident: quarantined, dropped",
        erase="focus.modules.incidents.keeping:erase_strays",
    ),
)

_OVER: Final = """
select id from incidents.incident where state = 'closed' and on_phones and closed_at <= $1
order by closed_at limit $2
"""
_SILENT: Final = """
update incidents.feed set silent_since = coalesce(last_at, created_at)
where ended_at is null and silent_since is null and coalesce(last_at, created_at) <= $1
returning id, silent_since
"""
_OLD: Final = (
    "select id from incidents.incident where state = 'closed' and closed_at < $1 order by id limit $2"
)
_CALLED: Final = """
select id from incidents.incident i where state = 'closed' and closed_at < $1 and (told is not null
  or exists (select from incidents.caller c where c.id = i.id)
  or exists (select from incidents.message m where m.incident_id = i.id))
order by id limit $2
"""


async def leave_phones(platform: Platform) -> None:
    """Take off the phones what was closed twelve hours ago, in each organisation."""
    for organisation in await _organisations(platform):
        before = clock.now() - STAYS
        for found in await platform.database.reading(organisation).fetch(_OVER, before, BATCH):
            async with platform.database.transaction(organisation) as tx:
                await _leave(platform, tx, found["id"], before)


async def _leave(platform: Platform, tx: Transaction, incident: UUID, before: datetime) -> None:
    saves = Saves(tx)
    await store.lock(tx)
    row = await store.held(saves, incident)
    closed_at = row.incident.closed_at if row else None
    if row is None or closed_at is None or closed_at > before:
        return
    await store.hide(platform, saves, row)
    await saves.write(platform.bus)


async def notice_silence(platform: Platform) -> None:
    """Note which feeds have fallen silent, each silence once, with its entry in the log."""
    for organisation in await _organisations(platform):
        async with platform.database.transaction(organisation) as tx:
            settings = await settings_of(tx, "incidents", IncidentsSettings)
            before = clock.now() - timedelta(minutes=settings.silent_minutes)
            for row in await tx.fetch(_SILENT, before):
                what = {"feed": str(row["id"]), "since": row["silent_since"].isoformat()}
                await _log(platform, tx, "incidents.FeedSilent", what)


async def erase_incidents(platform: Platform, tx: Transaction, before: datetime) -> int:
    """Erase incidents that were closed before that moment, with all that belongs to them; how many."""
    rows = await tx.fetch(_OLD, before, BATCH)
    incidents = [row["id"] for row in rows]
    if not incidents:
        return 0
    saves = Saves(tx)
    await store.lock(tx)
    await _all_gone(saves, incidents)
    for table in ("message", "crew_state", "line"):
        await tx.execute(f"delete from incidents.{table} where incident_id = any($1)", incidents)  # noqa: S608
    await tx.execute("delete from incidents.caller where id = any($1)", incidents)
    await tx.execute("delete from incidents.incident where id = any($1)", incidents)
    await _log(platform, tx, "incidents.IncidentsErased", _erased(incidents, before))
    await saves.write(platform.bus)
    return len(incidents)


async def erase_callers(platform: Platform, tx: Transaction, before: datetime) -> int:
    """Erase who called about incidents that were closed before that moment, and what was sent as it came."""
    rows = await tx.fetch(_CALLED, before, BATCH)
    incidents = [row["id"] for row in rows]
    if not incidents:
        return 0
    saves = Saves(tx)
    await store.lock(tx)
    for incident in incidents:
        row = await store.held(saves, incident)
        assert row is not None
        row.told, row.incident = None, msgspec.structs.replace(row.incident, caller=False)
        await store.put(platform, saves, row)
        await saves.hold(CALLER, incident)
        saves.gone(CALLER, incident)
    await tx.execute("delete from incidents.caller where id = any($1)", incidents)
    await tx.execute("delete from incidents.message where incident_id = any($1)", incidents)
    await _log(platform, tx, "incidents.CallersErased", _erased(incidents, before))
    await saves.write(platform.bus)
    return len(incidents)


async def erase_strays(platform: Platform, tx: Transaction, before: datetime) -> int:
    """Erase messages that belong to no incident; how many."""
    rows = await tx.fetch(
        "delete from incidents.message where incident_id is null and received_at < $1 returning id", before
    )
    if rows:
        what = {"messages": len(rows), "before": before.isoformat()}
        await _log(platform, tx, "incidents.MessagesErased", what)
    return len(rows)


async def _all_gone(saves: Saves, incidents: list[UUID]) -> None:
    rows = await saves.tx.fetch("select id from incidents.line where incident_id = any($1)", incidents)
    lines = [row["id"] for row in rows]
    for kind, ids in ((INCIDENT, incidents), (LINE, lines), (CALLER, incidents)):
        await saves.hold(kind, *ids)
        for one in ids:
            saves.gone(kind, one)


def _erased(incidents: list[UUID], before: datetime) -> dict[str, Any]:
    return {"incidents": len(incidents), "before": before.isoformat()}


async def _log(platform: Platform, tx: Transaction, kind: str, what: dict[str, Any]) -> None:
    assert tx.organisation is not None
    await platform.log.append(tx, LogEvent(organisation_id=tx.organisation, kind=kind, what=what))


async def _organisations(platform: Platform) -> list[UUID]:
    async with platform.database.unscoped(readonly=True) as tx:
        return [entry.id for entry in await directory(tx)]

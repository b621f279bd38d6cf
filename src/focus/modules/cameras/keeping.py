"""What happens by the clock: hits leave phones after a day, old rows are erased."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from focus.core import clock
from focus.core.feed import Saves
from focus.core.log import LogEvent
from focus.core.organisations.public import directory
from focus.core.registry import Job, Retention
from focus.modules.cameras import store
from focus.modules.cameras.kinds import HIT, SHOWN

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

LEAVE_PHONES: Final = Job("focus.modules.cameras.keeping:leave_phones", every=timedelta(minutes=1))
BATCH: Final = 200

RETENTION: Final = (
    Retention("cameras.passage", "seen_at", "days", "plates that cameras saw"),
    Retention(
        "cameras.hit",
        "seen_at",
        "days",
        "hits with their pictures and what officers said of them",
        erase="focus.modules.cameras.keeping:erase_hits",
    ),
    Retention("cameras.message", "received_at", 30, "messages of cameras in quarantine, as they came"),
)

_OVER: Final = "select id from cameras.hit where on_phones and seen_at <= $1 order by seen_at limit $2"
_OLD: Final = "select id from cameras.hit where seen_at < $1 order by seen_at, id limit $2"


async def leave_phones(platform: Platform) -> None:
    """Take off the phones what was seen a day ago, in each organisation."""
    async with platform.database.unscoped(readonly=True) as tx:
        organisations = [entry.id for entry in await directory(tx)]
    for organisation in organisations:
        before = clock.now() - SHOWN
        for found in await platform.database.reading(organisation).fetch(_OVER, before, BATCH):
            async with platform.database.transaction(organisation) as tx:
                await _leave(platform, tx, found["id"])


async def _leave(platform: Platform, tx: Transaction, hit: UUID) -> None:
    saves = Saves(tx)
    row = await store.held(saves, hit)
    if row is None:
        return
    row.on_phones = False
    await store.put(saves, row)
    await saves.write(platform.bus)


async def erase_hits(platform: Platform, tx: Transaction, before: datetime) -> int:
    """Erase hits that were seen before that moment, with their pictures; how many."""
    hits = [row["id"] for row in await tx.fetch(_OLD, before, BATCH)]
    if not hits:
        return 0
    saves = Saves(tx)
    await saves.hold(HIT, *hits)
    for hit in hits:
        saves.gone(HIT, hit)
    await tx.execute("delete from cameras.picture where id = any($1)", hits)
    await tx.execute("delete from cameras.hit where id = any($1)", hits)
    assert tx.organisation is not None
    what = {"hits": len(hits), "before": before.isoformat()}
    entry = LogEvent(organisation_id=tx.organisation, kind="cameras.HitsErased", what=what)
    await platform.log.append(tx, entry)
    await saves.write(platform.bus)
    return len(hits)

"""A reinforcement that is over by the clock, or whose people are no longer lent, ends where it was received.

Their posts do not count any more from that very moment, whether this has run or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from focus.core import clock
from focus.core.feed import Saves
from focus.core.log import LogEvent
from focus.core.organisations.public import directory
from focus.modules.reinforcement import store
from focus.modules.reinforcement.going import send_home
from focus.modules.reinforcement.jobs import TELL

if TYPE_CHECKING:
    from focus.core.gate import Platform


async def finish(platform: Platform, organisation: UUID, reinforcement: UUID) -> None:
    """End one that was received by this organisation, if it is over, with its entry in the log."""
    async with platform.database.transaction(organisation) as tx:
        row = await store.found(tx, reinforcement, held=True)
        if row is None or row.direction != "received" or row.ended_at is not None:
            return
        now, saves = clock.now(), Saves(tx)
        why = "time" if row.until <= now else await store.why_over(tx, reinforcement, now)
        if not why:
            return
        await send_home(platform, saves, row, at=now, why=why, by="")
        what = {
            "reinforcement": str(row.id),
            "organisation": str(row.other_id),
            "why": why,
            "at": now.isoformat(),
        }
        entry = LogEvent(organisation_id=organisation, kind="reinforcement.ReinforcementEnded", what=what)
        await platform.log.append(tx, entry)
        await saves.write(platform.bus)


async def finish_there(platform: Platform, organisation: UUID, reinforcement: UUID) -> None:
    """End with who received it one that this organisation took back."""
    async with platform.database.transaction(organisation) as tx:
        row = await store.found(tx, reinforcement)
    if row is not None and row.direction == "given":
        await finish(platform, row.other_id, reinforcement)


async def catch_up(platform: Platform) -> None:
    """What is over everywhere, and what the other side does not know yet."""
    async with platform.database.unscoped(readonly=True) as tx:
        organisations = [entry.id for entry in await directory(tx)]
    for organisation in organisations:
        async with platform.database.transaction(organisation) as tx:
            rows = await store.unsettled(tx)
        for row in rows:
            if row.ended_at is None:
                await finish(platform, organisation, row.id)
        late = [row for row in rows if row.told < (1 if row.ended_at is None else 2)]
        if late:
            async with platform.database.transaction(organisation) as tx:
                for row in late:
                    await platform.jobs.put(tx, TELL, {"reinforcement": row.id}, key=row.id)

"""The organisation whose people help is told of the begin and of the end, in its own scope and its own log.

A transaction writes in one organisation only: this reads here, writes there, and then notes here that it has
arrived. It may run any number of times.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from focus.core import clock
from focus.core.feed import Saves
from focus.core.log import LogEvent
from focus.core.push.public import PUSH
from focus.modules.reinforcement import calls, store
from focus.modules.reinforcement.store import Guest, Row

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

USEFUL = timedelta(minutes=15)
"""So long is a phone still woken for a call to help."""


async def tell(platform: Platform, organisation: UUID, reinforcement: UUID) -> None:
    """Bring one, as it stands with who received it, to the organisation whose people they are."""
    async with platform.database.transaction(organisation) as tx:
        row = await store.found(tx, reinforcement)
        guests = await store.guests(tx, reinforcement)
    if row is None or row.direction != "received":
        return
    async with platform.database.transaction(row.other_id) as tx:
        saves = Saves(tx)
        await store.lock(tx)
        await _begun(platform, saves, row, guests, host=organisation)
        if row.ended_at is not None:
            await _ended(platform, saves, row, guests, host=organisation)
        await saves.write(platform.bus)
    async with platform.database.transaction(organisation) as tx:
        await store.tell(tx, reinforcement, 1 if row.ended_at is None else 2)


async def _begun(platform: Platform, saves: Saves, row: Row, guests: list[Guest], *, host: UUID) -> None:
    given = row._replace(direction="given", other_id=host)
    if not await store.add(saves.tx, given):
        return
    home = row.other_id
    what = {
        "reinforcement": str(row.id),
        "organisation": str(host),
        "crews": [crew.call_sign for crew in row.crews],
        "posts": [str(guest.post) for guest in guests],
        "until": row.until.isoformat(),
        "by": row.by_name,
    }
    await _log(platform, saves.tx, "CrewsLent", what, host)
    if row.ended_at is None:
        await calls.say(saves, row, guests, host=host, home=home)
        persons = [guest.person for guest in guests]
        until = min(row.until, clock.now() + USEFUL)
        await platform.service(PUSH).wake(saves.tx, "reinforcement", persons, urgent=True, until=until)


async def _ended(platform: Platform, saves: Saves, row: Row, guests: list[Guest], *, host: UUID) -> None:
    there = await store.found(saves.tx, row.id, held=True)
    if there is None or there.ended_at is not None or row.ended_at is None:
        return
    await store.end(saves.tx, row.id, at=row.ended_at, why=row.ended_why, by=row.ended_by)
    await calls.take_away(saves, [guest.post for guest in guests])
    what = {
        "reinforcement": str(row.id),
        "organisation": str(host),
        "why": row.ended_why,
        "at": row.ended_at.isoformat(),
        "by": row.ended_by,
    }
    await _log(platform, saves.tx, "ReinforcementEnded", what, host)


async def _log(platform: Platform, tx: Transaction, kind: str, what: dict[str, Any], other: UUID) -> None:
    assert tx.organisation is not None
    entry = LogEvent(
        organisation_id=tx.organisation, kind=f"reinforcement.{kind}", what=what, recipients=(str(other),)
    )
    await platform.log.append(tx, entry)

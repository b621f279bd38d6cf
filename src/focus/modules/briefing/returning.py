"""A sighting of a copy goes back to the organisation that shared the item, each in its own scope.

It bears the name of the organisation where it was seen instead of the officer's, and of the place no more
than he gave.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from focus.core import clock
from focus.core.feed import Saves
from focus.core.log import LogEvent
from focus.core.organisations.public import directory, module_on
from focus.core.registry import Job
from focus.modules.briefing import phones, store
from focus.modules.briefing.kinds import SIGHTING
from focus.modules.briefing.spreading import organisation_name

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Actor, Platform

BRING_BACK: Final = Job("focus.modules.briefing.returning:bring_back", queue=True)
BRING_AGAIN: Final = Job("focus.modules.briefing.returning:bring_again", every=timedelta(minutes=5))

_UNTOLD = """
select s.*, i.origin_organisation, i.origin_item from briefing.untold u
  join briefing.sighting s on s.id = u.sighting_id join briefing.item i on i.id = s.item_id
where u.sighting_id = $1
"""


async def go_back(actor: Actor, sighting: UUID) -> None:
    """Have the organisation that shared the item hear of this sighting, until it has."""
    await actor.tx.execute(
        "insert into briefing.untold (organisation_id, sighting_id, at) values (focus.must_scope(), $1, $2)",
        sighting,
        clock.now(),
    )
    await actor.platform.jobs.put(actor, BRING_BACK, {"sighting": sighting}, key=sighting)


async def bring_back(platform: Platform, organisation: UUID, sighting: UUID) -> None:
    """Bring a sighting to where its item comes from. It may run any number of times."""
    async with platform.database.transaction(organisation) as tx:
        row = await tx.fetchrow(_UNTOLD, sighting)
        name = await organisation_name(tx, organisation)
    if row is None:
        return
    async with platform.database.transaction(row["origin_organisation"]) as tx:
        if not await module_on(tx, "briefing"):
            return
        await _take(platform, tx, row, organisation, name or "")
    async with platform.database.transaction(organisation) as tx:
        await tx.execute("delete from briefing.untold where sighting_id = $1", sighting)


async def _take(platform: Platform, tx: Transaction, row: Any, seen_by: UUID, name: str) -> None:
    """Note it once, in the organisation whose item it is; nothing, where that was never shared so."""
    item = await store.steady(tx, row["origin_item"])
    shared = await tx.fetchval(
        "select true from briefing.share where direction = 'out' and item_id = $1 and other_id = $2",
        row["origin_item"],
        seen_by,
    )
    if item is None or not shared:
        return
    saves = Saves(tx)
    await saves.hold(SIGHTING, row["id"])
    kept = await tx.fetchrow(
        """insert into briefing.sighting (organisation_id, id, item_id, person_id, name, at, text, place,
             longitude, latitude, accuracy)
           values (focus.must_scope(), $1, $2, null, $3, $4, $5, $6, $7, $8, $9)
           on conflict do nothing returning *""",
        row["id"], item["id"], name, row["at"], row["text"], row["place"],
        row["longitude"], row["latitude"], row["accuracy"],
    )  # fmt: skip
    if kept is None:
        return
    if item["state"] == "published":
        saves.save(SIGHTING, phones.sighting_of(kept, store.content_of(item)))
    else:
        saves.gone(SIGHTING, kept["id"])
    await _log(platform, tx, kept, seen_by)
    await saves.write(platform.bus)


async def _log(platform: Platform, tx: Transaction, kept: Any, seen_by: UUID) -> None:
    assert tx.organisation is not None
    placed = bool(kept["place"] or kept["longitude"] is not None)
    what = {
        "sighting": str(kept["id"]),
        "item": str(kept["item_id"]),
        "at": kept["at"].isoformat(),
        "placed": placed,
        "from": str(seen_by),
    }
    event = LogEvent(organisation_id=tx.organisation, kind="briefing.SightingReported", what=what)
    await platform.log.append(tx, event)


async def bring_again(platform: Platform) -> None:
    """Try once more with every sighting that has not arrived where its item comes from."""
    async with platform.database.unscoped(readonly=True) as tx:
        organisations = [entry.id for entry in await directory(tx)]
    untold = "select sighting_id as id from briefing.untold order by at limit 500"
    for organisation in organisations:
        if not await platform.database.reading(organisation).fetch(untold):
            continue
        async with platform.database.transaction(organisation) as tx:
            for row in await tx.fetch(untold):
                await platform.jobs.put(tx, BRING_BACK, {"sighting": row["id"]}, key=row["id"])

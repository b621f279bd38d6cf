"""Who can be asked to help, and who helps."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import msgspec

from focus.core import clock
from focus.core.gate import Actor, view
from focus.core.organisations.public import name_in
from focus.modules.reinforcement import store
from focus.modules.reinforcement.records import LentCrew, Reinforcement

SHOWN: Final = timedelta(days=30)
"""So long after its end a reinforcement is shown."""


@view(needs="incidents.dispatch", consults=False)
async def lent_crews(actor: Actor) -> list[LentCrew]:
    """The crews on duty of those organisations that lend their people to this one, by organisation."""
    now = clock.now()
    running = [
        row
        for row in await store.all_since(actor.tx, now)
        if not row.ended_at and row.until > now and row.direction == "received"
    ]
    here = {(row.other_id, crew.call_sign.casefold()) for row in running for crew in row.crews}
    found = []
    for row in await actor.tx.fetch("select * from reinforcement.lent_crews($1)", now):
        names, unit = (msgspec.json.decode(row[one] or "{}") for one in ("names", "unit_names"))
        found.append(
            LentCrew(
                organisation=row["organisation_id"],
                organisation_name=name_in(names, actor.language),
                organisation_code=row["code"],
                call_sign=row["call_sign"],
                unit_name=name_in(unit, actor.language),
                people=row["people"],
                until=row["until"],
                here=(row["organisation_id"], row["call_sign"].casefold()) in here,
            )
        )
    return found


@view(needs="incidents.dispatch", consults=False)
async def reinforcements(actor: Actor) -> list[Reinforcement]:
    """Those received and given: the running ones, then those that ended in the last thirty days."""
    called = await store.names(actor.tx, actor.language)
    return [
        Reinforcement(
            id=row.id,
            direction=row.direction,
            organisation=row.other_id,
            organisation_name=called.get(row.other_id, ""),
            crews=row.crews,
            since=row.since,
            until=row.until,
            by=row.by_name,
            ended_at=row.ended_at,
            ended_why=row.ended_why,
            ended_by=row.ended_by,
        )
        for row in await store.all_since(actor.tx, clock.now() - SHOWN)
    ]

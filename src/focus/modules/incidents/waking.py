"""Phones of a crew are woken when it is sent; who leads the shift when it does not answer. Never off duty."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from focus.core import clock
from focus.core.organisations.public import settings_of
from focus.core.push.public import PUSH
from focus.core.registry import Job
from focus.modules.duty.public import on_duty
from focus.modules.incidents import crews, store
from focus.modules.incidents.settings import IncidentsSettings
from focus.modules.incidents.turns import on_it

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform
    from focus.modules.incidents.records import Crew

TELL_UNANSWERED: Final = Job("focus.modules.incidents.waking:tell_unanswered", queue=True)
USEFUL: Final = timedelta(minutes=15)
"""So long after it was sent is a phone still woken for it."""
_LEADERS: Final = """
select a.person_id from organisations.post p
cross join lateral organisations.principal_of(p.id, $1) a where 'incidents.board' = any(a.permissions)
"""


async def wake(platform: Platform, tx: Transaction, incident: UUID, crew: Crew) -> None:
    """Wake a crew that is sent to an incident, and look later whether it answered."""
    now = clock.now()
    settings = await settings_of(tx, "incidents", IncidentsSettings)
    await _wake(platform, tx, [one.person for one in crew.members])
    wait = timedelta(seconds=settings.unanswered_seconds)
    arguments = {"incident": incident, "crew": crew.id}
    await platform.jobs.put(tx, TELL_UNANSWERED, arguments, not_before=now + wait)


async def tell_unanswered(platform: Platform, organisation: UUID, incident: UUID, crew: UUID) -> None:
    """Wake who leads the shift where a crew has still not said anything."""
    async with platform.database.transaction(organisation) as tx:
        row = await store.found(tx, incident)
        there = await crews.crew_of(tx, crew)
        on = on_it(row.incident, crew) if row and row.incident.state == "open" else None
        if there is None or on is None or on.state != "assigned":
            return
        leaders = {found["person_id"] for found in await tx.fetch(_LEADERS, clock.now())}
        await _wake(platform, tx, sorted(leaders - {one.person for one in there.members}))


async def _wake(platform: Platform, tx: Transaction, persons: list[UUID]) -> None:
    present = await on_duty(tx, persons)
    until = clock.now() + USEFUL
    await platform.service(PUSH).wake(tx, "incidents", list(present), urgent=True, until=until)

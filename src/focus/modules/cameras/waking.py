"""Crews on duty are woken for a new hit. Never off duty."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from focus.core.push.public import PUSH
from focus.modules.cameras.message import plate_key
from focus.modules.duty.public import in_crews

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform
    from focus.modules.cameras.records import Hit

USEFUL: Final = timedelta(minutes=15)
"""So long after it was seen is a phone still woken for it."""
QUIET: Final = timedelta(minutes=5)
"""The same plate of the same list wakes once in this time, however many cameras it passes."""
_MAY: Final = """
select a.person_id from organisations.post p
cross join lateral organisations.principal_of(p.id, $1) a where 'cameras.read' = any(a.permissions)
"""
_LATELY: Final = "select exists (select from cameras.hit where plate = $1 and list = $2 and told_at > $3)"


async def wake(platform: Platform, tx: Transaction, hit: Hit, now: datetime) -> None:
    """Wake the crews on duty who may see it. Before the hit itself is written."""
    until = hit.seen_at + USEFUL
    if until <= now or await tx.fetchval(_LATELY, plate_key(hit.plate), hit.list, now - QUIET):
        return
    may = {row["person_id"] for row in await tx.fetch(_MAY, now)}
    crews = {one.person for one in await in_crews(tx)}
    await platform.service(PUSH).wake(tx, "cameras", sorted(may & crews), urgent=True, until=until)

"""Ending a reinforcement before its time, by either side."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from focus.core import clock
from focus.core.gate import Actor, Event, action
from focus.core.organisations.public import post_of
from focus.modules.reinforcement import calls, store
from focus.modules.reinforcement.going import rights_changed, send_home
from focus.modules.reinforcement.jobs import FINISH_THERE
from focus.modules.reinforcement.problems import ReinforcementOver, ReinforcementUnknown

if TYPE_CHECKING:
    from focus.modules.reinforcement.store import Row


class ReinforcementEnded(Event, frozen=True):
    """A reinforcement was ended before its time. `why`: by `host`, which received it, or by `home`."""

    reinforcement: UUID
    organisation: UUID
    """The other one."""
    why: str


@action(needs="incidents.dispatch")
async def end_reinforcement(actor: Actor, *, id: UUID) -> ReinforcementEnded:  # noqa: A002
    """End one that was received or given, now. Raises ReinforcementUnknown, ReinforcementOver."""
    now = clock.now()
    row = await store.found(actor.tx, id, held=True)
    if row is None:
        raise ReinforcementUnknown
    if row.ended_at is not None or row.until <= now:
        raise ReinforcementOver
    facts = await post_of(actor.tx, actor.principal.post_id)
    by = facts.name if facts else ""
    if row.direction == "received":
        await send_home(actor.platform, actor.saves, row, at=now, why="host", by=by)
        return ReinforcementEnded(reinforcement=id, organisation=row.other_id, why="host")
    await _take_back(actor, row, at=now, by=by)
    return ReinforcementEnded(reinforcement=id, organisation=row.other_id, why="home")


async def _take_back(actor: Actor, row: Row, *, at: datetime, by: str) -> None:
    """Their posts there end with this transaction; the rest there follows in a job."""
    tx = actor.tx
    posts = await tx.fetchval("select reinforcement.take_back($1, $2, $3)", row.other_id, row.id, at)
    await calls.take_away(actor.saves, posts)
    await store.end(tx, row.id, at=at, why="home", by=by)
    rights_changed(actor.platform, tx, row.other_id)
    await actor.platform.jobs.put(actor, FINISH_THERE, {"reinforcement": row.id}, key=row.id)

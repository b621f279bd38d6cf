"""Lookups that a kill cut off get their closing entry: every opening has one, whatever became of it.

No process says which lookups it has in hand. None needs to: a lookup ends within its deadline, and its
closing entry follows at once, so an opening that is a minute old and has none is of a process that is gone.
"""

from __future__ import annotations

import contextlib
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid5

from focus.core import clock
from focus.core.log import AlreadyLogged, LogEvent
from focus.core.organisations.public import directory
from focus.modules.search.lookups import log_entries

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

SURELY_OVER: Final = timedelta(minutes=1)
ENDED: Final = "cut_off"
_CLOSING: Final = {
    log_entries.OPENED: log_entries.CLOSED,
    log_entries.CHECK_OPENED: log_entries.CHECK_CLOSED,
    log_entries.TEST_OPENED: log_entries.TESTED,
}
_KINDS: Final = (*_CLOSING, *_CLOSING.values())


async def close_cut_off(platform: Platform) -> int:
    """Write what is missing, in each organisation; how many that were. May be repeated."""
    async with platform.database.unscoped(readonly=True) as tx:
        organisations = [entry.id for entry in await directory(tx)]
    return sum([await _close(platform, organisation) for organisation in organisations])


async def _close(platform: Platform, organisation: UUID) -> int:
    over = clock.now() - SURELY_OVER
    async with platform.database.transaction(organisation, readonly=True) as tx:
        start = await tx.fetchval("select position from search.closed_until") or 0
        missing, reached = await _look(platform, tx, start, over)
    for opening in missing:
        with contextlib.suppress(AlreadyLogged):
            await platform.log.commit_now(closing(opening))
    if reached != start:
        async with platform.database.transaction(organisation) as tx:
            await tx.execute(
                """insert into search.closed_until (organisation_id, position) values (focus.must_scope(), $1)
                   on conflict (organisation_id) do update set position = excluded.position""",
                reached,
            )
    return len(missing)


async def _look(
    platform: Platform, tx: Transaction, start: int, over: datetime
) -> tuple[list[LogEvent], int]:
    """Openings without an end, and the position from which to look next time."""
    opened: dict[str, LogEvent] = {}
    reached, waits = start, False
    async for position, event in platform.log.sealed(tx, start=start, kinds=_KINDS):
        if event.kind not in _CLOSING:
            opened.pop(event.what["lookup"], None)
        elif event.at <= over:
            opened[str(event.id)] = event
        else:
            waits = True
        if not waits:
            reached = position + 1
    return list(opened.values()), reached


def closing(opening: LogEvent) -> LogEvent:
    """The closing entry of a lookup of whose answers nothing is known; the same id each time."""
    what: dict[str, Any] = {"lookup": str(opening.id), "ended": ENDED, "sources": {}, "records": {}}
    what |= {key: opening.what[key] for key in ("check", "source") if key in opening.what}
    return LogEvent(
        organisation_id=opening.organisation_id,
        id=uuid5(opening.id, ENDED),
        kind=_CLOSING[opening.kind],
        person_id=opening.person_id,
        post_id=opening.post_id,
        session_id=opening.session_id,
        device_id=opening.device_id,
        purpose=opening.purpose,
        what=what,
    )

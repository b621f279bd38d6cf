"""Stops whose delay is over are erased by the clock, whether or not anybody registers another."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from focus.core import clock
from focus.core.log import LogEvent
from focus.modules.followup import store

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

ERASED: Final = "followup.StopsErased"


async def erase_stops(platform: Platform, tx: Transaction, before: datetime) -> int:
    """Take who, where and why out of the stops of before that moment, with a log entry; how many.

    Both in one transaction, so both or neither; a second run finds nothing left.
    """
    assert tx.organisation is not None
    stops = await store.erase(tx, before=before)
    if stops:
        what = {"stops": stops, "before": before.isoformat(), "days": (clock.now() - before).days}
        await platform.log.append(tx, LogEvent(organisation_id=tx.organisation, kind=ERASED, what=what))
    return stops

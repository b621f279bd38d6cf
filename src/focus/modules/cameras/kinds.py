"""The record of a hit, and who may hold it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from focus.core.registry import Synced
from focus.modules.cameras.records import Hit
from focus.modules.duty.public import on_duty

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Principal

LIVE: Final = "cameras:live"
"""Those who may see hits and are on duty."""
DESK: Final = "cameras:desk"
"""Shift leaders and dispatchers."""
SHOWN: Final = timedelta(hours=24)
"""So long after it was seen is a hit on phones."""


def _all(_: Hit) -> Iterable[str]:
    return (LIVE, DESK)


HIT: Final = Synced("cameras.hit", Hit, buckets=_all, needs="cameras.read", offline=timedelta(hours=12))


async def buckets(tx: Transaction, principal: Principal) -> list[str]:
    """Hits for who is on duty now and for the desk; off duty nothing."""
    may, found = principal.permissions, []
    if "cameras.read" in may and principal.person_id in await on_duty(tx, [principal.person_id]):
        found.append(LIVE)
    if "cameras.feeds" in may:
        found.append(DESK)
    return found

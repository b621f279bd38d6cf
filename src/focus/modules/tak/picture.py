"""What stands in an organisation now, read once for all its clients that are in."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from focus.core import clock
from focus.core.organisations.public import module_on
from focus.modules.incidents.public import Incident, Position, incidents_now, positions_now

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform

HOLDS: Final = timedelta(seconds=30)
"""So long it is shown without looking again when nobody said that it changed."""


class Shown(NamedTuple):
    """Empty where the organisation has it off."""

    positions: list[Position]
    incidents: list[Incident]


@dataclass(slots=True)
class Picture:
    """One organisation's."""

    platform: Platform
    organisation: UUID
    _changes: int = 0
    _read: int = -1
    _at: datetime | None = None
    _shown: Shown = field(default_factory=lambda: Shown([], []))
    _alone: asyncio.Lock = field(default_factory=asyncio.Lock)

    def changed(self) -> None:
        """What is asked from now on is read after this."""
        self._changes += 1

    async def now(self) -> Shown:
        """Not older than the last change, nor than half a minute."""
        async with self._alone:
            changes, at = self._changes, clock.now()
            if self._read != changes or self._at is None or at - self._at > HOLDS:
                self._shown = await self._look()
                self._read, self._at = changes, at
            return self._shown

    async def _look(self) -> Shown:
        async with self.platform.database.transaction(self.organisation, readonly=True) as tx:
            if not await both_on(tx):
                return Shown([], [])
            return Shown(await positions_now(tx), await incidents_now(tx))


async def both_on(tx: Transaction) -> bool:
    """Whether the organisation in scope has TAK on, and what is told by it."""
    return await module_on(tx, "tak") and await module_on(tx, "incidents")

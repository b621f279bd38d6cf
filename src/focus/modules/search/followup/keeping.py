"""Stops whose delay is over are erased by the clock, whether or not anybody registers another."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from focus.core import clock
from focus.core.gate import Service
from focus.core.log import LogEvent
from focus.core.organisations.public import directory, settings_of
from focus.modules.search.followup import store
from focus.modules.search.settings import SearchSettings

if TYPE_CHECKING:
    from focus.core.gate import Platform

log = logging.getLogger(__name__)

LOOK_S: Final = 3600.0
ERASED: Final = "search.StopsErased"


async def erase_due(platform: Platform) -> int:
    """Erase what is due in every organisation; how many stops that were."""
    async with platform.database.unscoped(readonly=True) as tx:
        organisations = [entry.id for entry in await directory(tx)]
    total = 0
    for organisation in organisations:
        try:
            total += await _erase_in(platform, organisation)
        except Exception as failure:
            # One organisation in trouble keeps no other's stops longer.
            log.error("stops: %s", type(failure).__qualname__)  # noqa: TRY400 - a message may quote
    return total


async def _erase_in(platform: Platform, organisation: UUID) -> int:
    """Erased and logged in one transaction: both or neither; a second server finds nothing left."""
    async with platform.database.transaction(organisation) as tx:
        days = (await settings_of(tx, "search", SearchSettings)).stops_days
        before = clock.now() - timedelta(days=days)
        stops = await store.erase(tx, before=before)
        if stops:
            what = {"stops": stops, "before": before.isoformat(), "days": days}
            await platform.log.append(tx, LogEvent(organisation_id=organisation, kind=ERASED, what=what))
    return stops


class StopKeeper:
    """Looks each hour, the first time as the server starts."""

    def __init__(self, platform: Platform, *, every: float = LOOK_S) -> None:
        self._platform, self._every = platform, every
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look."""
        self._task = asyncio.create_task(self._keep(), name="stops")

    async def stop(self) -> None:
        """End; what was being erased is erased whole or not at all."""
        if self._task:
            self._task.cancel()
            await asyncio.wait([self._task])

    async def _keep(self) -> None:
        while True:
            try:
                await erase_due(self._platform)
            except Exception as failure:
                log.error("stops: %s", type(failure).__qualname__)  # noqa: TRY400 - a message may quote
            await asyncio.sleep(self._every)


STOP_KEEPER = Service("search", StopKeeper)

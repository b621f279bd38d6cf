"""An organisation with field rights of its own, for as long as a test needs it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import msgspec

from focus.core.organisations.store.switches import change_setting
from focus.core.organisations.wake import TOPIC
from focus.modules.search.settings import SearchSettings
from tests.search.lookups.desk import Desk, Officer


@asynccontextmanager
async def restricted(desk: Desk, who: Officer, *rights: dict[str, Any]) -> AsyncIterator[None]:
    """The officer's organisation has these rights within."""
    await _set(desk, who, list(rights))
    try:
        yield
    finally:
        await _set(desk, who, [])


async def _set(desk: Desk, who: Officer, rights: list[dict[str, Any]]) -> None:
    platform = desk.station.platform
    async with platform.database.transaction(who.organisation) as tx:
        await change_setting(tx, "search", msgspec.convert({"rights": rights}, SearchSettings))
    platform.bus.publish(TOPIC, str(who.organisation))

"""An organisation's settings for identity, kept because each session asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from focus.core.caching import ScopedCache
from focus.core.database import Database
from focus.core.identity.settings import IdentitySettings
from focus.core.organisations.public import TOPIC, settings_of

if TYPE_CHECKING:
    from focus.core.bus import Bus

KEEP_S = 10.0


class Limits:
    """Settings by organisation."""

    def __init__(self, database: Database, bus: Bus) -> None:
        self._database = database
        self._kept: ScopedCache[None, IdentitySettings] = ScopedCache(bus, TOPIC, seconds=KEEP_S)

    async def of(self, organisation: UUID) -> IdentitySettings:
        """The settings, defaults where nothing was set."""

        async def read() -> IdentitySettings:
            async with self._database.transaction(organisation) as tx:
                return await settings_of(tx, "identity", IdentitySettings)

        return await self._kept.get(organisation, None, read)

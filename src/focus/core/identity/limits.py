"""An organisation's settings for identity, kept for some seconds because each session asks for them."""

from __future__ import annotations

import time
from uuid import UUID

from focus.core.database import Database
from focus.core.identity.settings import IdentitySettings
from focus.core.organisations.public import settings_of

KEEP_S = 10.0


class Limits:
    """Settings by organisation."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: dict[UUID, tuple[float, IdentitySettings]] = {}

    async def of(self, organisation: UUID) -> IdentitySettings:
        """The settings, defaults where nothing was set."""
        kept = self._kept.get(organisation)
        if kept is not None and time.monotonic() - kept[0] < KEEP_S:
            return kept[1]
        async with self._database.transaction(organisation) as tx:
            found = await settings_of(tx, "identity", IdentitySettings)
        self._kept[organisation] = time.monotonic(), found
        return found

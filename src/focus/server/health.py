"""`/api/health`: whether this process does what it must; `/api/health/live`: whether it can serve at all."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any, Final

from focus.core.errors import Problem
from focus.core.gate import Platform
from focus.server.endpoints import _encode, send_whole

KEPT_S: Final = 5.0
"""The state of the log is looked at no more often than this."""
LEAST_FREE: Final = 256 * 1024 * 1024
"""Octets of free room in FOCUS_HOME."""
LIVE: Final = "/api/health/live"


class Health:
    """200, or 503 with what is wrong; says nothing else of the inside.

    `database`: it does not answer. `disk`: hardly any room is left in FOCUS_HOME, so that soon nothing can be
    written. `log`: events wait to be sealed for more than a minute, so that what was
    logged could be changed unseen; requests are answered meanwhile. A proxy that takes a process out should
    ask `live`, which looks at the database alone; whoever is to be woken asks the other.
    """

    platform: Platform | None = None
    _looked: float = -KEPT_S
    _behind: bool = False

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer, whatever the method."""
        wrong = await self._wrong(log=scope["path"] != LIVE)
        body = _encode({"ready": not wrong, "wrong": wrong})
        await send_whole(send, 503 if wrong else 200, body, b"application/json")

    async def _wrong(self, *, log: bool) -> list[str]:
        platform = self.platform
        if platform is None or not await self._database_answers(platform):
            return ["database"]
        found = ["log"] if log and await self._log_is_behind(platform) else []
        return [*found, "disk"] if log and _free(platform.settings.home) < LEAST_FREE else found

    async def _database_answers(self, platform: Platform) -> bool:
        try:
            async with platform.database.unscoped() as tx:
                await tx.fetchval("select 1")
        except (Problem, OSError):
            return False
        return True

    async def _log_is_behind(self, platform: Platform) -> bool:
        now = asyncio.get_running_loop().time()
        if now - self._looked >= KEPT_S:
            self._looked = now
            try:
                self._behind = bool(await platform.log.behind())
            except (Problem, OSError):
                self._behind = True
        return self._behind


def _free(folder: Path) -> int:
    room = os.statvfs(folder)
    return room.f_bavail * room.f_frsize

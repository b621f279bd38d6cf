"""`/api/health`: whether this process can serve, for a proxy and for the operator."""

from __future__ import annotations

from typing import Any

from focus.core.errors import Problem
from focus.core.gate import Platform
from focus.server.endpoints import _encode, send_whole


class Health:
    """200 when the database answers, else 503; says nothing else of the inside."""

    platform: Platform | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer, whatever the method."""
        ready = self.platform is not None and await self._database_answers(self.platform)
        body = _encode({"ready": ready})
        await send_whole(send, 200 if ready else 503, body, b"application/json")

    async def _database_answers(self, platform: Platform) -> bool:
        try:
            async with platform.database.unscoped() as tx:
                await tx.fetchval("select 1")
        except (Problem, OSError):
            return False
        return True

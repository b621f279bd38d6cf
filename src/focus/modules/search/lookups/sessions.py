"""When a session locks or ends, what it looked up is stopped and forgotten."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from uuid import UUID

from focus.modules.search.lookups.registry import LookupRegistry

log = logging.getLogger(__name__)


class SessionWatch:
    """Hears that something about a session or a device changed, and looks whether it may still listen."""

    def __init__(self, lookups: LookupRegistry, still_open: Callable[[UUID], Awaitable[bool]]) -> None:
        self._lookups = lookups
        self._still_open = still_open
        self._looking: set[asyncio.Task[None]] = set()

    def wake(self, key: str) -> None:
        """`key`: a session, a device, or `*` after a gap in listening."""
        for session in self._lookups.sessions(key):
            task = asyncio.get_running_loop().create_task(self._look(session), name="search session")
            self._looking.add(task)
            task.add_done_callback(self._looking.discard)

    async def close(self) -> None:
        """Look no more."""
        for task in self._looking:
            task.cancel()
        await asyncio.gather(*self._looking, return_exceptions=True)

    async def _look(self, session: UUID) -> None:
        try:
            is_open = await self._still_open(session)
        except Exception as failure:
            # Unknown is as good as locked: what is forgotten can be asked again.
            log.warning("a session cannot be looked at: %s", type(failure).__qualname__)
            is_open = False
        if not is_open:
            self._lookups.forget_session(session)

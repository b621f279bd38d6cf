"""What was disclosed, for the log: at once, or as soon as the log is there again."""

from __future__ import annotations

import asyncio
import contextlib
import logging

from focus.core.log import AlreadyLogged, Log, LogEvent

log = logging.getLogger(__name__)

AGAIN_S = 2.0


class Disclosures:
    """Closing entries. The lookup itself is in the log since before it began; this says how it ended.

    While the log is away no lookup begins, so no more than were running then can wait here.
    """

    def __init__(self, to: Log, *, again_s: float = AGAIN_S) -> None:
        self._log = to
        self._again_s = again_s
        self._closing = asyncio.Event()
        self.waiting = 0
        """Entries that the log did not take yet."""

    async def write(self, entry: LogEvent) -> None:
        """Return when it is in the log, or lost because we end while the log is away."""
        if await self._written(entry):
            return
        self.waiting += 1
        log.warning("the log does not take what a lookup disclosed; %d wait", self.waiting)
        try:
            while not self._closing.is_set():
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._closing.wait(), self._again_s)
                if await self._written(entry):
                    return
            log.error("no entry of what was disclosed after lookup entry %s", entry.what["lookup"])
        finally:
            self.waiting -= 1

    def close(self) -> None:
        """Try once more, then give up."""
        self._closing.set()

    async def _written(self, entry: LogEvent) -> bool:
        try:
            await asyncio.shield(self._log.commit_now(entry))
        except AlreadyLogged:
            return True  # the answer to an earlier attempt was lost
        except Exception as failure:
            log.debug("closing entry: %s", type(failure).__qualname__)
            return False
        return True

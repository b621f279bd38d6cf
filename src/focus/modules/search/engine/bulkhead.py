"""A bulkhead: so many questions at once to one source; the others wait in the order they came.

A lookup asks a source once at a time, so first come, first served is also fair between lookups.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress


class Bulkhead:
    """A semaphore that hands a place directly to the longest waiting, and survives cancellation."""

    def __init__(self, places: int) -> None:
        self._free = places
        self._waiting: deque[asyncio.Future[None]] = deque()

    @property
    def full(self) -> bool:
        """Whether the next one waits."""
        return self._free == 0

    async def enter(self) -> None:
        """Take a place, or wait for one."""
        if self._free:
            self._free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.leave()
            else:
                # `leave` may have passed over it already.
                with suppress(ValueError):
                    self._waiting.remove(turn)
            raise

    def leave(self) -> None:
        """Give the place to the next, or back."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1

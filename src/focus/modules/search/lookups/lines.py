"""The lines of one lookup as they come, and who waits for the next."""

from __future__ import annotations

import asyncio

import msgspec

from focus.modules.search.cards import Line

_encode = msgspec.json.Encoder().encode


class Lines:
    """Grows while the lookup runs; kept while somebody may still read it."""

    def __init__(self) -> None:
        self.said: list[bytes] = []
        self._waiting: list[asyncio.Future[None]] = []

    def say(self, line: Line) -> None:
        """Add a line for all who listen."""
        self.said.append(_encode(line))
        self.wake()

    def wake(self) -> None:
        """Whoever waits looks again."""
        for turn in self._waiting:
            if not turn.done():
                turn.set_result(None)
        self._waiting.clear()

    async def grown(self) -> None:
        """Wait until somebody is woken."""
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        await turn

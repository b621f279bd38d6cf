"""One stream of a lookup's lines; several may listen to the same lookup."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Growing(Protocol):
    """What is listened to: lines that only ever grow, and who counts the listeners."""

    @property
    def lines(self) -> Sequence[bytes]: ...

    @property
    def forgotten(self) -> bool:
        """Nobody may hear any of it any more."""

    def came(self) -> None:
        """One more listens."""

    def left(self) -> None:
        """One listens no longer."""

    async def grown(self) -> bool:
        """Wait for more lines; False when there will be none."""


class LookupStream:
    """Lines of a lookup as they come, several at a time. Counts from when it is made until it is closed."""

    def __init__(self, lookup: Growing, start: int) -> None:
        self._lookup = lookup
        self._at = start
        self._open = True
        lookup.came()

    def __aiter__(self) -> LookupStream:
        return self

    async def __anext__(self) -> bytes:
        """The next lines."""
        lookup = self._lookup
        while self._open and not lookup.forgotten:
            if self._at < len(lookup.lines):
                some = lookup.lines[self._at :]
                self._at = len(lookup.lines)
                return b"\n".join(some)
            if not await lookup.grown() and self._at >= len(lookup.lines):
                break
        await self.aclose()
        raise StopAsyncIteration

    async def aclose(self) -> None:
        """Listen no longer; may be called again."""
        self._leave()

    def __del__(self) -> None:
        # An answer whose client was gone before its first line is never iterated.
        self._leave()

    def _leave(self) -> None:
        if self._open:
            self._open = False
            self._lookup.left()

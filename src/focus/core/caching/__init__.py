"""What was read in an organisation's scope, kept in memory until a wake-up says that it changed."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Hashable
from typing import TYPE_CHECKING, Generic, TypeVar
from uuid import UUID

if TYPE_CHECKING:
    from focus.core.bus import Bus

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class ScopedCache(Generic[Key, Value]):
    """One for each kind of thing that is kept. A failure to read is raised and never kept.

    What is being read while a wake-up comes is given to who asked for it and not kept: it may be from before
    the change. `seconds` is the net under a wake-up that is lost between two processes; None: no net.
    """

    def __init__(
        self,
        bus: Bus,
        *topics: str,
        seconds: float | None = 5.0,
        most: int = 5_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`topics`: of the bus, keyed by organisation or `*`; `most`: values kept for one organisation."""
        self._seconds = float("inf") if seconds is None else seconds
        self._most, self._clock = most, clock
        self._kept: dict[UUID, dict[Key, tuple[float, Value]]] = {}
        self._turn = 0
        for topic in topics:
            bus.subscribe(topic, self.forget)

    async def get(self, organisation: UUID, key: Key, read: Callable[[], Awaitable[Value]]) -> Value:
        """What is kept under `key` for this organisation, else what `read` gives."""
        kept = self._kept.get(organisation, {}).get(key)
        if kept is not None and kept[0] > self._clock():
            return kept[1]
        turn = self._turn
        value = await read()
        if turn == self._turn:
            self._keep(organisation, key, value)
        return value

    def forget(self, key: str) -> None:
        """Drop what is kept for the organisation with this id, or with `*` everything."""
        self._turn += 1
        if key == "*":
            self._kept.clear()
        else:
            self._kept.pop(UUID(key), None)

    def _keep(self, organisation: UUID, key: Key, value: Value) -> None:
        here = self._kept.setdefault(organisation, {})
        if len(here) >= self._most:
            here.clear()
        here[key] = (self._clock() + self._seconds, value)

"""The indexes of lists in this process: as many as fit, each as of the state that the database tells.

Nobody is told when a list changes: who looks up what an index found sees which state the list is at.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import Final
from uuid import UUID

import msgspec

from focus.core.database import Database
from focus.core.names.index import Index
from focus.modules.search.lists.indexing import At, read

MOST_BYTES: Final = 256_000_000
"""Of all indexes together; one that is larger is kept alone."""

Key = tuple[UUID, str]


class Held(msgspec.Struct, frozen=True):
    """An index and the state that it is of."""

    at: At
    index: Index


class Indexes:
    """By scope and list: what is kept for one organisation is never looked at for another."""

    def __init__(self, database: Database, *, most_bytes: int = MOST_BYTES) -> None:
        self._database, self._most = database, most_bytes
        self._held: OrderedDict[Key, Held] = OrderedDict()
        self._reading: dict[tuple[Key, At], asyncio.Task[Held]] = {}

    @property
    def kept(self) -> int:
        """How many."""
        return len(self._held)

    async def latest(self, scope: UUID, source: str) -> Held | None:
        """The one that is kept, or that of now; None when the list was never loaded."""
        held = self._held.get((scope, source))
        if held is None:
            row = await self._database.reading(scope).fetchrow(
                """select generation, version from search.list_current
                where organisation_id = $1 and source = $2""",
                scope,
                source,
            )
            return None if row is None else await self.of(scope, source, At(*row))
        self._held.move_to_end((scope, source))
        return held

    async def of(self, scope: UUID, source: str, at: At) -> Held:
        """The one of this state. Read once for all who wait, also when nobody waits any longer."""
        key = (scope, source)
        held = self._held.get(key)
        if held is not None and held.at == at:
            return held
        task = self._reading.get((key, at))
        if task is None:
            task = self._reading[key, at] = asyncio.create_task(self._read(key, at))
            task.add_done_callback(lambda done: self._ended((key, at), done))
        return await asyncio.shield(task)

    def forget(self, scope: UUID, source: str) -> None:
        """Of a list that is no more."""
        self._held.pop((scope, source), None)

    async def _read(self, key: Key, at: At) -> Held:
        before = self._held.get(key)
        known = (before.at, before.index.store) if before else None
        held = Held(at, Index(await read(self._database, key[0], at, known)))
        self._held[key] = held
        self._held.move_to_end(key)
        while len(self._held) > 1 and self._size() > self._most:
            self._held.popitem(last=False)
        return held

    def _ended(self, which: tuple[Key, At], task: asyncio.Task[Held]) -> None:
        self._reading.pop(which, None)
        if not task.cancelled():
            task.exception()  # heard: nobody may be waiting any longer

    def _size(self) -> int:
        return sum(held.index.store.size for held in self._held.values())

"""One commit for all events that are ready: the disk is asked once, not once per officer.

No timer. When nothing is being written, an event goes at once; whatever arrives during a commit forms the
next batch. Nothing runs while there is nothing to write, so there is no task that could die.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from datetime import datetime
from operator import attrgetter
from typing import NamedTuple
from uuid import UUID

import asyncpg

from focus.core.database import Connection, Database, DatabaseAway
from focus.core.database.problems import means_gone
from focus.core.database.transaction import opening
from focus.core.log.errors import AlreadyLogged, LogUnavailable

logger = logging.getLogger("focus.log")

_APPEND = "select log.append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9)"
_LEAVES = "select leaf from log.event where id = any ($1)"
CALLERS_FAULT = (asyncpg.DataError, asyncpg.IntegrityConstraintViolationError)
"""What is wrong with the event itself rather than with the server."""
_organisation = attrgetter("organisation_id")


class Row(NamedTuple):
    """An event as it is stored."""

    organisation_id: UUID
    id: UUID
    at: datetime
    kind: str
    person_id: UUID | None
    leaf: bytes
    key_version: int
    payload: bytes


class _Waiting(NamedTuple):
    row: Row
    written: asyncio.Future[None]


class Batcher:
    """Writes rows in the order they came; `patience` seconds after that it says that it cannot."""

    def __init__(self, database: Database, *, patience: float = 1.5, most: int = 1000) -> None:
        self._database = database
        self._patience = patience
        self._most = most
        self._connection: Connection | None = None
        self._queue: deque[_Waiting] = deque()
        self._drain: asyncio.Task[None] | None = None

    async def write(self, row: Row) -> None:
        """Return when the row is durable. Raises AlreadyLogged, LogUnavailable."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queue.append(_Waiting(row, written))
        if self._drain is None:
            self._drain = asyncio.create_task(self._write_all(), name="focus log batch")
        await written

    async def close(self) -> None:
        """Write what is waiting, then let go of the connection."""
        if self._drain is not None:
            await asyncio.wait([self._drain])
        if self._connection is not None:
            await self._connection.close(timeout=self._patience)
            self._connection = None

    async def _write_all(self) -> None:
        try:
            while self._queue:
                batch = self._take()
                if batch and not await self._write_in_time(batch):
                    _refuse([*batch, *self._queue])
                    self._queue.clear()
        finally:
            self._drain = None
            _refuse(self._queue)
            self._queue.clear()

    def _take(self) -> list[_Waiting]:
        """The next batch, without those whose caller went away."""
        count = min(len(self._queue), self._most)
        taken = [self._queue.popleft() for _ in range(count)]
        return [waiting for waiting in taken if not waiting.written.cancelled()]

    async def _write_in_time(self, batch: list[_Waiting]) -> bool:
        try:
            async with asyncio.timeout(self._patience):
                await self._write_batch(batch)
        except Exception as error:
            logger.warning("The log cannot be written (%s).", type(error).__name__)
            self._drop()
            return False
        return True

    async def _write_batch(self, batch: list[_Waiting]) -> None:
        try:
            ours = await self._send([waiting.row for waiting in batch])
        except CALLERS_FAULT as error:
            for waiting in batch:
                if len(batch) > 1:
                    await self._write_batch([waiting])
                else:
                    _fail(waiting, error)
            return
        for waiting in batch:
            if ours is not None and waiting.row.leaf not in ours:
                _fail(waiting, AlreadyLogged())
            elif not waiting.written.done():
                waiting.written.set_result(None)

    async def _send(self, rows: list[Row]) -> set[bytes] | None:
        """None when all rows are new, else the leaves of those that are stored as they were given.

        A lost connection is replaced while the database is not known to be away.
        """
        columns = _columns(rows)
        while True:
            try:
                if self._connection is None or self._connection.is_closed():
                    self._connection = await self._database.direct()
                added = await self._connection.fetchval(_APPEND, *columns)
                return None if added == len(rows) else await self._ours(rows)
            except Exception as error:
                lost = means_gone(error) or isinstance(error, DatabaseAway)
                if not lost or self._database.away:
                    raise
            self._drop()
            await asyncio.sleep(0.05)

    async def _ours(self, rows: list[Row]) -> set[bytes]:
        """Leaves are salted, so one that is stored is ours: of now, or of a commit whose answer was lost."""
        ours: set[bytes] = set()
        ids: dict[UUID, list[UUID]] = {}
        for row in rows:
            ids.setdefault(row.organisation_id, []).append(row.id)
        assert self._connection is not None
        for organisation, wanted in ids.items():
            await self._connection.execute(opening(organisation, readonly=True))
            ours.update(found[0] for found in await self._connection.fetch(_LEAVES, wanted))
            await self._connection.execute("commit")
        return ours

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None


def _columns(rows: list[Row]) -> tuple[Sequence[object], ...]:
    """What log.append_batch takes: the rows column by column, organisation by organisation."""
    first = rows[0].organisation_id
    if all(row.organisation_id == first for row in rows):
        scopes, counts = [first], [len(rows)]
    else:
        rows = sorted(rows, key=_organisation)  # stable: the order within an organisation stays
        counted = Counter(map(_organisation, rows))
        scopes, counts = list(counted), list(counted.values())
    return scopes, counts, *list(zip(*rows, strict=True))[1:]


def _refuse(waiting: Iterable[_Waiting]) -> None:
    for one in waiting:
        _fail(one, LogUnavailable())


def _fail(waiting: _Waiting, error: Exception) -> None:
    if not waiting.written.done():
        waiting.written.set_exception(error)

"""One commit for all events that are ready: the disk is asked once, not once per officer.

No timer. When nothing is being written, an event goes at once; whatever arrives during a commit forms the
next batch. Nothing runs while there is nothing to write, so there is no task that could die.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import asyncpg
import msgspec

from focus.core.database import Connection, Database, DatabaseAway
from focus.core.database.problems import means_gone
from focus.core.database.transaction import opening
from focus.core.log.errors import AlreadyLogged, LogUnavailable

logger = logging.getLogger("focus.log")

_APPEND = "select organisation_id, id from log.append_batch($1)"
_encoder = msgspec.json.Encoder()
CALLERS_FAULT = (asyncpg.DataError, asyncpg.IntegrityConstraintViolationError)
"""What is wrong with the event itself rather than with the server."""


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
                    _refuse([*batch.values(), *self._queue])
                    self._queue.clear()
        finally:
            self._drain = None
            _refuse(self._queue)
            self._queue.clear()

    def _take(self) -> dict[tuple[UUID, UUID], _Waiting]:
        """The next batch. An id that is in it already waits for the outcome in the batch after."""
        batch: dict[tuple[UUID, UUID], _Waiting] = {}
        while self._queue and len(batch) < self._most:
            waiting = self._queue[0]
            key = (waiting.row.organisation_id, waiting.row.id)
            if key in batch:
                break
            self._queue.popleft()
            if not waiting.written.cancelled():
                batch[key] = waiting
        return batch

    async def _write_in_time(self, batch: dict[tuple[UUID, UUID], _Waiting]) -> bool:
        try:
            async with asyncio.timeout(self._patience):
                await self._write_batch(batch)
        except Exception as error:
            logger.warning("The log cannot be written (%s).", type(error).__name__)
            self._drop()
            return False
        return True

    async def _write_batch(self, batch: dict[tuple[UUID, UUID], _Waiting]) -> None:
        rows = [waiting.row for waiting in batch.values()]
        try:
            new = await self._send(rows)
        except CALLERS_FAULT as error:
            for key, waiting in batch.items():
                if len(rows) > 1:
                    await self._write_batch({key: waiting})
                else:
                    _fail(waiting, error)
            return
        for key, waiting in batch.items():
            if key not in new:
                _fail(waiting, AlreadyLogged())
            elif not waiting.written.done():
                waiting.written.set_result(None)

    async def _send(self, rows: list[Row]) -> set[tuple[UUID, UUID]]:
        """The ids that are ours; a lost connection is replaced while the database is not known to be away."""
        repeated = False
        while True:
            try:
                if self._connection is None or self._connection.is_closed():
                    self._connection = await self._database.direct()
                found = await self._connection.fetch(_APPEND, _as_json(rows))
                new = {(record[0], record[1]) for record in found}
                return new | await self._ours(rows, new) if repeated else new
            except Exception as error:
                lost = means_gone(error) or isinstance(error, DatabaseAway)
                if not lost or self._database.away:
                    raise
            self._drop()
            repeated = True
            await asyncio.sleep(0.05)

    async def _ours(self, rows: list[Row], new: set[tuple[UUID, UUID]]) -> set[tuple[UUID, UUID]]:
        """Rows that a commit stored whose answer was lost: no other row has their salted leaf."""
        ours = set()
        for row in rows:
            key = (row.organisation_id, row.id)
            if key not in new and self._connection is not None:
                await self._connection.execute(opening(row.organisation_id, readonly=True))
                sql = "select leaf from log.event where id = $1"
                if await self._connection.fetchval(sql, row.id) == row.leaf:
                    ours.add(key)
                await self._connection.execute("commit")
        return ours

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.terminate()
            self._connection = None


def _as_json(rows: list[Row]) -> str:
    """What log.append_batch takes; bytes in base64."""
    batch: dict[str, list[dict[str, object]]] = {}
    for row in rows:
        fields: dict[str, object] = dict(zip("iakplvb", row[1:], strict=True))
        batch.setdefault(str(row.organisation_id), []).append(fields)
    return _encoder.encode(batch).decode()


def _refuse(waiting: Iterable[_Waiting]) -> None:
    for one in waiting:
        _fail(one, LogUnavailable())


def _fail(waiting: _Waiting, error: Exception) -> None:
    if not waiting.written.done():
        waiting.written.set_exception(error)

"""One transaction, with an organisation's scope or without any."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Any, Final
from uuid import UUID

import asyncpg

from focus.core.database.pool import PATIENCE, Connection, Pool
from focus.core.database.problems import DatabaseAway, DatabaseFull, TransactionLost, means_gone

ROLLBACK_SECONDS: Final = 2.0

logger = logging.getLogger("focus.database")


class Transaction:
    """Statements inside one transaction, as asyncpg has them; it ends with its context."""

    __slots__ = ("_callbacks", "connection", "organisation")

    def __init__(self, connection: Connection, organisation: UUID | None) -> None:
        self.connection = connection
        self.organisation = organisation
        """The scope; None is no scope, never all of them."""
        self._callbacks: list[Callable[[], object]] = []

    async def fetch(self, sql: str, *values: Any) -> list[asyncpg.Record]:
        rows: list[asyncpg.Record] = await self.connection.fetch(sql, *values)
        return rows

    async def fetchrow(self, sql: str, *values: Any) -> asyncpg.Record | None:
        return await self.connection.fetchrow(sql, *values)

    async def fetchval(self, sql: str, *values: Any, column: int = 0) -> Any:
        return await self.connection.fetchval(sql, *values, column=column)

    async def execute(self, sql: str, *values: Any) -> str:
        """The command tag, as in `UPDATE 1`."""
        tag: str = await self.connection.execute(sql, *values)
        return tag

    async def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        await self.connection.executemany(sql, rows)

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """What fails inside is undone alone; the failure passes on, to be caught outside of it."""
        await self.connection.execute("savepoint focus")
        try:
            yield
        except BaseException:
            if not self.connection.is_closed():
                await self.connection.execute("rollback to savepoint focus; release savepoint focus")
            raise
        await self.connection.execute("release savepoint focus")

    def after_commit(self, callback: Callable[[], object]) -> None:
        """Call this, in order, once the transaction is durable; never after a rollback."""
        self._callbacks.append(callback)

    def committed(self) -> None:
        for callback in self._callbacks:
            try:
                callback()
            except Exception:
                logger.exception("A callback after commit failed; the transaction stands.")


def opening(organisation: UUID | None, *, readonly: bool) -> str:
    """Begin and scope in one round trip.

    The scope is written into the statement, because a simple query takes no parameters: only the number
    of a real UUID gets there, in hexadecimal digits.
    """
    begin = "begin read only" if readonly else "begin"
    if organisation is None:
        return begin
    if not isinstance(organisation, UUID):
        raise TypeError(f"The scope is a UUID, not {type(organisation).__name__}.")
    return f"{begin}; set local focus.organisation = '{organisation.int:032x}'"


class TransactionContext:
    """`async with` around one Transaction: commit at its end, rollback on any exception."""

    __slots__ = ("_opening", "_organisation", "_pool", "_transaction")

    def __init__(self, pool: Pool, organisation: UUID | None, *, readonly: bool) -> None:
        self._opening = opening(organisation, readonly=readonly)
        self._organisation = organisation
        self._pool = pool
        self._transaction: Transaction | None = None

    async def __aenter__(self) -> Transaction:
        until = time.monotonic() + PATIENCE
        while (transaction := await self._begin(until)) is None:
            if time.monotonic() > until:
                raise DatabaseAway
        self._transaction = transaction
        return transaction

    async def _begin(self, until: float) -> Transaction | None:
        """None when the connection turned out dead only now: nothing was done, so another may be taken."""
        connection = await self._pool.acquire(until)
        try:
            await connection.execute(self._opening)
        except BaseException as error:
            connection.terminate()
            self._pool.release(connection)
            if not means_gone(error):
                raise
            self._pool.suspect()
            return None
        return Transaction(connection, self._organisation)

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        transaction, self._transaction = self._transaction, None
        if transaction is None:
            return
        connection = transaction.connection
        try:
            if failure is None:
                await self._commit(connection)
            else:
                await self._roll_back(connection, failure)
        finally:
            self._pool.release(connection)
        if failure is None:
            transaction.committed()

    async def _commit(self, connection: Connection) -> None:
        try:
            outcome = await connection.execute("commit")
        except BaseException as error:
            if connection.is_in_transaction() or not isinstance(error, asyncpg.PostgresError):
                connection.terminate()
            if means_gone(error):
                self._pool.suspect()
                raise DatabaseAway from None
            if isinstance(error, asyncpg.DiskFullError):
                raise DatabaseFull from None
            raise
        if outcome != "COMMIT":
            raise TransactionLost("A statement had failed: the transaction was rolled back.")

    async def _roll_back(self, connection: Connection, failure: BaseException) -> None:
        try:
            async with asyncio.timeout(ROLLBACK_SECONDS):
                await connection.execute("rollback")
        except Exception:
            connection.terminate()
            self._pool.suspect()
            if means_gone(failure):
                raise DatabaseAway from None
        except BaseException:
            connection.terminate()
            raise
        if isinstance(failure, asyncpg.DiskFullError):
            raise DatabaseFull from None

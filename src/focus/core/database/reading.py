"""Questions that only read, each in one round trip: the scope travels in front of the statement.

A transaction costs three trips: begin with its scope, the statement, commit. PostgreSQL runs all messages up
to the next Sync as one transaction, and asyncpg sends its Sync behind the statement. So the octets of a
prepared statement that sets scope and read-only locally are written just before: both run in one
transaction which ends with the answer. When the first fails, the server skips the second up to the Sync:
no statement ever runs without its scope.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from struct import pack
from typing import Any, Final, NoReturn, TypeVar
from uuid import UUID

import asyncpg
from asyncpg.prepared_stmt import PreparedStatement

from focus.core.database.pool import PATIENCE, Pool
from focus.core.database.problems import DatabaseAway, means_gone
from focus.core.database.transaction import ROLLBACK_SECONDS, Transaction

STATEMENTS: Final = 512
"""Prepared statements kept per connection."""

_NAME: Final = "focus_scope"
# Gives no row, because the rows that asyncpg receives are those of the statement behind it.
_SCOPE: Final = """
select where (set_config('focus.organisation', $1, true) || set_config('transaction_read_only', 'on', true))
  is null
"""

STALE: Final = (asyncpg.InvalidCachedStatementError, asyncpg.OutdatedSchemaCacheError)
"""What a statement prepared before a migration answers."""

Answer = TypeVar("Answer")
Ask = Callable[["PreparedStatement[Any]"], Awaitable[Answer]]


class ReadingConnection(asyncpg.Connection):  # type: ignore[misc]  # asyncpg has no types
    """A connection that remembers what it prepared for readings."""

    __slots__ = ("_asked", "_line")

    def __init__(self, protocol: Any, transport: Any, *arguments: Any, **named: Any) -> None:
        super().__init__(protocol, transport, *arguments, **named)
        if not callable(getattr(transport, "write", None)):
            raise TypeError("asyncpg no longer hands its connections the transport: readings need it")
        self._line = transport
        self._asked: dict[str, PreparedStatement[Any]] = {}

    async def ask(self, scope: bytes, sql: str, ask: Ask[Answer]) -> Answer:
        """One statement in a scope, made by `scope_octets`; the connection must be outside a transaction."""
        try:
            return await self._ask(scope, sql, ask)
        except STALE:
            self._asked.pop(sql, None)
            return await self._ask(scope, sql, ask)

    async def _ask(self, scope: bytes, sql: str, ask: Ask[Answer]) -> Answer:
        asked = self._asked.get(sql) or await self._prepare_reading(sql)
        self._line.write(scope)
        # Nothing is awaited from here to where asyncpg writes its own part.
        return await ask(asked)

    async def _prepare_reading(self, sql: str) -> PreparedStatement[Any]:
        if _NAME not in self._asked:
            await self._prepare_scope()
        elif len(self._asked) >= STATEMENTS:
            del self._asked[next(text for text in self._asked if text != _NAME)]
        asked = self._asked[sql] = await self.prepare(sql)
        return asked

    async def _prepare_scope(self) -> None:
        try:
            self._asked[_NAME] = await self.prepare(_SCOPE, name=_NAME)
        except BaseException:
            self.terminate()  # the server may know the name already, and it cannot be given twice
            raise


def scope_octets(organisation: UUID) -> bytes:
    """Bind and Execute of the statement that sets the scope, without the Sync that would end it."""
    if not isinstance(organisation, UUID):
        raise TypeError(f"The scope is a UUID, not {type(organisation).__name__}.")
    name, value = _NAME.encode(), f"{organisation.int:032x}".encode()
    bind = b"\0" + name + b"\0" + pack("!hhi", 0, 1, len(value)) + value + pack("!h", 0)
    execute = b"\0" + pack("!i", 0)
    return b"B" + pack("!i", len(bind) + 4) + bind + b"E" + pack("!i", len(execute) + 4) + execute


class Reading(Transaction):
    """Statements in one organisation's scope that change nothing, each in a transaction of its own.

    As with read committed, each sees what is committed when it begins. No connection is held in between.
    """

    __slots__ = ("_pool", "_scope")

    def __init__(self, pool: Pool, organisation: UUID) -> None:
        self.organisation = organisation
        self._pool = pool
        self._scope = scope_octets(organisation)

    async def fetch(self, sql: str, *values: Any) -> list[asyncpg.Record]:
        return await self._ask(sql, lambda asked: asked.fetch(*values))

    async def fetchrow(self, sql: str, *values: Any) -> asyncpg.Record | None:
        return await self._ask(sql, lambda asked: asked.fetchrow(*values))

    async def fetchval(self, sql: str, *values: Any, column: int = 0) -> Any:
        return await self._ask(sql, lambda asked: asked.fetchval(*values, column=column))

    async def execute(self, sql: str, *values: Any) -> str:
        async def tag(asked: PreparedStatement[Any]) -> str:
            await asked.fetch(*values)
            return str(asked.get_statusmsg())

        return await self._ask(sql, tag)

    async def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> NoReturn:
        raise TypeError("A reading writes nothing.")

    def savepoint(self) -> NoReturn:
        raise TypeError("A reading has nothing to undo.")

    def after_commit(self, callback: Callable[[], object]) -> NoReturn:
        raise TypeError("A reading commits nothing.")

    async def _ask(self, sql: str, ask: Ask[Answer]) -> Answer:
        """A connection that is lost meanwhile is replaced for two seconds: a reading may be repeated."""
        until = time.monotonic() + PATIENCE
        while True:
            connection: ReadingConnection = await self._pool.acquire(until)
            try:
                return await connection.ask(self._scope, sql, ask)
            except BaseException as error:
                if not _answered(error):
                    await self._settle(connection)
                if not means_gone(error):
                    raise
                connection.terminate()
                self._pool.suspect()
                if time.monotonic() > until:
                    raise DatabaseAway from None
            finally:
                self._pool.release(connection)

    async def _settle(self, connection: ReadingConnection) -> None:
        """End the transaction of a scope whose statement was perhaps never sent, or end the connection."""
        try:
            async with asyncio.timeout(ROLLBACK_SECONDS):
                await connection.execute("rollback")
        except BaseException as error:
            connection.terminate()
            if not isinstance(error, Exception):
                raise


def _answered(error: BaseException) -> bool:
    """Whether the server says it, not asyncpg: only then the Sync was sent, and the transaction is over."""
    return isinstance(error, asyncpg.PostgresError) and error.severity is not None

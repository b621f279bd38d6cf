"""Sources that are PostgreSQL databases. Read-only, bounded in time and rows, hung up for real."""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import Mapping
from typing import Any

import asyncpg
import msgspec

from focus.modules.search.connectors.client import Raw, Trace
from focus.modules.search.connectors.connections import Connections, Prepared
from focus.modules.search.connectors.credentials import tls_of
from focus.modules.search.sources.config import Ask, SourceConfig
from focus.modules.search.sources.drift import Change
from focus.modules.search.sources.encryption import tls_wanted
from focus.modules.search.sources.protocol import FailureReason, SourceFailed, WrongSchema
from focus.modules.search.sources.settings import Settings
from focus.modules.search.sources.statements import compile_statement

_TOO_LARGE = "focus_answer_too_large_"
_BYTES_A_ROW = 1_000
_CUT_OFF = (asyncpg.PostgresConnectionError, asyncpg.OperatorInterventionError)

Rows = tuple[list[dict[str, Any]], frozenset[str]]
"""Rows, and the columns that they have."""


class SqlCall(msgspec.Struct, frozen=True):
    """A statement with its parameters, all text."""

    statement: str
    parameters: tuple[str, ...]


class SqlWay:
    """One `[[ask]]` of a SQL source, compiled."""

    def __init__(self, config: SourceConfig, ask: Ask) -> None:
        statement, self._names = compile_statement(str(ask.query))
        # The database itself says that an answer is too large: what it does not send fills no memory here.
        self._statement = (
            f"with answer as materialized (select * from (\n{statement}\n) as answer"  # noqa: S608 - the operator's own
            f" limit {max_rows(config) + 1}), size as materialized (select case when"
            f" coalesce(sum(octet_length(answer::text)), 0) > {config.max_bytes}"
            f" then ('{_TOO_LARGE}' || count(*))::int else 0 end as fits from answer)"
            " select answer.* from answer, size where size.fits = 0"
        )

    def call(self, facts: Mapping[str, str]) -> SqlCall | None:
        """None: a fact that the statement needs is not there."""
        values = tuple([facts.get(name) or "" for name in self._names])
        return SqlCall(self._statement, values) if all(values) else None


def max_rows(config: SourceConfig) -> int:
    """How many rows stand for `max_bytes`."""
    return max(1, config.max_bytes // _BYTES_A_ROW)


class SqlClient:
    """One round trip a question, read-only.

    The session's default is read-only and `statement_timeout` is the source's deadline. Inside
    `select * from (…)` nothing can write either: PostgreSQL takes data-modifying parts at the top only.
    """

    def __init__(self, config: SourceConfig, dsn: str, files: Settings) -> None:
        """`files`: where the certificates are that `[access]` names."""
        self._max_rows = max_rows(config)
        settings = {
            "application_name": "focus",
            "default_transaction_read_only": "on",
            "statement_timeout": str(config.deadline_ms),
        }
        most = config.sql.connections if config.sql else 1
        tls = tls_of(config.access.tls, files)
        if tls is None and tls_wanted(dsn, insecure=config.insecure):
            tls = ssl.create_default_context()
        self._connections = Connections(dsn, most=most, settings=settings, tls=tls)

    async def open(self) -> None:
        """Nothing to do: connections are made when they are needed."""

    async def close(self) -> None:
        """Hang up, whatever is running."""
        await self._connections.close()

    async def ask(self, call: SqlCall, *, deadline: float, trace: Trace | None = None) -> Raw:
        """Once more when a connection that had been waiting turns out to be dead."""
        if trace is not None:
            trace.asked = f"{call.statement}\n{call.parameters}"
        try:
            async with asyncio.timeout_at(deadline):
                rows, columns = await self._rows(call)
        except TimeoutError:
            raise SourceFailed("timeout") from None
        except SourceFailed:
            raise
        except Exception as problem:
            raise _why(problem) from None
        if trace is not None:
            trace.status, trace.size = f"{len(rows)} rows", len(rows)
            trace.beginning = str(rows[:3])[:400]
        return Raw(rows, len(rows), columns=columns)

    async def _rows(self, call: SqlCall) -> Rows:
        connection, fresh = await self._connections.take()
        try:
            return await self._once(connection, call)
        except Exception as problem:
            said = isinstance(problem, SourceFailed | asyncpg.PostgresError)
            if fresh or (said and not isinstance(problem, _CUT_OFF)):
                raise
        connection, _ = await self._connections.take(fresh=True)
        return await self._once(connection, call)

    async def _once(self, connection: Any, call: SqlCall) -> Rows:
        try:
            rows, columns = await _fetch(connection, call)
        except asyncpg.PostgresError as problem:
            if isinstance(problem, _CUT_OFF):
                self._connections.drop(connection)
            else:
                self._connections.give(connection)
            raise
        except BaseException:
            self._connections.drop(connection)
            raise
        self._connections.give(connection)
        if len(rows) > self._max_rows:
            raise SourceFailed("too_large", f"more than {self._max_rows} rows")
        return rows, columns


async def _fetch(connection: Any, call: SqlCall) -> Rows:
    """Rows by column; json and jsonb as values. A prepared statement stays with its connection."""
    prepared: dict[str, Prepared] = connection.focus_prepared
    known = prepared.get(call.statement)
    if known is None:
        statement = await connection.prepare(call.statement)
        columns = frozenset(a.name for a in statement.get_attributes())
        documents = [a.name for a in statement.get_attributes() if a.type.name in ("json", "jsonb")]
        known = prepared[call.statement] = (statement, columns, documents)
    statement, columns, documents = known
    rows = [dict(row) for row in await statement.fetch(*call.parameters)]
    for row in rows:
        for name in documents:
            if row[name] is not None:
                row[name] = msgspec.json.decode(row[name])
    return rows, columns


_NAMED = re.compile(r'"?([\w.]+)"? does not exist')
"""A column or table as PostgreSQL tells that it is gone: out of our own statement, so no value."""
_REASONS: tuple[tuple[type[Exception], FailureReason], ...] = (
    (asyncpg.ProtocolError, "garbage"),
    (asyncpg.InternalClientError, "reset"),
    (asyncpg.QueryCanceledError, "timeout"),
    (asyncpg.InvalidAuthorizationSpecificationError, "refused_login"),
    (asyncpg.InsufficientPrivilegeError, "refused_login"),
    (asyncpg.TooManyConnectionsError, "busy"),
    (asyncpg.SyntaxOrAccessError, "wrong_schema"),
    (asyncpg.FeatureNotSupportedError, "broken"),
    (asyncpg.ReadOnlySQLTransactionError, "broken"),
    (asyncpg.CharacterNotInRepertoireError, "charset"),
    (asyncpg.UntranslatableCharacterError, "charset"),
    (asyncpg.InvalidCatalogNameError, "unreachable"),
    (asyncpg.CannotConnectNowError, "unreachable"),
    (ConnectionResetError, "reset"),
    (ssl.SSLError, "tls"),
    (asyncpg.ConnectionDoesNotExistError, "reset"),
    (asyncpg.PostgresConnectionError, "unreachable"),
    (asyncpg.OperatorInterventionError, "reset"),
    (asyncpg.PostgresError, "status"),
    (asyncpg.InterfaceError, "reset"),
    (UnicodeError, "charset"),
    (OSError, "unreachable"),
)


def _why(problem: Exception) -> SourceFailed:
    """What is none of the known errors came out of reading what the server sent."""
    detail = f"{type(problem).__name__}: {problem}"[:300]
    if isinstance(problem, asyncpg.UndefinedColumnError | asyncpg.UndefinedTableError):
        named = _NAMED.search(str(problem))
        column = isinstance(problem, asyncpg.UndefinedColumnError)
        change: Change = "column" if column else "table"
        return WrongSchema(detail, field=named[1] if named else "", change=change, found="nothing")
    if isinstance(problem, asyncpg.InvalidTextRepresentationError) and _TOO_LARGE in str(problem):
        return SourceFailed("too_large", "more than max_bytes")
    for kind, reason in _REASONS:
        if isinstance(problem, kind):
            return SourceFailed(reason, detail)
    return SourceFailed("garbage", detail)

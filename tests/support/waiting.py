"""Waiting for the thing itself, instead of for a time in which it should have happened."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

import asyncpg


async def until(holds: Callable[[], bool | Awaitable[bool]], *, seconds: float = 5.0) -> float:
    """Wait for it; the seconds it took."""
    began = time.monotonic()
    while True:
        found = holds()
        if found if isinstance(found, bool) else await found:
            return time.monotonic() - began
        assert time.monotonic() - began < seconds, "it did not happen in time"
        await asyncio.sleep(0.005)


async def until_there(connection: asyncpg.Connection, question: str, *values: object) -> None:
    """Wait until this question, asked outside any transaction, has an answer with a row."""

    async def there() -> bool:
        return await connection.fetchrow(question, *values) is not None

    await until(there)


async def until_asked(connection: asyncpg.Connection, words: str) -> None:
    """Wait until the server works on a statement that begins with these words."""
    await until_there(
        connection,
        "select 1 from pg_stat_activity where state = 'active' and starts_with(query, $1)",
        words,
    )


async def until_locked_out(connection: asyncpg.Connection, table: str) -> None:
    """Wait until somebody waits for a table's lock; `connection` may be the one that holds it."""
    await until_there(
        connection,
        "select 1 from pg_locks where not granted and relation = $1::text::regclass",
        table,
    )

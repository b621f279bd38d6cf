"""Connections of a pool that are kept for long."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeVar

import asyncpg

CUT: Final = (
    asyncpg.InterfaceError,
    # The server said farewell and the line is not closed yet.
    asyncpg.InternalClientError,
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    OSError,
)
"""What a statement fails with because its connection is of no use, and not because of what it asks."""

Answer = TypeVar("Answer")


def lost(connection: Any) -> bool:
    """Whether a kept connection is of no use any more; a pool takes a broken one back by itself."""
    if connection is None:
        return True
    try:
        return bool(connection.is_closed())
    except asyncpg.InterfaceError:
        return True


def give_up(connection: Any) -> None:
    """`lost` from now on, however its line looks."""
    if not lost(connection):
        connection.terminate()


async def once_more(pool: asyncpg.Pool, ask: Callable[[], Awaitable[Answer]]) -> Answer:
    """Ask; when the connection was cut ask again, and with none of the pool that were open before.

    Only for what reads: nobody knows how far a statement came whose connection was cut.
    """
    try:
        return await ask()
    except CUT:
        await pool.expire_connections()
        return await ask()

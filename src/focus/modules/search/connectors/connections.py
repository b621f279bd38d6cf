"""A few connections to one database: made when needed, kept for a while, cut off when called off."""

from __future__ import annotations

import asyncio
import ssl
from typing import Any

import asyncpg

_IDLE_S = 60.0
_GOODBYE_S = 1.0
"""A cancelled statement that the server does not give up in this time is left behind."""


Prepared = tuple[Any, frozenset[str], list[str]]
"""A prepared statement, its columns, and those that are json."""


class _Connection(asyncpg.Connection):  # type: ignore[misc]
    """Keeps the statements that were prepared on it."""

    __slots__ = ("focus_idle_since", "focus_prepared")

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.focus_idle_since = 0.0
        self.focus_prepared: dict[str, Prepared] = {}


class Connections:
    """At most `most` at once; who asks next waits in line."""

    def __init__(
        self, dsn: str, *, most: int, settings: dict[str, str], tls: ssl.SSLContext | None = None
    ) -> None:
        """`tls`: verified so; without, as the DSN says."""
        self._dsn, self._settings, self._tls = dsn, settings, tls
        self._places = asyncio.Semaphore(most)
        self._idle: list[_Connection] = []
        self._busy: set[_Connection] = set()
        self._goodbyes: set[asyncio.Task[None]] = set()

    async def take(self, *, fresh: bool = False) -> tuple[Any, bool]:
        """(connection, whether it was just made); `give` or `drop` it. Raises asyncpg's errors, OSError."""
        await self._places.acquire()
        try:
            connection = None if fresh else self._waiting()
            made = connection is None
            if connection is None:
                connection = await asyncpg.connect(
                    self._dsn,
                    server_settings=self._settings,
                    connection_class=_Connection,
                    statement_cache_size=0,
                    timeout=None,
                    ssl=self._tls,
                )
        except BaseException:
            self._places.release()
            raise
        self._busy.add(connection)
        return connection, made

    def give(self, connection: Any) -> None:
        """It is free for the next."""
        connection.focus_idle_since = asyncio.get_running_loop().time()
        self._busy.discard(connection)
        if not connection.is_closed():
            self._idle.append(connection)
        self._places.release()

    def drop(self, connection: Any) -> None:
        """Tell the server to stop and close, without keeping the one who asked."""
        self._busy.discard(connection)
        self._places.release()
        if connection.is_closed():
            return
        goodbye = asyncio.ensure_future(_goodbye(connection))
        self._goodbyes.add(goodbye)
        goodbye.add_done_callback(self._goodbyes.discard)

    async def close(self) -> None:
        """Cut all."""
        for connection in [*self._idle, *self._busy]:
            connection.terminate()
        self._idle.clear()
        goodbyes = list(self._goodbyes)
        for goodbye in goodbyes:
            goodbye.cancel()
        if goodbyes:
            await asyncio.wait(goodbyes)

    def _waiting(self) -> _Connection | None:
        """The one that rested least; those that rested too long are closed."""
        oldest = asyncio.get_running_loop().time() - _IDLE_S
        while self._idle and (self._idle[0].focus_idle_since < oldest or self._idle[0].is_closed()):
            self._idle.pop(0).terminate()
        while self._idle:
            connection = self._idle.pop()
            if not connection.is_closed():
                return connection
        return None


async def _goodbye(connection: Any) -> None:
    """asyncpg has sent the cancel request; closing waits until it has arrived."""
    try:
        await connection.close(timeout=_GOODBYE_S)
    except (
        TimeoutError,
        asyncpg.PostgresError,
        asyncpg.InterfaceError,
        asyncpg.InternalClientError,
        OSError,
    ):
        connection.terminate()
    except asyncio.CancelledError:
        connection.terminate()

"""Connections of one process: a list, because asyncpg's pool costs twice as much, and a watch on the server.

No reset between two users of a connection: everything that a transaction sets, it sets locally, so it is
gone with the transaction.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Final, TypeAlias

import asyncpg

from focus.core.database.problems import DatabaseAway, DatabaseBusy, means_gone

Connection: TypeAlias = asyncpg.Connection

PATIENCE: Final = 2.0
"""Seconds that a call waits for a lost database before it says so."""

QUEUE_SECONDS: Final = 5.0
"""Seconds that a call waits for a free connection."""

BEAT: Final = 1.0
"""Seconds between two looks at the server."""

logger = logging.getLogger("focus.database")


class Pool:
    """At most `size` connections; `revive` does what can be done to bring a lost server back."""

    def __init__(
        self,
        connect: Callable[[], Awaitable[Connection]],
        *,
        size: int,
        revive: Callable[[], Awaitable[None]],
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """`seconds`: the clock by which the watch sees that it was not us who were busy."""
        self._connect = connect
        self._revive = revive
        self._seconds = seconds
        self._size = size
        self._idle: list[Connection] = []
        self._all: set[Connection] = set()
        self._opening = 0
        self._waiters: deque[asyncio.Future[Connection | None]] = deque()
        self._up = asyncio.Event()
        self._doubt = asyncio.Event()
        self._watcher: asyncio.Task[None] | None = None
        self._closed = False

    @property
    def away(self) -> bool:
        """Whether the server is known to be gone."""
        return not self._up.is_set()

    async def start(self) -> None:
        """Open the first connection, whose failure is the caller's, and begin to watch."""
        first = await self._connect()
        self._all.add(first)
        self._idle.append(first)
        self._up.set()
        self._watcher = asyncio.create_task(self._watch(), name="focus database watch")

    async def acquire(self, until: float) -> Connection:
        """A connection outside any transaction; a lost server is waited for `until` (monotonic).

        Raises DatabaseAway, DatabaseBusy.
        """
        busy = 0.0
        while not self._closed:
            while self._idle:
                connection = self._idle.pop()
                if not connection.is_closed():
                    return connection
                self._all.discard(connection)
            if self.away:
                await self._wait_for_server(until)
            elif len(self._all) + self._opening < self._size:
                if (opened := await self._open(until)) is not None:
                    return opened
            else:
                busy = busy or time.monotonic() + QUEUE_SECONDS
                if (handed := await self._queue(busy)) is not None:
                    return handed
        raise DatabaseAway

    def release(self, connection: Connection) -> None:
        """Give back a connection that is outside any transaction, or closed."""
        if connection.is_closed():
            self._all.discard(connection)
            self._wake_one(None)
        elif not self._wake_one(connection):
            self._idle.append(connection)

    def suspect(self) -> None:
        """A caller lost its connection: look at the server now."""
        self._doubt.set()

    async def close(self) -> None:
        """End every connection, also those in use."""
        self._closed = True
        if self._watcher is not None:
            self._watcher.cancel()
            await asyncio.gather(self._watcher, return_exceptions=True)
        idle, self._idle = self._idle, []
        await asyncio.gather(*(_close(connection) for connection in idle))
        for connection in self._all:
            connection.terminate()
        self._all.clear()

    async def _open(self, until: float) -> Connection | None:
        """One more connection; None when the server did not answer and there is time to try again."""
        self._opening += 1
        try:
            connection = await self._connect()
        except asyncpg.TooManyConnectionsError as error:
            raise DatabaseBusy from error
        except Exception as error:
            if not means_gone(error):
                raise
            self.suspect()
            self._wake_one(None)
            if time.monotonic() >= until:
                raise DatabaseAway from None
            await asyncio.sleep(0.05)
            return None
        else:
            self._all.add(connection)
            return connection
        finally:
            self._opening -= 1

    async def _queue(self, until: float) -> Connection | None:
        """A connection handed over by who had it; None when there is room for a new one."""
        turn: asyncio.Future[Connection | None] = asyncio.get_running_loop().create_future()
        self._waiters.append(turn)
        try:
            async with asyncio.timeout(until - time.monotonic()):
                return await turn
        except BaseException as error:
            if turn.done() and not turn.cancelled():
                self._pass_on(turn.result())
            elif turn in self._waiters:
                self._waiters.remove(turn)
            if isinstance(error, TimeoutError):
                raise (DatabaseAway if self.away else DatabaseBusy)() from None
            raise

    def _pass_on(self, connection: Connection | None) -> None:
        if connection is None:
            self._wake_one(None)
        else:
            self.release(connection)

    def _wake_one(self, connection: Connection | None) -> bool:
        """Hand the connection to who waits longest; None tells that one to look again."""
        while self._waiters:
            turn = self._waiters.popleft()
            if not turn.done():
                turn.set_result(connection)
                return True
        return False

    async def _wait_for_server(self, until: float) -> None:
        try:
            async with asyncio.timeout(max(0.0, until - time.monotonic())):
                await self._up.wait()
        except TimeoutError:
            raise DatabaseAway from None

    async def _watch(self) -> None:
        """Look at the server each second over a line of its own; declare it away, bring it back."""
        line: Connection | None = None
        doubts = 0
        try:
            while True:
                asked = self._seconds()
                try:
                    async with asyncio.timeout(PATIENCE):
                        line = line or await self._connect()
                        await line.execute("select 1")
                except Exception as error:
                    if line is not None:
                        line.terminate()
                        line = None
                    # A late timer says that we were busy, not that the server was.
                    doubts += self._seconds() - asked < PATIENCE + 1
                    if doubts > 1 or not isinstance(error, TimeoutError):
                        await self._bring_back(error)
                else:
                    doubts = 0
                    self._back()
                    await self._pause()
        finally:
            if line is not None:
                line.terminate()

    async def _bring_back(self, error: Exception) -> None:
        if not self.away and not await self._answers():
            logger.warning("The database is away (%s).", type(error).__name__)
            self._up.clear()
            for connection in [*self._all]:
                connection.terminate()
            while self._wake_one(None):
                pass
        if self.away:
            try:
                await self._revive()
            except Exception as failure:
                logger.error("The database cannot be brought back yet: %s", failure)  # noqa: TRY400
                await asyncio.sleep(BEAT)
            await asyncio.sleep(0.1)

    async def _answers(self) -> bool:
        """One lost line may be just that; a second one decides."""
        try:
            async with asyncio.timeout(PATIENCE):
                connection = await self._connect()
        except Exception:
            return False
        await _close(connection)
        return True

    def _back(self) -> None:
        if self.away:
            logger.warning("The database is back.")
            self._idle = [connection for connection in self._idle if not connection.is_closed()]
            self._all = {connection for connection in self._all if not connection.is_closed()}
            self._up.set()

    async def _pause(self) -> None:
        self._doubt.clear()
        try:
            async with asyncio.timeout(BEAT):
                await self._doubt.wait()
        except TimeoutError:
            return


async def _close(connection: Connection) -> None:
    try:
        await connection.close(timeout=PATIENCE)
    except Exception:
        connection.terminate()

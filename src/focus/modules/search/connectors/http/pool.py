"""The connections to one source: made when needed, kept a while, resolved and dialled as browsers do."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Collection
from functools import lru_cache
from typing import Any, Final

from aiohappyeyeballs import start_connection

from focus.modules.search.connectors.http.address import Address
from focus.modules.search.connectors.http.connection import Connection, Reply
from focus.modules.search.sources.protocol import FailureReason, SourceFailed

IDLE_S: Final = 15.0
RESOLVED_S: Final = 60.0
_NEXT_ADDRESS_S: Final = 0.25


@lru_cache(1)
def _trusting() -> ssl.SSLContext:
    """What the machine trusts; made once, because reading its certificates takes long."""
    return ssl.create_default_context()


class Pool:
    """Has no limit of its own: the engine's bulkhead stands before each source."""

    def __init__(
        self, address: Address, *, most: int, tls: ssl.SSLContext | None = None, shows: bool = False
    ) -> None:
        """`most`: octets of a body; `tls`: own authorities, client certificates; else the machine's.

        `shows`: a certificate of ours goes with it.
        """
        self._shows = shows
        self._address = address
        self._most = most
        self._tls = tls
        self._loop: asyncio.AbstractEventLoop | None = None
        self._forget()

    def _forget(self) -> None:
        self._idle: list[Connection] = []
        self._busy: set[Connection] = set()
        self._found: asyncio.Future[list[Any]] | None = None
        self._found_until = 0.0
        self._tidying: asyncio.TimerHandle | None = None

    async def ask(
        self, octets: bytes, *, readable: Collection[int], deadline: float, again: bool = False
    ) -> Reply:
        """Ask over a kept connection or a new one.

        `again`: the question may be asked twice, so a kept connection that had ended meanwhile is no failure.
        Raises `SourceFailed`.
        """
        loop = asyncio.get_running_loop()
        if loop is not self._loop:
            self._forget()
            self._loop = loop
        while self._idle:
            connection = self._idle.pop()
            if not connection.open:
                continue
            try:
                return await self._over(connection, octets, readable, deadline)
            except SourceFailed as failed:
                if not again or failed.reason != "reset" or connection.heard:
                    raise
        connection = await self._connected(loop, deadline)
        try:
            return await self._over(connection, octets, readable, deadline)
        except SourceFailed as failed:
            # TLS 1.3 refuses a certificate after the handshake, and some only hang up.
            if self._shows and failed.reason == "reset" and not connection.heard:
                raise SourceFailed("tls", f"closed after our certificate: {failed.detail}") from None
            raise

    def close(self) -> None:
        """Hang up everything."""
        if self._tidying:
            self._tidying.cancel()
        for connection in (*self._idle, *self._busy):
            connection.hang_up()
        self._forget()

    async def _over(
        self, connection: Connection, octets: bytes, readable: Collection[int], deadline: float
    ) -> Reply:
        self._busy.add(connection)
        try:
            return await connection.ask(octets, readable=readable, deadline=deadline)
        finally:
            self._busy.discard(connection)
            if connection.open:
                self._keep(connection)

    def _keep(self, connection: Connection) -> None:
        if self._loop is not None:
            connection.idle_since = self._loop.time()
            self._idle.append(connection)
            if self._tidying is None:
                self._tidying = self._loop.call_later(IDLE_S, self._tidy)

    def _tidy(self) -> None:
        """Hang up those that rested long; the last one used stands last."""
        self._tidying = None
        if self._loop is None:
            return
        oldest = self._loop.time() - IDLE_S
        for connection in self._idle:
            if connection.idle_since <= oldest:
                connection.hang_up()
        self._idle = [connection for connection in self._idle if connection.open]
        if self._idle:
            self._tidying = self._loop.call_later(IDLE_S, self._tidy)

    async def _connected(self, loop: asyncio.AbstractEventLoop, deadline: float) -> Connection:
        address = self._address
        tls = (self._tls or _trusting()) if address.encrypted else None
        made: list[socket.socket] = []
        try:
            async with asyncio.timeout_at(deadline):
                line = await start_connection(
                    await self._resolved(loop), happy_eyeballs_delay=_NEXT_ADDRESS_S, loop=loop
                )
                made.append(line)
                line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                _, connection = await loop.create_connection(
                    lambda: Connection(self._most),
                    sock=line,
                    ssl=tls,
                    server_hostname=address.host if tls else None,
                )
        except BaseException as problem:
            for line in made:
                line.close()
            if isinstance(problem, TimeoutError):
                raise SourceFailed("timeout") from None
            if isinstance(problem, OSError | ValueError):
                self._found = None
                reason: FailureReason = "tls" if isinstance(problem, ssl.SSLError) else "unreachable"
                raise SourceFailed(reason, f"{type(problem).__name__}: {problem}"[:300]) from None
            raise
        return connection

    async def _resolved(self, loop: asyncio.AbstractEventLoop) -> list[Any]:
        """The addresses of the source's name, asked once for all who wait."""
        if self._found is None or (self._found.done() and self._found_until < loop.time()):
            self._found_until = loop.time() + RESOLVED_S
            self._found = asyncio.ensure_future(
                loop.getaddrinfo(self._address.host, self._address.port, type=socket.SOCK_STREAM)
            )
            self._found.add_done_callback(_heard)
        return await asyncio.shield(self._found)


def _heard(found: asyncio.Future[list[Any]]) -> None:
    """Its failure is told to those who wait; when nobody does any more, to nobody."""
    if not found.cancelled():
        found.exception()

"""A way to a PostgreSQL that a test can cut, or speak into."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import parse_qs, urlsplit, urlunsplit


class Cable:
    """Between a database and who uses it; can be pulled out."""

    def __init__(self, socket: str) -> None:
        self._socket = socket
        self._server: asyncio.Server | None = None
        self._ends: set[asyncio.StreamWriter] = set()
        self._clients: set[asyncio.StreamWriter] = set()
        self.port = 0

    async def plug_in(self) -> None:
        """From now on it carries; always on the same port."""
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def pull_out(self) -> None:
        """Every connection breaks, and none can be made."""
        assert self._server is not None
        self._server.close()
        for end in self._ends:
            end.transport.abort()

    def say(self, message: bytes) -> None:
        """To every client, as if the server had sent it."""
        for client in self._clients:
            client.write(message)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_unix_connection(self._socket)
        self._ends |= {writer, far_writer}
        self._clients.add(writer)
        await asyncio.gather(_pipe(reader, far_writer), _pipe(far_reader, writer))
        self._ends -= {writer, far_writer}
        self._clients.discard(writer)


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while some := await reader.read(65536):
            writer.write(some)
    except OSError:
        pass
    finally:
        writer.close()


@asynccontextmanager
async def on_a_cable(url: str) -> AsyncIterator[tuple[str, Cable]]:
    """The same database through a cable that is plugged in: its address, and the cable."""
    parts = urlsplit(url)
    asked = parse_qs(parts.query)
    cable = Cable(f"{asked['host'][0]}/.s.PGSQL.{asked.get('port', ['5432'])[0]}")
    await cable.plug_in()
    who = parts.netloc.rpartition("@")[0]
    yield urlunsplit(parts._replace(netloc=f"{who}@127.0.0.1:{cable.port}", query="")), cable

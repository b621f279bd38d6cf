"""One PostgreSQL for all tests of a process, and in it a fresh database for each that asks.

The server is the product's own embedded one without `fsync`; it and its folder go when this process is gone,
however it ended. With FOCUS_TEST_DATABASE_URL (a superuser, or CREATEROLE and CREATEDB) that server
is used instead, and nothing is left on it.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from focus.core.database import Database, Stream, migrate
from focus.core.database.binaries import Binaries, ServerUser
from focus.core.database.cluster import Cluster
from focus.core.database.credentials import Credentials
from focus.core.database.embedded import EmbeddedServer
from focus.core.database.guardian import Orders
from tests.support.afterwards import afterwards

GIVEN = "FOCUS_TEST_DATABASE_URL"
QUICK = ("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=400")
"""What differs from an embedded server in use: nothing here outlives its process."""


class _QuickCluster(Cluster):
    def orders(self, binaries: Binaries, user: ServerUser | None) -> Orders:
        orders = super().orders(binaries, user)
        return orders._replace(command=[*orders.command, *QUICK])


class Servers:
    """The server of this process, and the templates that were made on it."""

    def __init__(self) -> None:
        self._embedded: EmbeddedServer | None = None
        self._home: Path | None = None
        self._templates: dict[tuple[str, str], str] = {}
        """By server and mark of the streams: the database's name."""
        self._making = asyncio.Lock()

    @property
    def home(self) -> Path:
        """A folder for what belongs to the server and not to one database."""
        if self._home is None:
            self._home = Path(mkdtemp(prefix="focus-tests-"))
            afterwards(self._home)
        return self._home

    async def url(self) -> str:
        """The administrator's; the server is started when nobody did."""
        if given := os.environ.get(GIVEN):
            return given
        if self._embedded is None:
            server = EmbeddedServer(self.home)
            server.cluster = _QuickCluster(self.home)
            await asyncio.to_thread(server.ensure)
            self._embedded = server
        return self._embedded.url()

    async def template(self, streams: Sequence[Stream]) -> str:
        """The name of a database with these migrations applied, made once."""
        server = await self.url()
        mark = hashlib.sha256(repr([str(stream.folder) for stream in streams]).encode()).hexdigest()[:12]
        async with self._making:
            if (server, mark) not in self._templates:
                name = f"focus_template_{mark}_{secrets.token_hex(3)}"
                url = at(server, name)
                async with Database.open(self.home / "template", url, pool_size=1) as database:
                    await migrate(database, streams)
                self._templates[server, mark] = name
        return self._templates[server, mark]

    async def stop(self) -> None:
        """Leave nothing: neither a process nor a folder, nor a template on a server that was given."""
        if given := os.environ.get(GIVEN):
            for (server, _), name in self._templates.items():
                if server == given:
                    await drop(given, name, self.home / "template")
        if self._embedded is not None:
            await asyncio.to_thread(self._embedded.release)
        if self._home is not None:
            rmtree(self._home, ignore_errors=True)
        self._embedded, self._home, self._templates = None, None, {}


servers = Servers()


def at(server: str, name: str) -> str:
    """The URL of a database on this server."""
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))


@asynccontextmanager
async def fresh_database(home: Path, streams: Sequence[Stream] = ()) -> AsyncIterator[str]:
    """The URL of a new database, dropped when left; with `streams` it has their tables already.

    `home`: the FOCUS_HOME that will use it; the login made for it goes too.
    """
    server, name = await servers.url(), f"focus_test_{secrets.token_hex(6)}"
    if streams:
        await _copy(server, name, await servers.template(streams))
    try:
        yield at(server, name)
    finally:
        await drop(server, name, home)


async def _copy(server: str, name: str, template: str) -> None:
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(f'create database "{name}" template "{template}"')
    finally:
        await connection.close()


async def drop(server: str, name: str, home: Path) -> None:
    """Remove a database and the login that `home` made for it."""
    role = Credentials(home).app_login().role
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(f'drop database if exists "{name}" with (force)')
        await connection.execute(f'drop role if exists "{role}"')
    finally:
        await connection.close()

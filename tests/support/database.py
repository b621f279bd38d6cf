"""A fresh database for a test session: on an embedded server, or on FOCUS_TEST_DATABASE_URL."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from focus.core.database import Database, Stream, migrate


@asynccontextmanager
async def temporary_database(
    home: Path, streams: Sequence[Stream] = (), *, pool_size: int = 8
) -> AsyncIterator[Database]:
    """Yield an open Database with these streams applied; nothing of it is left afterwards.

    `home`: an empty folder that becomes FOCUS_HOME (its database part). With FOCUS_TEST_DATABASE_URL
    (a superuser, or CREATEROLE and CREATEDB) a new database is made on that server and dropped again.
    """
    server = os.environ.get("FOCUS_TEST_DATABASE_URL")
    if not server:
        async with Database.open(home, pool_size=pool_size) as database:
            await migrate(database, streams)
            yield database
        return
    url = urlunsplit(urlsplit(server)._replace(path=f"/focus_test_{secrets.token_hex(6)}"))
    try:
        async with Database.open(home, url, pool_size=pool_size) as database:
            await migrate(database, streams)
            yield database
    finally:
        await drop_database(server, url, home)


async def drop_database(server: str, url: str, home: Path) -> None:
    """Remove the database at `url` and the login that `home` made for it."""
    from focus.core.database.credentials import Credentials

    role = Credentials(home).app_login().role
    connection = await asyncpg.connect(server)
    try:
        await connection.execute(f'drop database if exists "{urlsplit(url).path[1:]}" with (force)')
        await connection.execute(f'drop role if exists "{role}"')
    finally:
        await connection.close()

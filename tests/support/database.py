"""A fresh database for a test session, open and with the tables that are asked for."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from focus.core.database import Database, Stream, migrate
from tests.support.cluster import fresh_database


@asynccontextmanager
async def temporary_database(
    home: Path, streams: Sequence[Stream] = (), *, pool_size: int = 8
) -> AsyncIterator[Database]:
    """Yield an open Database with these streams applied; nothing of it is left afterwards.

    `home`: an empty folder that becomes FOCUS_HOME (its database part).
    """
    async with (
        fresh_database(home, streams) as url,
        Database.open(home, url, pool_size=pool_size) as database,
    ):
        await migrate(database, streams)
        yield database

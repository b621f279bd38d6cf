"""An index in PostgreSQL that looks after its own connections: loaded, changed and searched in one place."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Self

import asyncpg

from focus.core.names.index import loading
from focus.core.names.index.rebuilding import rebuild
from focus.core.names.index.search import Index
from focus.core.names.index.store import Entry
from focus.core.names.index.store_postgresql import PostgresqlStore


class Register(Index):
    """An index in a schema of a database. Made by `Register.open`."""

    def __init__(self, store: PostgresqlStore, pool: asyncpg.Pool, schema: str) -> None:
        super().__init__(store)
        self._postgresql, self._pool, self._schema = store, pool, schema

    @classmethod
    @asynccontextmanager
    async def open(cls, dsn: str, schema: str, *, lanes: int = 2) -> AsyncIterator[Self]:
        """The index in this schema; made when there is none. `lanes`: searches at once on this process."""
        async with asyncpg.create_pool(dsn, min_size=1, max_size=lanes + 3) as pool:
            async with pool.acquire() as connection:
                await loading.create(connection, schema)
            store = await PostgresqlStore.open(pool, schema, lanes=lanes)
            try:
                yield cls(store, pool, schema)
            finally:
                await store.close()

    async def load(
        self,
        source: str,
        entries: Callable[[int], Iterable[Entry]],
        *,
        told: loading.Told = lambda _: None,
    ) -> int:
        """Everything of a source, see `loading.load`: what was interrupted goes on."""
        async with self._pool.acquire() as connection:
            count = await loading.load(connection, self._schema, source, entries, told=told)
        await self._postgresql.reload()
        return count

    async def put(self, entries: Sequence[Entry]) -> None:
        """Add entries, or replace those with a known id: the next search finds them."""
        async with self._pool.acquire() as connection:
            await loading.put(connection, self._schema, entries)
        self._postgresql.changed()

    async def remove(self, ids: Sequence[str]) -> int:
        """Take entries out; how many there were."""
        async with self._pool.acquire() as connection:
            count = await loading.remove(connection, self._schema, ids)
        self._postgresql.changed()
        return count

    async def rebuild(self) -> None:
        """A new vocabulary, nightly where much changes; searches go on meanwhile."""
        async with self._pool.acquire() as connection:
            await rebuild(connection, self._schema)
        await self._postgresql.reload()

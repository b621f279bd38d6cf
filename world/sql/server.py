"""The world's own PostgreSQL: one database, a schema and a role per source."""

from __future__ import annotations

import asyncio
import secrets
from pathlib import Path

import asyncpg

from focus.core.database.embedded import EmbeddedServer
from world.world import World

from .tables import SqlSource, sql_sources

database = "world"
version = 1
"""Rises when tables or rows change: an older home is then filled anew."""


class WorldDatabase:
    """Runs under `home`; filled once per seed and size, the passwords are new at every start."""

    def __init__(self, home: Path) -> None:
        self._server = EmbeddedServer(home)
        self.passwords = {source.name: secrets.token_urlsafe(18) for source in sql_sources}

    @property
    def socket(self) -> Path:
        """Where the server listens; the fault proxies stand before it."""
        return self._server.cluster.socket_folder() / ".s.PGSQL.5432"

    async def ensure(self) -> None:
        """Start the server; the first time it makes its data folder."""
        await asyncio.to_thread(self._server.ensure)
        await self._make_database()

    async def fill(self, world: World) -> None:
        """Return when all sources can be asked."""
        connection = await asyncpg.connect(self._server.url(database))
        try:
            stamp = f"{version} {world.seed} {len(world.people)}"
            await connection.execute("create unlogged table if not exists public.filled (stamp text)")
            full = await connection.fetchval("select stamp from public.filled") == stamp
            async with connection.transaction():
                for source in sql_sources:
                    if not full:
                        await _fill(connection, source, world)
                    await self._let_in(connection, source)
                await connection.execute("delete from public.filled")
                await connection.execute("insert into public.filled values ($1)", stamp)
        finally:
            await connection.close()

    async def stop(self) -> None:
        await asyncio.to_thread(self._server.release)

    async def _make_database(self) -> None:
        admin = await asyncpg.connect(self._server.url())
        try:
            if not await admin.fetchval("select 1 from pg_database where datname = $1", database):
                await admin.execute(f"create database {database}")
        finally:
            await admin.close()

    async def _let_in(self, connection: asyncpg.Connection, source: SqlSource) -> None:
        role = f"src_{source.schema}"
        known = await connection.fetchval("select 1 from pg_roles where rolname = $1", role)
        verb = "alter" if known else "create"
        await connection.execute(f"{verb} role {role} login password '{self.passwords[source.name]}'")
        await connection.execute(f"alter role {role} set search_path = {source.schema}")
        await connection.execute(f"grant usage on schema {source.schema} to {role}")
        await connection.execute(f"grant select on {source.schema}.{source.table} to {role}")

    def url(self, source: SqlSource, port: int) -> str:
        """The address of a source as FOCUS gets it: through its fault proxy."""
        return f"postgresql://src_{source.schema}:{self.passwords[source.name]}@127.0.0.1:{port}/{database}"


async def _fill(connection: asyncpg.Connection, source: SqlSource, world: World) -> None:
    await connection.execute(f"drop schema if exists {source.schema} cascade")
    await connection.execute(f"create schema {source.schema}")
    await connection.execute(f"create unlogged table {source.schema}.{source.table} ({source.columns})")
    rows = await asyncio.to_thread(lambda: list(source.rows(world)))
    await connection.copy_records_to_table(
        source.table, records=rows, columns=source.column_names, schema_name=source.schema
    )
    for columns in source.indexes:
        await connection.execute(f"create index on {source.schema}.{source.table} ({columns})")
    await connection.execute(f"analyze {source.schema}.{source.table}")

"""A name index on a real database: a schema of its own for each test."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator

import asyncpg
import pytest

from focus.core.database import Database
from focus.core.names.index import loading
from tests.support.database import temporary_database


@pytest.fixture(scope="session")
async def database(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    async with temporary_database(tmp_path_factory.mktemp("names")) as database:
        yield database


@pytest.fixture(scope="session")
async def pool(database: Database) -> AsyncIterator[asyncpg.Pool]:
    async with asyncpg.create_pool(database.url, min_size=1, max_size=12) as pool:
        yield pool


@pytest.fixture
async def connection(database: Database) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(database.url)
    yield connection
    await connection.close()


@pytest.fixture
async def schema(connection: asyncpg.Connection) -> AsyncIterator[str]:
    """Made and empty."""
    name = f"names_{secrets.token_hex(4)}"
    await loading.create(connection, name)
    yield name
    await connection.execute(f"drop schema {name} cascade")

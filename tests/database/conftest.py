"""Two databases, each fact is shown on both: the embedded one, and the system's PostgreSQL by URL."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from focus.core.database import Database, Stream, migrate
from tests.database.postgresql import system_binaries, system_server

NOTEBOOK = Stream("notebook", Path(__file__).parent / "streams" / "notebook")


@pytest.fixture(scope="session")
def system_url() -> Iterator[str]:
    binaries = system_binaries()
    if binaries is None:
        pytest.skip("this machine has no PostgreSQL of its own")
    with system_server(binaries) as server:
        yield server.url


@pytest.fixture(scope="session")
async def embedded(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    async with Database.open(tmp_path_factory.mktemp("home"), pool_size=8) as database:
        await migrate(database, [NOTEBOOK])
        yield database


@pytest.fixture(scope="session")
async def system(system_url: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    async with Database.open(tmp_path_factory.mktemp("home"), system_url, pool_size=8) as database:
        await migrate(database, [NOTEBOOK])
        yield database


@pytest.fixture(params=["embedded", "system"])
def database(request: pytest.FixtureRequest) -> Database:
    found: Database = request.getfixturevalue(request.param)
    return found

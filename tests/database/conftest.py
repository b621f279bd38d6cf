"""Two databases, each fact is shown on both: the embedded one, and the system's PostgreSQL by URL."""

from __future__ import annotations

import subprocess
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from focus.core.database import Database, Stream, migrate
from tests.database.postgresql import system_binaries, system_server
from tests.support.afterwards import working_in
from tests.support.waiting import until

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


@pytest.fixture(scope="session")
async def started_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home whose embedded server has been made, started and stopped."""
    home = tmp_path_factory.mktemp("started")
    async with Database.open(home):
        pass
    await until(lambda: not working_in(home / "postgres" / "data"), seconds=30)
    return home


@pytest.fixture
def home(started_once: Path, tmp_path: Path) -> Path:
    """One that is like it, for whoever does not ask how it is made: `initdb` takes a second."""
    subprocess.run(["cp", "-a", f"{started_once}/.", str(tmp_path)], check=True)
    return tmp_path


@pytest.fixture(params=["embedded", "system"])
def database(request: pytest.FixtureRequest) -> Database:
    found: Database = request.getfixturevalue(request.param)
    return found

"""A log on a real database, and what the tests do to it behind its back."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from uuid import UUID

import asyncpg
import pytest

import focus.core.log
from focus.core.database import Database, Stream
from focus.core.ids import new_id
from focus.core.keys import FileKeyStore
from focus.core.log import Log, LogEvent
from focus.core.log.sealer import Sealer
from tests.support.database import temporary_database
from tests.support.waiting import until

PACKAGE = Path(focus.core.log.__file__).parent
STREAM = Stream("log", PACKAGE / "migrations")


@pytest.fixture(scope="session")
async def database(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    async with temporary_database(tmp_path_factory.mktemp("log"), [STREAM]) as database:
        yield database


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> FileKeyStore:
    return FileKeyStore.open(tmp_path_factory.mktemp("keys"))


@pytest.fixture
async def log(database: Database, keys: FileKeyStore) -> AsyncIterator[Log]:
    """A log whose sealer does not run by itself."""
    log = await Log.open(database, keys)
    yield log
    await log.stop()


@pytest.fixture
def zone() -> UUID:
    """An organisation of its own for each test."""
    return new_id()


async def _nobody_else_writes(connection: asyncpg.Connection) -> None:
    """Wait for what began before in other databases of this server: a seal's snapshot does too."""
    begun = await connection.fetchval("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")

    async def over() -> bool:
        others = await connection.fetchval(
            """select count(*) from pg_stat_activity where datname is distinct from current_database()
               and backend_xid::text::bigint < $1""",
            begun,
        )
        return not others

    await until(over, seconds=20)


@pytest.fixture
def seal(database: Database, keys: FileKeyStore) -> Callable[..., Awaitable[None]]:
    async def seal(*, most: int = 1000) -> None:
        """Seal everything that is committed, in seals of at most `most` events."""
        connection = await database.direct()
        sealer = Sealer(database, keys, most=most)
        try:
            await _nobody_else_writes(connection)
            while (await sealer.seal(connection)).events:
                pass
        finally:
            await connection.close()

    return seal


@pytest.fixture
async def behind(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """The connection of somebody with every right on the database server."""
    connection = await asyncpg.connect(database.url)
    yield connection
    await connection.close()


def note(
    zone: UUID, number: int = 0, *, person: UUID | None = None, kind: str = "search.LookupOpened"
) -> LogEvent:
    return LogEvent(
        organisation_id=zone, kind=kind, person_id=person, what={"n": number, "plate": "1-ABC-123"}
    )


async def fill(log: Log, zone: UUID, count: int) -> list[LogEvent]:
    """Log `count` events; their order in the log is that of the list."""
    events = [note(zone, number) for number in range(count)]
    await log.commit_now(events[0])
    await asyncio.gather(*map(log.commit_now, events[1:]))
    return events


def run_verifier(bundle: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """The verifier of the bundle itself, isolated: nothing but the standard library."""
    folder = bundle if bundle.is_dir() else PACKAGE
    command = [sys.executable, "-I", "-S", str(folder / "focus_log_verify.py"), str(bundle), *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, cwd="/", check=False)

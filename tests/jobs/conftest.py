"""A database of its own for each test, modules that declare jobs, and processes that run them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit, urlunsplit
from uuid import UUID

import pytest

from focus.core.bus import Bus
from focus.core.database import Database
from focus.core.ids import new_id
from focus.core.jobs import Jobs, Retrying
from focus.core.jobs.own import STREAM
from focus.core.registry import Job, Module
from focus.core.registry.registry import Registry, arrange
from tests.support.cluster import fresh_database
from tests.support.database import temporary_database

QUICK = Retrying(most=3, first=timedelta(milliseconds=20), factor=1)


def registry_of(*jobs: Job) -> Registry:
    """One module with these jobs."""
    return arrange([Module(name="chores", icon="box", package="tests.support.lockers", jobs=jobs)])


@asynccontextmanager
async def process(
    database: Database, *jobs: Job, retrying: Retrying = QUICK, started: bool = True
) -> AsyncIterator[Jobs]:
    """What one process of the installation does about jobs."""
    bus = Bus(database)

    def platform_of(module: str) -> Any:
        return SimpleNamespace(database=database, module=module)

    made = Jobs(registry_of(*jobs), database, bus, platform_of=platform_of, retrying=retrying)
    await bus.start()
    if started:
        await made.start()
    try:
        yield made
    finally:
        await made.stop()
        await bus.stop()


@dataclass
class Chore:
    """A job's function that remembers its calls, and does what a test wants done."""

    does: Callable[..., Awaitable[None]] | None = None
    calls: list[dict[str, Any]] = field(default_factory=list)
    name: str = "sweep_floor"

    def __post_init__(self) -> None:
        self.__name__ = self.name

    async def __call__(self, platform: Any, **arguments: Any) -> None:
        self.calls.append(arguments)
        if self.does is not None:
            await self.does(platform, **arguments)


async def put(
    jobs: Jobs, database: Database, job: Job, organisation: UUID | None = None, **more: Any
) -> None:
    """Put in a transaction of its own."""
    opened = database.transaction(organisation) if organisation else database.unscoped()
    async with opened as tx:
        await jobs.put(tx, job, **more)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with temporary_database(tmp_path, [STREAM]) as found:
        yield found


@pytest.fixture
def organisation() -> UUID:
    return new_id()


class Cable:
    """Between a database and who uses it; can be pulled out."""

    def __init__(self, socket: str) -> None:
        self._socket = socket
        self._server: asyncio.Server | None = None
        self._ends: set[asyncio.StreamWriter] = set()
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

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_unix_connection(self._socket)
        self._ends |= {writer, far_writer}
        await asyncio.gather(_pipe(reader, far_writer), _pipe(far_reader, writer))
        self._ends -= {writer, far_writer}


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while some := await reader.read(65536):
            writer.write(some)
    except OSError:
        pass
    finally:
        writer.close()


@asynccontextmanager
async def database_on_a_cable(home: Path) -> AsyncIterator[tuple[Database, Cable]]:
    """An open database whose cable can be pulled out."""
    async with fresh_database(home, [STREAM]) as url:
        parts = urlsplit(url)
        asked = parse_qs(parts.query)
        cable = Cable(f"{asked['host'][0]}/.s.PGSQL.{asked.get('port', ['5432'])[0]}")
        await cable.plug_in()
        who = parts.netloc.rpartition("@")[0]
        through = urlunsplit(parts._replace(netloc=f"{who}@127.0.0.1:{cable.port}", query=""))
        async with Database.open(home, through, pool_size=8) as database:
            yield database, cable
        await cable.pull_out()

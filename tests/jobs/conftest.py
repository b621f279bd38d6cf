"""A database of its own for each test, modules that declare jobs, and processes that run them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from focus.core.bus import Bus
from focus.core.database import Database
from focus.core.ids import new_id
from focus.core.jobs import Jobs, Retrying
from focus.core.jobs.own import STREAM
from focus.core.registry import Job, Module
from focus.core.registry.registry import Registry, arrange
from tests.support.cable import Cable, on_a_cable
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


@asynccontextmanager
async def database_on_a_cable(home: Path) -> AsyncIterator[tuple[Database, Cable]]:
    """An open database whose cable can be pulled out."""
    async with fresh_database(home, [STREAM]) as url, on_a_cable(url) as (through, cable):
        async with Database.open(home, through, pool_size=8) as database:
            yield database, cable
        await cable.pull_out()

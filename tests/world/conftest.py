"""One small world for the session, on the wire with its SQL sources, answering without delay."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import pytest

# the world is no installed package: it lies beside `src`
sys.path.insert(0, str(Path(__file__).parents[2]))

from world.running import Running, start
from world.world import World


@pytest.fixture(scope="session")
def small_world() -> World:
    world = World(seed=7, persons=20_000)
    world.make_everything()
    return world


@pytest.fixture(scope="session")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Running]:
    home: Path = tmp_path_factory.mktemp("world")
    started = await start(persons=2_000, seed=3, home=home, latency=0)
    try:
        yield started
    finally:
        await started.stop()


@pytest.fixture
async def http(running: Running) -> AsyncIterator[aiohttp.ClientSession]:
    """A client; every source is mended afterwards."""
    async with aiohttp.ClientSession(running.url, timeout=aiohttp.ClientTimeout(total=10)) as session:
        yield session
    for condition in running.conditions.sources.values():
        condition.mend()


@pytest.fixture
def environment(running: Running) -> Iterator[None]:
    """The variables by which FOCUS finds the sources."""
    before = dict(os.environ)
    os.environ.update(running.environment)
    yield
    os.environ.clear()
    os.environ.update(before)

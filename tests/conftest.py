"""Shared by all tests: one server for everything that only needs a running platform."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.cluster import servers
from tests.support.server import Served, served
from tests.support.station import Station, station_at


def pytest_sessionfinish() -> None:
    """The PostgreSQL of this process goes with it."""
    asyncio.run(servers.stop())


@pytest.fixture(scope="session")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Served]:
    """`focus serve` in demo mode, without any source."""
    home: Path = tmp_path_factory.mktemp("focus")
    async with served(home) as running:
        yield running


@pytest.fixture(scope="session")
async def station(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Station]:
    """A server with one small module, in this process, for tests of the gate and of HTTP itself."""
    async with station_at(tmp_path_factory.mktemp("focus")) as running:
        yield running

"""One database with every module's tables."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from focus.core.database import Database
from focus.core.registry.registry import discover
from focus.server.running import streams
from tests.search.connectors.servers import Server, faulty_server
from tests.support.database import temporary_database


@pytest.fixture(scope="session")
async def database(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Database]:
    async with temporary_database(tmp_path_factory.mktemp("health"), streams(discover())) as opened:
        yield opened


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with faulty_server() as running:
        yield running

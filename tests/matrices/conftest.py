"""One product for all matrices."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.matrices import foreign
from tests.matrices.house import GUARDED, C, House, registry
from tests.matrices.register import register
from tests.support.station import station_at


@pytest.fixture(scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    home = tmp_path_factory.mktemp("focus")
    async with (
        register(home / "sources") as sources,
        station_at(home, registry(), demo=True, sources=(sources,)) as station,
    ):
        running = House(station)
        yield running
        await running.close()


@pytest.fixture(scope="module")
async def worn(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """A product of its own, which nobody needs afterwards, with rows of every kind."""
    home = tmp_path_factory.mktemp("worn")
    async with (
        register(home / "sources") as sources,
        station_at(home, registry(), demo=True, sources=(sources,)) as station,
    ):
        running = House(station)
        await foreign.plant(running, C, GUARDED)
        yield running
        await running.close()

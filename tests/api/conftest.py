"""One product that nobody needs afterwards, with rows of every kind in two zones."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.api.calling import Caller, callers_of
from tests.matrices import foreign
from tests.matrices.house import GUARDED, A, B, House, registry
from tests.matrices.register import register
from tests.support.station import station_at


@pytest.fixture(scope="session")
async def callers(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[list[Caller]]:
    """Somebody who may do everything in A, and somebody who may do everything in B."""
    home = tmp_path_factory.mktemp("api")
    async with (
        register(home / "sources") as sources,
        station_at(home, registry(), demo=True, sources=(sources,)) as station,
    ):
        house = House(station)
        for zone in (A, B):
            await foreign.plant(house, zone, GUARDED)
        yield await callers_of(house)
        await house.close()

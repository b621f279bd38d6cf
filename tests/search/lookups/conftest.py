"""One world and one server for all tests of lookups."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.search.lookups.desk import Desk, desk_at
from world.running import start


@pytest.fixture(scope="session")
async def whole_desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    world = await start(persons=500, seed=1, home=tmp_path_factory.mktemp("world"), latency=0.2)
    try:
        async with desk_at(tmp_path_factory.mktemp("focus"), world) as desk:
            yield desk
    finally:
        await world.stop()


@pytest.fixture
async def desk(whole_desk: Desk) -> AsyncIterator[Desk]:
    """Every source mended and believed again, every officer gone afterwards."""
    whole_desk.forgive()
    yield whole_desk
    for condition in whole_desk.world.conditions.sources.values():
        condition.mend()
    while whole_desk.officers:
        await whole_desk.officers.pop().close()
    await whole_desk.quiet()

"""One world and one server for the tests of what follows a lookup."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.search.lookups.desk import Desk, desk_at
from world.running import start


@pytest.fixture(scope="session")
async def whole_desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    world = await start(persons=500, seed=1, home=tmp_path_factory.mktemp("world"), latency=0.0)
    try:
        async with desk_at(tmp_path_factory.mktemp("focus"), world) as desk:
            yield desk
    finally:
        await world.stop()


@pytest.fixture
async def desk(whole_desk: Desk) -> AsyncIterator[Desk]:
    """Every officer gone and every stop forgotten afterwards."""
    whole_desk.forgive()
    yield whole_desk
    while whole_desk.officers:
        await whole_desk.officers.pop().close()
    await whole_desk.quiet()
    await whole_desk.station.owner.execute("delete from followup.stop")

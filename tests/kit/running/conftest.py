"""One platform with found bicycles; a new zone for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.identity.house import House, house_at
from tests.kit.running.desk import BICYCLES, KIT, Member, Zone, zone_of


@pytest.fixture(scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with house_at(tmp_path_factory.mktemp("cases"), KIT, BICYCLES) as running:
        yield running


@pytest.fixture
async def zone(house: House) -> Zone:
    return await zone_of(house)


@pytest.fixture
async def ann(zone: Zone) -> Member:
    """An officer."""
    return await zone.officer()


@pytest.fixture
async def desk(zone: Zone) -> Member:
    return await zone.desk()

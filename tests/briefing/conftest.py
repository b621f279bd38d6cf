"""One platform with the briefing; a new zone for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.briefing.zone import BRIEFING, DUTY, SEARCH, Member, Zone, zone_of
from tests.identity.house import House, house_at

SERVICES = "https://push.example"


@pytest.fixture(scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with house_at(
        tmp_path_factory.mktemp("briefing"), DUTY, SEARCH, BRIEFING, FOCUS_PUSH_SERVICES=SERVICES
    ) as running:
        yield running


@pytest.fixture
async def zone(house: House) -> Zone:
    return await zone_of(house)


@pytest.fixture
async def desk(zone: Zone) -> Member:
    return await zone.desk()


@pytest.fixture
async def ann(zone: Zone) -> Member:
    """An officer of this zone, in no unit."""
    return await zone.member()

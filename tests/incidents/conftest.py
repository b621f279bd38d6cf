"""One platform with incidents; a new zone for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.identity.house import House, house_at
from tests.incidents.town import DUTY, HOOKS, INCIDENTS, Member, Town, town_of


@pytest.fixture(scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with house_at(tmp_path_factory.mktemp("incidents"), DUTY, HOOKS, INCIDENTS) as running:
        yield running


@pytest.fixture
async def town(house: House) -> Town:
    return await town_of(house)


@pytest.fixture
async def desk(town: Town) -> Member:
    return await town.desk()


@pytest.fixture
async def ann(town: Town) -> Member:
    """An officer on duty in crew NO-2."""
    return await town.member(crew="NO-2")

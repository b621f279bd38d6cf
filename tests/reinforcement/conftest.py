"""One platform with all that a reinforcement opens; new zones for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.identity.house import House, house_at
from tests.reinforcement.zones import MODULES, Pair, pair_of


@pytest.fixture(scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with house_at(tmp_path_factory.mktemp("reinforcement"), *MODULES) as running:
        yield running


@pytest.fixture
async def pair(house: House) -> Pair:
    """A zone that needs help, and its neighbour, which lends its people."""
    return await pair_of(house)

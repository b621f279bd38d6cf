"""One platform with cameras; a new zone for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.cameras.town import MODULES, Feed, Member, Town, town_of
from tests.identity.house import House, house_at


@pytest.fixture(scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    home = tmp_path_factory.mktemp("cameras")
    async with house_at(home, *MODULES, FOCUS_PUSH_SERVICES="https://push.example") as running:
        await running.platform.jobs.stop()  # the tests say when something runs
        yield running


@pytest.fixture
async def town(house: House) -> Town:
    return await town_of(house)


@pytest.fixture
async def desk(town: Town) -> Member:
    return await town.member("dispatcher")


@pytest.fixture
async def feed(town: Town, desk: Member) -> Feed:
    return await town.feed(desk)


@pytest.fixture
async def ann(town: Town) -> Member:
    """An officer on duty in crew NO-2."""
    return await town.member(crew="NO-2")

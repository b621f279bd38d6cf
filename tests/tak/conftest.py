"""One platform with TAK; a new zone for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from focus.core.organisations.store import switches
from focus.modules.tak.module import module as declared
from tests.identity.house import House, house_at
from tests.incidents.town import DUTY, HOOKS, INCIDENTS, Member, Town, town_of

TAK = replace(declared, package="focus.modules.tak")


@pytest.fixture(scope="session")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    home = tmp_path_factory.mktemp("tak")
    async with house_at(home, DUTY, HOOKS, INCIDENTS, TAK, FOCUS_TAK_LISTEN="127.0.0.1:0") as running:
        yield running


@pytest.fixture
async def town(house: House) -> Town:
    made = await town_of(house)
    async with house.platform.database.transaction(made.id) as tx:
        await switches.switch(tx, "tak", on=True)
    return made


@pytest.fixture
async def leader(town: Town) -> Member:
    return await town.member("shift_leader")

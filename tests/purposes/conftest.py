"""One town for all tests of purposes, with a module that keeps a register of cases."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.organisations.town import Town, town_at
from tests.purposes.cases import CASES


@pytest.fixture(scope="session")
async def town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    async with town_at(tmp_path_factory.mktemp("focus"), CASES) as running:
        yield running

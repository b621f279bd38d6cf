"""One town for all tests of organisations."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.organisations.town import Town, town_at


@pytest.fixture(scope="session")
async def town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    async with town_at(tmp_path_factory.mktemp("focus")) as running:
        yield running

"""One town and one browser for all scenarios; each test has its own devices."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

from tests.scenarios.screen import DESK, PHONE, Screen, launch, screen_of
from tests.scenarios.town import Town, town_at

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here drives a browser, which the first of each worker starts with town and server."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
            if item.get_closest_marker("timeout") is None:
                item.add_marker(pytest.mark.timeout(120))


@pytest.fixture(scope="session")
async def running_town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    async with town_at(tmp_path_factory.mktemp("town")) as town:
        yield town


@pytest.fixture
async def town(running_town: Town) -> AsyncIterator[Town]:
    """The town, with every source in order again afterwards."""
    yield running_town
    await running_town.mend()


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        yield browser
        await browser.close()


@pytest.fixture
async def phone(browser: Browser, town: Town) -> AsyncIterator[Screen]:
    async with screen_of(browser, town.origin, **PHONE) as screen:
        yield screen


@pytest.fixture
async def desk(browser: Browser, town: Town) -> AsyncIterator[Screen]:
    async with screen_of(browser, town.origin, **DESK) as screen:
        yield screen

"""The map in a real browser: it opens, says in words what it shows, and opens again without network."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright, expect

from tests.scenarios.screen import PHONE, Screen, launch, screen_of
from tests.scenarios.town import PERSONS, Town
from tests.support.server import ROOT

SOFTWARE_GL = "--enable-unsafe-swiftshader"
"""A machine for tests has no graphics card."""
DRAWN = "document.querySelector('.maplibregl-canvas')?.width > 0"
CONTROLLED = "navigator.serviceWorker.controller !== null"


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await launch(playwright, SOFTWARE_GL)
        yield browser
        await browser.close()


@pytest.fixture(scope="module")
async def mapped(running_town: Town, tmp_path_factory: pytest.TempPathFactory) -> Town:
    """The town with its base map, given as an operator gives it."""
    folder = tmp_path_factory.mktemp("base")
    drawing = [sys.executable, "-m", "world", "map", str(folder), "--base", "--persons", str(PERSONS)]
    process = await asyncio.create_subprocess_exec(*drawing, cwd=ROOT)
    assert await process.wait() == 0
    await running_town.focus("map", "add", str(folder / "lindevallei.pmtiles"))
    return running_town


@pytest.fixture
async def phone(browser: Browser, mapped: Town) -> AsyncIterator[Screen]:
    async with screen_of(browser, mapped.origin, **PHONE) as screen:
        await screen.continue_as("Lotte Maes")
        yield screen


async def test_the_map_opens_and_is_kept_on_this_device(phone: Screen) -> None:
    await phone.tab("Kaart")
    await phone.until(DRAWN)
    await phone.sees("Kaart staat op dit toestel")


async def test_the_list_says_what_the_map_shows(phone: Screen) -> None:
    await phone.tab("Kaart")
    await phone.button("Lijst")
    await expect(phone.page.get_by_role("heading", name="Wijken")).to_be_visible()
    await phone.press(phone.page.get_by_role("button", name="Lindebeek Centrum"))
    await expect(phone.page.get_by_role("region", name="Gekozen op de kaart")).to_contain_text(
        "Lindebeek Centrum"
    )


async def test_without_network_it_opens_again(phone: Screen) -> None:
    await phone.until(CONTROLLED)
    await phone.tab("Kaart")
    await phone.sees("Kaart staat op dit toestel")
    await phone.tab("Vandaag")
    await phone.context.set_offline(True)
    await phone.page.reload()
    await phone.tab("Kaart")
    await phone.until(DRAWN)
    await phone.sees("Kaart staat op dit toestel")


async def test_nothing_of_it_is_fetched_before_it_is_opened(browser: Browser, mapped: Town) -> None:
    asked: list[str] = []
    async with screen_of(browser, mapped.origin, **PHONE) as screen:
        screen.page.on("request", lambda one: asked.append(Path(one.url).name))
        await screen.continue_as("Lotte Maes")
        await screen.until(CONTROLLED)
        assert not [name for name in asked if "maplibre" in name]
        await screen.tab("Kaart")
        await screen.until(DRAWN)
        assert [name for name in asked if "maplibre" in name]

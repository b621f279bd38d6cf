"""The map in a real browser: it opens, says in words what it shows, and opens again without network."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, FilePayload, async_playwright, expect

from tests.scenarios.screen import DESK, PHONE, Screen, launch, screen_of
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


def collection(*geometries: dict[str, Any]) -> FilePayload:
    """A GeoJSON file as the browser is given it."""
    features = [{"type": "Feature", "geometry": one, "properties": {}} for one in geometries]
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    return {"name": "Cameraposten.geojson", "mimeType": "application/geo+json", "buffer": content}


async def test_an_own_layer_comes_from_a_file_and_goes(browser: Browser, mapped: Town) -> None:
    point = {"type": "Point", "coordinates": [4.86, 51.03]}
    line = {"type": "LineString", "coordinates": [[4.86, 51.03], [4.87, 51.03]]}
    async with screen_of(browser, mapped.origin, **DESK) as desk:
        await desk.continue_as("Sofie Wuyts")
        await desk.page.goto(f"{desk.origin}/map/layers")
        await desk.sees("Er zijn nog geen eigen lagen.")
        file = desk.page.get_by_label("Kies bestand", exact=True).first
        await file.set_input_files(collection(point, line))
        await desk.button("Zet op de kaart")
        refused = desk.page.get_by_role("listitem").filter(has_text="Nr. 2:")
        await expect(refused).to_contain_text("alleen punten en gebieden")
        await file.set_input_files(collection(point))
        await desk.button("Zet op de kaart")
        await expect(desk.page.get_by_role("button", name="Verwijder Cameraposten")).to_be_visible()
        await desk.tab("Kaart")
        await expect(desk.page.get_by_role("heading", name="Cameraposten", exact=True)).to_be_visible()
        await desk.page.goto(f"{desk.origin}/map/layers")
        await desk.button("Verwijder Cameraposten")
        await desk.button("Verwijder voor iedereen")
        await desk.sees("Er zijn nog geen eigen lagen.")

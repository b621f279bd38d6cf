"""What a source's file declares is read on the phone, in an app that was built without it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, expect

from tests.scenarios.screen import PHONE, Screen, screen_of
from tests.search.connectors.servers import faulty_server
from tests.search.lookups.sources import write_own_words
from tests.support.server import served


@pytest.fixture
async def origin(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """A source that has its own words and may be talked to in the clear, and one whose file is torn."""
    folder = tmp_path_factory.mktemp("sources")
    (folder / "torn.toml").write_text('name = "torn"\nshort = torn\n')
    async with faulty_server() as registers:
        write_own_words(folder, f"{registers.base}/found")
        dogs = folder / "dogs.toml"
        dogs.write_text("insecure = true\n" + dogs.read_text())
        home = tmp_path_factory.mktemp("focus")
        async with served(home, FOCUS_SOURCES=str(folder)) as server:
            yield server.base.replace("127.0.0.1", "localhost")


@pytest.fixture
async def phone(browser: Browser, origin: str) -> AsyncIterator[Screen]:
    async with screen_of(browser, origin, **PHONE) as screen:
        yield screen


async def test_own_words_and_a_faulty_file_are_read_by_the_officer(phone: Screen) -> None:
    await phone.continue_as("Lotte Maes")
    await phone.ask("1-ABC-123")
    await phone.judges("amber")
    await phone.sees("Agressieve hond")
    await phone.sees("Vergunning pitbull")
    missing = phone.page.locator("[data-missing]")
    await expect(missing).to_contain_text("Een bronbestand is fout")
    await phone.press(phone.sources)
    await expect(phone.sheet).to_contain_text("Niet ingesteld zoals het hoort")


async def test_who_looks_after_sources_reads_file_line_and_what_is_not_secure(phone: Screen) -> None:
    await phone.continue_as("Hanne Peeters")
    await phone.page.goto(f"{phone.origin}/sources")
    rows = phone.page.get_by_role("region", name="Toestand van de bronnen").get_by_role("link")
    await expect(rows.first).to_contain_text("Het bestand van deze bron is fout")
    await expect(rows.filter(has_text="dogs")).to_contain_text("Verbinding niet beveiligd")
    await phone.press(rows.first)
    page = phone.page.get_by_role("region", name="Een bronbestand is fout")
    await expect(page).to_contain_text("torn.toml, lijn 2")
    await expect(page).to_contain_text("no TOML: Invalid value")

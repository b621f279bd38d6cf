"""A newer app that is offered while something is being written never takes it away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from playwright.async_api import Browser, expect

from tests.briefing.zone import BRIEFING, DUTY, SEARCH, content, zone_of
from tests.identity.house import core_registry
from tests.scenarios import house as houses
from tests.scenarios.house import enrol, house_served, sign_in
from tests.scenarios.screen import DESK, PHONE, Screen, screen_of
from tests.scenarios.test_updates import CONTROLLED, LOOK_FOR_NEWER, OFFER, is_newer, newer
from tests.support.server import free_port

__all__ = ["newer"]
Begin = Callable[[Screen, UUID], Awaitable[None]]
WAITS = "navigator.serviceWorker.getRegistration().then((it) => it.waiting !== null)"


@pytest.fixture(autouse=True)
def with_briefing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The zone without demo people has the briefing too."""
    monkeypatch.setattr(houses, "core_registry", lambda: core_registry(DUTY, SEARCH, BRIEFING))
    yield


@asynccontextmanager
async def old_then_newer(
    browser: Browser, home: Path, newer: Path, function: str, device: dict[str, Any], begin: Begin
) -> AsyncIterator[Screen]:
    """Somebody has begun to write with the old app; the newer one was looked for and is ready."""
    port = free_port()
    async with screen_of(browser, f"http://localhost:{port}", **device) as screen:
        async with house_served(home, port=port) as house:
            zone = await zone_of(house)
            item = await (await zone.desk()).publish(content("Grijze bestelwagen"))
            await enrol(screen, house, await house.someone(zone.id, function=function))
            await sign_in(screen)
            await screen.until(CONTROLLED)
            await begin(screen, item)
            await screen.page.evaluate("window.notReloaded = true")
        async with house_served(home, port=port, app=newer):
            await screen.page.evaluate(LOOK_FOR_NEWER)
            for _ in range(300):
                if await screen.page.evaluate(WAITS):
                    break
                await asyncio.sleep(0.05)
            yield screen


async def sees_something(screen: Screen, item: UUID) -> None:
    await screen.page.goto(f"{screen.origin}/briefing/{item}")
    await screen.button("Waarneming")
    await screen.sheet.get_by_role("textbox").first.fill("Te voet richting Vaartdijk")


async def test_a_sighting_that_is_being_written_stays_and_is_sent(
    browser: Browser, tmp_path: Path, newer: Path
) -> None:
    phone = old_then_newer(browser, tmp_path, newer, "officer", PHONE, sees_something)
    async with phone as screen:
        await expect(screen.page.get_by_text(OFFER)).to_have_count(0)
        await expect(screen.sheet.get_by_role("textbox").first).to_have_value("Te voet richting Vaartdijk")
        await screen.press(screen.sheet.get_by_role("button", name="Meld"))
        await screen.sees("Te voet richting Vaartdijk")
        assert await screen.page.evaluate("window.notReloaded") and not await is_newer(screen.page)
        await screen.tab("Vandaag")
        await screen.sees(OFFER)


async def writes_a_version(screen: Screen, item: UUID) -> None:
    await screen.page.goto(f"{screen.origin}/briefing/desk/item/{item}/revise")
    await screen.page.get_by_label("Titel", exact=True).fill("Zwarte bestelwagen")


async def test_a_version_that_is_being_written_stays_and_is_published(
    browser: Browser, tmp_path: Path, newer: Path
) -> None:
    desk = old_then_newer(browser, tmp_path, newer, "information_desk", DESK, writes_a_version)
    async with desk as screen:
        title = screen.page.get_by_label("Titel", exact=True)
        await expect(title).to_have_value("Zwarte bestelwagen")
        await expect(screen.page.get_by_text(OFFER)).to_have_count(0)
        await screen.button("Publiceer versie")
        await screen.sees("iedereen leest opnieuw")
        assert await screen.page.evaluate("window.notReloaded") and not await is_newer(screen.page)

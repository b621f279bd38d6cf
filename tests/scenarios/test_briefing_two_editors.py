"""Field asks, Offline sync 9: two write the next version of one item at once, and neither is lost."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from playwright.async_api import Browser, expect

from tests.scenarios.screen import DESK, PATIENCE_MS, Screen, screen_of
from tests.scenarios.test_briefing import hanne, publish
from tests.scenarios.town import Town
from tests.search.lookups.desk import Officer
from tests.support.waiting import until

__all__ = ["hanne"]


async def revising(screen: Screen, item: str) -> None:
    """The editor stands there with the item as it was published last."""
    await screen.page.goto(f"{screen.origin}/briefing/desk/item/{item}/revise")
    await expect(screen.page.get_by_label("Titel", exact=True)).to_be_visible(timeout=PATIENCE_MS)


async def publishes(screen: Screen, title: str) -> None:
    await screen.page.get_by_label("Titel", exact=True).fill(title)
    await screen.button("Publiceer versie")


async def version(desk: Officer, item: str) -> dict[str, Any]:
    shown: dict[str, Any] = (await desk.get(f"/api/briefing/item?item={item}")).body["item"]
    return shown


async def refused(browser: Browser, town: Town, here: Screen, hanne: Officer) -> tuple[str, str, str]:
    """Published here without network, there with it: the item, my title, theirs; the sheet compares them."""
    mark = uuid4().hex[:6]
    item = await publish(hanne, f"Bestelwagen {mark}")
    mine, theirs = f"Van Sofie {mark}", f"Van Hanne {mark}"
    await here.continue_as("Sofie Wuyts")
    await here.page.evaluate("navigator.serviceWorker.ready")
    await revising(here, item)
    await here.context.set_offline(True)
    await publishes(here, mine)
    await here.sees("De versie vertrekt als het netwerk terug is")
    async with screen_of(browser, town.origin, **DESK) as there:
        await there.continue_as("Hanne Peeters")
        await revising(there, item)
        await publishes(there, theirs)
        await there.sees("iedereen leest opnieuw")
    await here.context.set_offline(False)
    await here.press(here.page.locator(".conn"))
    await here.press(here.sheet.get_by_role("button", name="vergelijken"))
    for text in (mine, theirs):
        await expect(here.sheet.get_by_text(text, exact=True)).to_be_visible(timeout=PATIENCE_MS)
    return item, mine, theirs


async def test_mine_over_theirs_is_the_next_version_and_theirs_stays_among_the_versions(
    browser: Browser, town: Town, desk: Screen, hanne: Officer
) -> None:
    item, mine, _ = await refused(browser, town, desk, hanne)
    assert (await version(hanne, item))["version"] == 2
    await desk.press(desk.sheet.get_by_role("button", name="Mijn versie geldt"))

    async def mine_counts() -> bool:
        shown = await version(hanne, item)
        return bool(shown["version"] == 3 and shown["content"]["title"] == mine)

    await until(mine_counts, seconds=20)
    await desk.sees("Alles wat u deed, is aangekomen")


async def test_theirs_counts_only_when_it_was_said_twice(
    browser: Browser, town: Town, desk: Screen, hanne: Officer
) -> None:
    item, _, theirs = await refused(browser, town, desk, hanne)
    await desk.press(desk.sheet.get_by_role("button", name="De andere geldt"))
    await desk.sees("Wat u schreef, is dan weg")
    await desk.press(desk.sheet.get_by_role("button", name="De mijne mag weg"))
    await desk.sees("Alles wat u deed, is aangekomen")
    shown = await version(hanne, item)
    assert (shown["version"], shown["content"]["title"]) == (2, theirs)


async def test_mine_is_written_on_over_theirs(
    browser: Browser, town: Town, desk: Screen, hanne: Officer
) -> None:
    item, mine, _ = await refused(browser, town, desk, hanne)
    await desk.press(desk.sheet.get_by_role("button", name="Werk de mijne verder uit"))
    title = desk.page.get_by_label("Titel", exact=True)
    await expect(title).to_have_value(mine, timeout=PATIENCE_MS)
    await publishes(desk, f"{mine}, bis")
    await desk.sees("iedereen leest opnieuw")
    shown = await version(hanne, item)
    assert (shown["version"], shown["content"]["title"]) == (3, f"{mine}, bis")
    await desk.press(desk.page.locator(".conn"))
    await desk.sees("Alles wat u deed, is aangekomen")


@pytest.mark.parametrize("way", ["Alles van mij", "Alles van de collega"])
async def test_with_network_the_editor_shows_both_at_once(
    browser: Browser, town: Town, desk: Screen, hanne: Officer, way: str
) -> None:
    mark = uuid4().hex[:6]
    item = await publish(hanne, f"Fiets {mark}")
    await desk.continue_as("Sofie Wuyts")
    await revising(desk, item)
    async with screen_of(browser, town.origin, **DESK) as there:
        await there.continue_as("Hanne Peeters")
        await revising(there, item)
        await publishes(there, f"Van Hanne {mark}")
        await there.sees("iedereen leest opnieuw")
    await publishes(desk, f"Van Sofie {mark}")
    await desk.sees("Een collega schreef intussen mee")
    await desk.button(way)
    await desk.button("Ga verder met deze keuze")
    whose = "Sofie" if way == "Alles van mij" else "Hanne"
    await expect(desk.page.get_by_label("Titel", exact=True)).to_have_value(f"Van {whose} {mark}")

"""Scenario 9 with three at once: the desk, an officer whose network comes and goes, and the shift leader."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

from playwright.async_api import Browser, expect

from tests.scenarios.screen import DESK, PATIENCE_MS, PHONE, Screen, screen_of
from tests.scenarios.test_briefing import hanne, publish
from tests.scenarios.town import Town
from tests.search.lookups.desk import Officer
from tests.support.waiting import until

__all__ = ["hanne"]
ROOM_KNOWN_S = 31
"""So long Chromium reckons with the room that it found before."""
SEEN = "Te voet richting Vaartdijk"


async def read_and_seen(phone: Screen) -> None:
    """Said without network: the screen says that both wait."""
    await phone.button("Gelezen")
    await expect(phone.page.get_by_text("wacht", exact=False).first).to_be_visible(timeout=PATIENCE_MS)
    await phone.button("Waarneming")
    await phone.sheet.get_by_role("textbox").first.fill(SEEN)
    await phone.press(phone.sheet.get_by_role("button", name="Meld"))
    await phone.sees("Ze vertrekt als het netwerk terug is")


async def recalls(desk: Screen, why: str) -> None:
    await desk.button("Trek in")
    await desk.sheet.get_by_role("textbox").fill(why)
    await desk.press(desk.sheet.get_by_role("button", name="Trek in"))
    await desk.sees("Item ingetrokken")


async def test_read_and_seen_without_network_and_recalled_meanwhile_both_arrive(
    browser: Browser, town: Town, hanne: Officer
) -> None:
    title = f"Vermist {uuid4().hex[:6]}"
    item = await publish(hanne, title)
    async with (
        screen_of(browser, town.origin, **PHONE) as phone,
        screen_of(browser, town.origin, **DESK) as desk,
        screen_of(browser, town.origin, **DESK) as leader,
    ):
        await phone.continue_as("Elke Thys")
        await phone.page.evaluate("navigator.serviceWorker.ready")
        await phone.page.goto(f"{phone.origin}/briefing/{item}")
        await phone.sees("Vijf inbraken")
        await leader.continue_as("Sofie Wuyts")
        await leader.page.goto(f"{leader.origin}/briefing/readers/{item}")
        unread = leader.page.get_by_text("Elke Thys")
        await expect(unread).to_be_visible(timeout=PATIENCE_MS)
        await phone.context.set_offline(True)
        await read_and_seen(phone)
        await desk.continue_as("Hanne Peeters")
        await desk.page.goto(f"{desk.origin}/briefing/desk/item/{item}")
        await recalls(desk, "veilig thuis")
        await expect(phone.page.get_by_text("veilig thuis")).to_have_count(0)  # it cannot know yet
        await phone.context.set_offline(False)
        await phone.sees("veilig thuis")
        await expect(phone.page.get_by_text("Vijf inbraken")).to_have_count(0)
        await phone.press(phone.page.locator(".conn"))
        await phone.sees("Alles wat u deed, is aangekomen")
        await desk.page.reload()
        await desk.sees(SEEN)
        await reads(leader, "Elke Thys")


async def reads(leader: Screen, name: str) -> None:
    """Under those who have read it this name stands, with the version."""
    await leader.page.reload()
    await leader.press(leader.page.get_by_text("Gelezen 1", exact=True))
    row = leader.page.get_by_role("row").filter(has_text=name)
    await expect(row).to_contain_text("versie 1", timeout=PATIENCE_MS)


async def quota(phone: Screen, octets: int | None) -> None:
    """So much this browser lets the app keep from now on; None: as before."""
    session = await phone.context.new_cdp_session(phone.page)
    asked: dict[str, Any] = {"origin": phone.origin}
    if octets is not None:
        asked["quotaSize"] = octets
    await session.send("Storage.overrideQuotaForOrigin", asked)


async def test_a_full_phone_shows_the_newest_says_so_and_pretends_nothing(
    town: Town, phone: Screen, hanne: Officer
) -> None:
    await phone.continue_as("Bram Vos")
    await phone.page.goto(f"{phone.origin}/briefing")
    await phone.sees_heading("Briefing")
    await phone.until("document.querySelectorAll('main a').length > 0")
    await quota(phone, 1)
    await asyncio.sleep(ROOM_KNOWN_S)
    title = f"Bestelwagen {uuid4().hex[:6]}"
    item = await publish(hanne, title)
    await phone.sees(title)  # from memory
    await phone.press(phone.page.locator(".conn"))
    await phone.sees("Dit toestel is vol")
    await phone.page.keyboard.press("Escape")
    await phone.press(phone.page.get_by_text(title).first)
    await phone.button("Waarneming")
    words = phone.sheet.get_by_role("textbox").first
    await words.fill(SEEN)
    await phone.press(phone.sheet.get_by_role("button", name="Meld"))
    await expect(phone.sheet.get_by_role("alert")).to_be_visible(timeout=PATIENCE_MS)
    await expect(words).to_have_value(SEEN)
    assert (await hanne.get(f"/api/briefing/item?item={item}")).body["sightings"] == []
    await quota(phone, None)
    await phone.press(phone.sheet.get_by_role("button", name="Meld"))

    async def arrived() -> bool:
        shown = (await hanne.get(f"/api/briefing/item?item={item}")).body
        return [one["text"] for one in shown["sightings"]] == [SEEN]

    await until(arrived, seconds=20)
    await phone.press(phone.page.locator(".conn"))
    await phone.sees("Alles wat u deed, is aangekomen")
    await expect(phone.page.get_by_text("Dit toestel is vol")).to_have_count(0, timeout=PATIENCE_MS)

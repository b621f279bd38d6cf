"""Scenario 10: a host asks a crew of another organisation, it works, it is let go; network cut between."""

from __future__ import annotations

import re
from typing import Any

from playwright.async_api import Browser, expect

from tests.scenarios.screen import DESK, PATIENCE_MS, PHONE, screen_of
from tests.scenarios.town import Town

JULIE, SOFIE = "julie.lambert", "sofie.wuyts"
GO, BACK = re.compile("Ga over|Y passer", re.I), re.compile("Terug naar|Retour à", re.I)


async def ended(town: Town) -> None:
    """Whatever runs is over: each test begins alike."""
    for one in await town.call(SOFIE, "GET", "/api/reinforcement/reinforcements"):
        if one.get("ended_at") is None:
            await town.call(SOFIE, "POST", "/api/reinforcement/end-reinforcement", {"id": one["id"]})


async def here(town: Town) -> list[dict[str, Any]]:
    """Reinforcements of the host that run."""
    found = await town.call(SOFIE, "GET", "/api/reinforcement/reinforcements")
    return [one for one in found if one.get("ended_at") is None]


async def test_a_crew_is_asked_goes_over_works_and_is_let_go(browser: Browser, town: Town) -> None:
    await ended(town)
    async with (
        screen_of(browser, town.origin, **PHONE) as julie,
        screen_of(browser, town.origin, **DESK) as sofie,
    ):
        await julie.page.goto(julie.origin)
        await julie.page.get_by_role("searchbox").fill("Julie Lambert")
        await julie.press(julie.page.get_by_role("button", name="Julie Lambert").first)
        await expect(julie.page.get_by_role("heading", level=1)).to_be_visible(timeout=PATIENCE_MS)
        await julie.page.evaluate("navigator.serviceWorker.ready")
        await sofie.continue_as("Sofie Wuyts")
        await sofie.page.goto(f"{sofie.origin}/board")
        await sofie.press(sofie.page.get_by_role("button", name=re.compile("^Versterking")))
        await sofie.press(sofie.sheet.get_by_text("ZA-1", exact=True))
        await sofie.press(sofie.sheet.get_by_role("button", name=re.compile("^Vraag één ploeg voor 4 u")))
        # The guest is told by itself, and goes over with one tap.
        go = julie.page.get_by_role("button", name=GO)
        await expect(go).to_be_visible(timeout=2 * PATIENCE_MS)
        await julie.press(go)
        await expect(julie.page.get_by_role("button", name=BACK)).to_be_visible(timeout=2 * PATIENCE_MS)
        await julie.page.goto(f"{julie.origin}/incidents")
        first = julie.page.locator("main a[href^='/incidents/']").first
        await expect(first).to_be_visible(timeout=PATIENCE_MS)
        # Cut off while the host ends it: the phone cannot know, and then loses what it held.
        await julie.context.set_offline(True)
        (running,) = await here(town)
        await town.call(SOFIE, "POST", "/api/reinforcement/end-reinforcement", {"id": running["id"]})
        assert await here(town) == []
        await julie.context.set_offline(False)
        await expect(julie.page.locator("main a[href^='/incidents/']")).to_have_count(
            0, timeout=4 * PATIENCE_MS
        )

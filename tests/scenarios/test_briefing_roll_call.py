"""Field asks, Briefing 8: the roll call covers itself after a minute without contact, and comes back."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.scenarios.screen import PATIENCE_MS, Screen
from tests.scenarios.test_briefing import hanne, publish
from tests.scenarios.town import Town
from tests.search.lookups.desk import Officer

__all__ = ["hanne"]
COVERED = "De briefing is afgedekt"


@pytest.mark.timeout(240)
async def test_it_says_that_it_hears_nothing_covers_itself_and_uncovers_by_itself(
    town: Town, desk: Screen, hanne: Officer
) -> None:
    await publish(hanne, "Appel: grijze bestelwagen", priority="urgent")
    await desk.continue_as("Sofie Wuyts")
    await desk.page.goto(f"{desk.origin}/briefing/roll-call")
    main = desk.page.locator("main")
    item = main.get_by_role("heading", level=2).first
    await expect(item).to_be_visible(timeout=PATIENCE_MS)
    title = await item.inner_text()
    await expect(main.get_by_text("stand van")).to_be_visible()
    await desk.context.set_offline(True)
    await expect(main.get_by_text("geen contact sinds")).to_be_visible(timeout=30_000)
    await expect(item).to_have_text(title)  # older than it should be, and says so
    await expect(main.get_by_role("alert")).to_contain_text(COVERED, timeout=75_000)
    await expect(main.get_by_text(title, exact=True)).to_have_count(0)
    await expect(main.get_by_role("button", name=re.compile("Volgende"))).to_be_disabled()
    await desk.context.set_offline(False)
    await expect(item).to_have_text(title, timeout=30_000)
    await expect(main.get_by_text(COVERED)).to_have_count(0)

"""The briefing's screens, duty and what waits, and the way to each."""

from __future__ import annotations

from playwright.async_api import expect

from tests.scenarios.gallery import way
from tests.scenarios.screen import PATIENCE_MS, Screen
from tests.scenarios.town import Town

WANTED = "Gezocht: Dirk Fictiefs"
"""An item of the demo that must be read."""


async def _as_desk(screen: Screen, path: str) -> None:
    await screen.page.goto(f"{screen.origin}/me")
    await screen.button("Meld af")
    await screen.sees_heading("Meld u aan")
    await screen.continue_as("Hanne Peeters")
    await screen.page.goto(f"{screen.origin}{path}")


@way("briefing")
async def briefing(screen: Screen, town: Town) -> None:
    await screen.page.goto(f"{screen.origin}/briefing")
    await screen.sees_heading("Briefing")
    await screen.page.get_by_role("main").get_by_role("button", name="Alles").first.click()
    await screen.sees(WANTED)


@way("briefing-item")
async def briefing_item(screen: Screen, town: Town) -> None:
    await briefing(screen, town)
    await screen.page.locator("a", has_text=WANTED).first.click()
    await expect(screen.page.get_by_role("button", name="Waarneming")).to_be_visible(timeout=PATIENCE_MS)


@way("duty")
async def duty(screen: Screen, town: Town) -> None:
    await screen.page.get_by_role("button", name="Niet in dienst").click()
    await screen.sheet.get_by_role("button", name="In dienst").wait_for()


@way("connection")
async def connection(screen: Screen, town: Town) -> None:
    await screen.page.get_by_role("button", name="Verbonden").click()
    await screen.sheet.get_by_text("Laatst helemaal bijgewerkt").wait_for()


@way("briefing-desk")
async def briefing_desk(screen: Screen, town: Town) -> None:
    await _as_desk(screen, "/briefing/desk")
    await screen.sees(WANTED)


@way("roll-call")
async def roll_call(screen: Screen, town: Town) -> None:
    await _as_desk(screen, "/briefing/roll-call")
    await screen.page.get_by_role("button", name="Volgende").wait_for()

"""The same app at a desk: panes, and the keyboard alone."""

from __future__ import annotations

from playwright.async_api import expect

from tests.scenarios.screen import Screen
from tests.scenarios.town import Town

CASE = {"kind": "case", "reference": "LE.11.F1.004211/2026", "reason": "Inbraak loods"}


async def test_a_desk_asks_reads_and_goes_back_by_keyboard(town: Town, desk: Screen) -> None:
    await town.task("hanne.peeters", "investigation", **CASE)
    await desk.continue_as("Hanne Peeters")
    await desk.page.keyboard.press("/")
    await expect(desk.page.get_by_role("searchbox")).to_be_focused()
    await desk.page.keyboard.type("2-ZKV-318")
    await desk.page.keyboard.press("Enter")
    await desk.judges("red", "Gezocht")
    await desk.page.keyboard.press("Escape")
    await expect(desk.verdict).to_have_count(0)


async def test_j_and_k_walk_the_list(town: Town, desk: Screen) -> None:
    await town.task("hanne.peeters", "investigation", **CASE)
    await desk.continue_as("Hanne Peeters")
    rows = desk.page.get_by_role("region", name="Lijst").locator("a.row, button.row")
    await desk.page.keyboard.press("/")
    await desk.page.keyboard.type("1-HKL-407")
    await desk.page.keyboard.press("Enter")
    await desk.judges("green")
    await expect(rows.nth(1)).to_be_visible()

    await desk.page.locator("main").focus()
    await desk.page.keyboard.press("j")
    await expect(rows.nth(0)).to_be_focused()
    await desk.page.keyboard.press("j")
    await expect(rows.nth(1)).to_be_focused()
    await desk.page.keyboard.press("k")
    await expect(rows.nth(0)).to_be_focused()


async def test_a_desk_shows_list_answer_and_sources_side_by_side(town: Town, desk: Screen) -> None:
    await town.task("hanne.peeters", "investigation", **CASE)
    await desk.continue_as("Hanne Peeters")
    await desk.ask("2-ZKV-318")
    await expect(desk.page.get_by_role("region", name="Lijst")).to_be_visible()
    await expect(desk.verdict).to_be_visible()
    await expect(desk.page.get_by_role("region", name="Detail")).to_contain_text("Signalering personen")

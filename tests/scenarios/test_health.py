"""The page about sources: who sees that it is there, and what it says of a source that is broken."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from tests.scenarios.screen import PATIENCE_MS, Screen
from tests.scenarios.town import Town

ENTRY = "Toestand van de bronnen"


@pytest.fixture
async def troubled(town: Town, phone: Screen) -> Town:
    """Somebody asked while one source was unreadable and another had changed its answers."""
    await town.task("elke.thys")
    await town.break_source("wanted-persons", "garbage")
    await town.break_source("driving-bans", "wrong-schema")
    await phone.continue_as("Elke Thys")
    await phone.ask("Mohamed El Amrani 17/03/1992")
    await town.health_written()
    return town


async def test_whoever_may_not_look_after_sources_never_sees_the_entry(troubled: Town, phone: Screen) -> None:
    await phone.press(phone.sources)
    await expect(phone.sheet).to_contain_text("Antwoord onleesbaar")
    await expect(phone.sheet.get_by_role("link", name=ENTRY)).to_have_count(0)
    await phone.page.keyboard.press("Escape")
    await phone.tab("Menu")
    await phone.sees_heading("Menu")
    await expect(phone.page.get_by_role("link", name=ENTRY)).to_have_count(0)
    await phone.page.goto(f"{phone.origin}/sources")
    await phone.sees_heading("Vandaag")


async def test_on_a_phone_a_broken_source_is_first_and_says_why_and_since_when(
    troubled: Town, desk: Screen, phone: Screen
) -> None:
    await phone.page.goto(f"{phone.origin}/me")
    await phone.button("Meld af")
    await phone.sees_heading("Meld u aan")
    await phone.continue_as("Hanne Peeters")
    await phone.tab("Menu")
    await phone.press(phone.page.get_by_role("link", name=ENTRY))
    await phone.sees_heading(ENTRY)
    rows = phone.page.get_by_role("region", name=ENTRY).get_by_role("link")
    await expect(rows.filter(has_text="Signalering personen")).to_contain_text("Antwoord onleesbaar")
    broken = phone.page.get_by_role("button", name=re.compile(r"^Gestoord \d+$"))
    many = int((await broken.inner_text()).split()[-1])
    assert many >= 2
    await phone.press(broken)
    await expect(rows).to_have_count(many, timeout=PATIENCE_MS)
    await phone.press(rows.filter(has_text="Rijverboden"))
    await phone.sees_heading("Rijverboden")
    page = phone.page.get_by_role("region", name="Rijverboden")
    await expect(page).to_contain_text("Antwoord niet zoals afgesproken")
    await expect(page).to_contain_text("Anders dan afgesproken")
    await expect(page).to_contain_text("sinds")


async def test_at_a_desk_the_table_sorts_and_opens_from_the_keyboard(troubled: Town, desk: Screen) -> None:
    await desk.continue_as("Hanne Peeters")
    await desk.page.goto(f"{desk.origin}/sources")
    table = desk.page.get_by_role("table")
    first = table.get_by_role("row").nth(1)
    await expect(first).to_contain_text("Gestoord", timeout=PATIENCE_MS)
    name = desk.page.get_by_role("columnheader", name="Bron")
    await name.get_by_role("button").focus()
    await desk.page.keyboard.press("Enter")
    await expect(name).to_have_attribute("aria-sort", "ascending")
    await desk.page.keyboard.press("Enter")
    await expect(name).to_have_attribute("aria-sort", "descending")
    link = table.get_by_role("link", name="Signalering personen")
    await link.focus()
    await desk.page.keyboard.press("Enter")
    await expect(desk.page.get_by_role("region", name="Signalering personen")).to_contain_text("Laatste fout")
    await expect(table).to_be_visible()

"""What a thumb on a small screen may count on: Back, a second thought, a field that is ready."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import expect

from tests.scenarios.screen import Screen
from tests.scenarios.town import Town
from tests.search.lookups.desk import until

ELKE = "elke.thys"
FITS = """
Array.from(document.querySelectorAll('.btn, .chip')).filter((one) => one.offsetParent)
  .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent.trim())
"""
PLACEHOLDER = """
(() => {
  const field = document.querySelector('.ask input')
  const pen = document.createElement('canvas').getContext('2d')
  pen.font = getComputedStyle(field).font
  return pen.measureText(field.placeholder).width - field.clientWidth
})()
"""


@pytest.fixture
async def elke(town: Town, phone: Screen) -> Screen:
    await town.task(ELKE)
    await phone.continue_as("Elke Thys")
    return phone


async def stops(town: Town) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await town.call(ELKE, "GET", "/api/followup/stops")
    return found


async def test_back_closes_the_sources_and_then_leaves_the_answer(elke: Screen) -> None:
    await elke.ask("1-HKL-407")
    await elke.press(elke.sources)
    await expect(elke.sheet).to_be_visible()
    await elke.page.go_back()
    await expect(elke.sheet).to_have_count(0)
    await elke.judges("green")
    await elke.page.go_back()
    await expect(elke.verdict).to_have_count(0)


async def test_back_closes_the_relations(elke: Screen) -> None:
    await elke.ask("1-HKL-407")
    relations = elke.page.get_by_role("button", name="Verbanden")
    await elke.press(relations)
    await expect(relations).to_have_attribute("aria-pressed", "true")
    await elke.page.go_back()
    await expect(relations).to_have_attribute("aria-pressed", "false")
    await elke.judges("green")


async def test_a_sheet_closed_by_its_button_takes_no_step_back(elke: Screen) -> None:
    await elke.ask("1-HKL-407")
    await elke.press(elke.sources)
    await elke.button("Sluit")
    await expect(elke.sheet).to_have_count(0)
    await elke.until("!history.state?.layer")  # the sheet's own step back is made by the browser in its time
    await elke.page.go_back()
    await expect(elke.verdict).to_have_count(0)


async def test_a_stop_taken_back_is_never_registered(elke: Screen, town: Town) -> None:
    before = len(await stops(town))
    await elke.ask("85.07.30-033.28")
    await elke.press(elke.page.get_by_role("button", name="Staandehouding: Verlinden").first)
    await elke.press(elke.sheet.get_by_role("button", name="Geseind of gezocht"))
    await elke.button("Ongedaan maken")
    await elke.press(elke.page.get_by_role("button", name="Staandehouding: Verlinden").first)
    await elke.press(elke.sheet.get_by_role("button", name="Geseind of gezocht"))
    await elke.button("Vergrendel")  # what still waits is sent at once

    async def registered() -> bool:
        return len(await stops(town)) > before

    await until(registered, seconds=3)
    assert len(await stops(town)) == before + 1


async def test_a_stop_is_registered_when_the_device_is_locked_and_says_on_whom(
    elke: Screen, town: Town
) -> None:
    before = len(await stops(town))
    await elke.ask("85.07.30-033.28")
    await elke.press(elke.page.get_by_role("button", name="Staandehouding: Verlinden").first)
    await elke.press(elke.sheet.get_by_role("button", name="Geseind of gezocht"))
    await elke.sees("Staandehouding geregistreerd")
    await elke.button("Vergrendel")

    async def registered() -> bool:
        return len(await stops(town)) == before + 1

    await until(registered, seconds=3)
    assert (await stops(town))[0]["described"] == "Verlinden, Jeroen"


async def test_a_control_whose_end_is_taken_back_goes_on(elke: Screen, town: Town) -> None:
    await elke.ask("1-HKL-407")
    await elke.looks()
    await elke.button("Controle klaar")
    await elke.sees("Geen lopende taak")
    await elke.button("Ongedaan maken")
    await elke.sees("Controle Ringlaan")
    assert await town.call(ELKE, "GET", "/api/purposes/my-task")


async def test_search_is_ready_to_be_typed_in(elke: Screen) -> None:
    await elke.tab("Zoek")
    await expect(elke.page.get_by_role("searchbox")).to_be_focused()
    await elke.ask("1-HKL-407")
    await elke.looks()
    await elke.button("Nieuwe vraag")
    await expect(elke.page.get_by_role("searchbox")).to_be_focused()


async def test_a_short_tap_on_the_emergency_button_says_how_it_is_meant(elke: Screen) -> None:
    await elke.press(elke.page.get_by_role("button", name="Nood"))
    await elke.sees("Houd een seconde ingedrukt")
    await expect(elke.sheet).to_have_count(0)


async def test_a_wrong_number_is_told_before_it_waits(elke: Screen) -> None:
    await elke.tab("Zoek")
    await elke.context.set_offline(True)
    await elke.sees("Geen netwerk")
    await elke.type("85.07.30-033.29")
    await elke.sees("Rijksregisternummer: het controlegetal klopt niet")


async def test_a_long_question_is_cut_and_a_tap_shows_all_of_it(elke: Screen) -> None:
    await elke.ask("Vermeulen " * 14 + "Jan 1985-07-30", end=False)
    await elke.button("Toon de hele vraag")
    await expect(elke.page.get_by_role("button", name="Toon minder")).to_be_visible()


@pytest.mark.parametrize(
    ("language", "lang"), [("Français", "fr"), ("Deutsch", "de"), ("English", "en"), ("Nederlands", "nl")]
)
async def test_words_fit_at_390_px(elke: Screen, town: Town, language: str, lang: str) -> None:
    try:
        await elke.page.goto(f"{elke.origin}/me")
        await elke.button(language)
        await elke.until(f"document.documentElement.lang === '{lang}'")
        await elke.press(elke.page.locator("a.tab[href='/search']"))
        await expect(elke.page.locator(".alone .btn").first).to_be_visible()
        assert await elke.page.evaluate(FITS) == []
        assert await elke.page.evaluate(PLACEHOLDER) <= 0
    finally:
        await town.call(ELKE, "POST", "/api/identity/change-language", {"language": "nl"})

"""What the verdict says, and on whom."""

from __future__ import annotations

import re

from playwright.async_api import expect

from tests.scenarios.screen import Screen
from tests.scenarios.town import Town


async def test_a_car_of_which_nothing_is_known_is_green(town: Town, phone: Screen) -> None:
    await town.task("yassine.benali")
    await phone.continue_as("Yassine Benali")
    await phone.ask("1-HKL-407")
    await phone.judges("green", "Niets")
    await phone.sees("Elke bron die telt, antwoordde.")


async def test_a_car_is_green_only_after_its_holder_was_checked_and_a_tap_asks_him(
    town: Town, phone: Screen
) -> None:
    await town.task("yassine.benali")
    await phone.continue_as("Yassine Benali")
    await phone.ask("1-HKL-407")
    await phone.sees("Ook nagegaan: Goossens, Sofie")
    row = phone.card("1-HKL-407").locator(".checks").get_by_role("button", name="Goossens, Sofie")
    await expect(row).to_contain_text("Titularis")
    await expect(row).to_contain_text("Niets")
    await phone.looks()
    await phone.press(row)
    await expect(phone.page.get_by_role("heading", level=1)).to_contain_text("90.04.12-902.74")
    await phone.judges("green", "Niets")
    asked = (await town.lookups("yassine.benali"))[0]
    assert asked["kind"] == "national_number"


async def test_a_resident_who_is_wanted_is_named_and_the_strip_leads_to_him(
    town: Town, phone: Screen
) -> None:
    await town.task("yassine.benali", "incident", kind="incident", reference="I-0483", reason="Melding")
    await phone.continue_as("Yassine Benali")
    await phone.ask("Bosdreef 31 Lindebeek")
    await phone.judges("red", "Gezocht")
    await expect(phone.verdict).to_contain_text("Bewoner Verlinden, Jeroen: ")
    await phone.button("Naar wie is nagegaan")
    row = phone.page.locator(".checks li").filter(has_text="Verlinden, Jeroen")
    await expect(row.first).to_be_in_viewport()


async def test_of_several_who_fit_one_must_be_chosen(town: Town, phone: Screen) -> None:
    await town.task("yassine.benali")
    await phone.continue_as("Yassine Benali")
    await phone.ask("Peeters")
    await phone.judges("pending", "Wie?")
    await expect(phone.verdict).to_contain_text("passen: kies er een")


async def test_what_no_register_knows_is_no_green(town: Town, phone: Screen) -> None:
    await town.task("yassine.benali")
    await phone.continue_as("Yassine Benali")
    await phone.ask("1-ABC-999")
    await phone.judges("pending", "Niet gevonden")
    await phone.sees("Kijk cijfers en letters na.")


async def test_a_stolen_car_is_red_and_the_word_says_why(town: Town, phone: Screen) -> None:
    await town.task("yassine.benali")
    await phone.continue_as("Yassine Benali")
    await phone.ask("1-TRB-582")
    await phone.judges("red", "Gestolen")


async def test_weapons_of_the_holder_are_amber_where_the_purpose_opens_them(
    town: Town, phone: Screen
) -> None:
    await town.task("yassine.benali", "incident", kind="incident", reference="I-0482", reason="Melding")
    await phone.continue_as("Yassine Benali")
    await phone.ask("1-PVK-916")
    await phone.judges("amber", "Let op")


async def test_a_namesake_who_is_wanted_does_not_stain_the_other(town: Town, phone: Screen) -> None:
    await town.task("yassine.benali")
    await phone.continue_as("Yassine Benali")
    await phone.ask("Mohamed El Amrani 17/03/1992")
    await phone.judges("green", "Niets")


async def test_not_him_takes_a_record_off_the_card(town: Town, phone: Screen) -> None:
    await town.task("yassine.benali")
    await phone.continue_as("Yassine Benali")
    await phone.ask("85.07.30-033.28")
    cards = phone.page.get_by_role("article")
    before = await cards.count()

    await phone.press(phone.page.get_by_role("button", name=re.compile("^Niet hij: Verlinden")))
    await expect(phone.sheet).to_contain_text("Wat hoort er niet bij?")
    licences = phone.sheet.get_by_role("listitem").filter(has_text="Rijbewijzen")
    await phone.press(licences.get_by_role("button", name="Niet hij"))

    await phone.sees("Gesplitst")
    await expect(cards).to_have_count(before + 1)


async def test_an_unreadable_number_says_what_is_wrong_with_it(town: Town, phone: Screen) -> None:
    await town.task("yassine.benali")
    await phone.continue_as("Yassine Benali")
    await phone.type("66041066600")
    await phone.sees("Rijksregisternummer: het controlegetal klopt niet")

"""Sources that are silent, asked again, left, or asked twice."""

from __future__ import annotations

import asyncio

import pytest
from playwright.async_api import expect

from tests.scenarios.screen import Screen
from tests.scenarios.town import Town

WANTED = "wanted-persons"
"""Matters for plates."""


@pytest.fixture
async def elke(town: Town, phone: Screen) -> Screen:
    """Elke Thys at a traffic check."""
    await town.task("elke.thys")
    await phone.continue_as("Elke Thys")
    return phone


async def test_a_silent_source_is_named_and_nothing_is_green_until_it_answers(
    elke: Screen, town: Town
) -> None:
    await town.break_source(WANTED, "hang")
    await elke.ask("1-HKL-407")
    await elke.judges("pending", "Nog niet alles")
    await elke.sees("Geen antwoord is geen ‘niets bekend’.")
    silent = elke.page.locator(".row").filter(has_text="Geen antwoord is geen")
    await expect(silent).to_contain_text("Signalering personen")

    await town.mend()
    await elke.press(silent.get_by_role("button", name="Opnieuw"))
    await elke.judges("green", "Niets")


async def test_a_source_that_lies_reads_as_broken_not_as_nothing(elke: Screen, town: Town) -> None:
    await town.break_source(WANTED, "wrong-schema")
    await elke.ask("1-HKL-407")
    await elke.judges("pending", "Nog niet alles")
    await elke.press(elke.sources)
    await expect(elke.sheet).to_contain_text("Antwoord niet zoals afgesproken")


async def test_a_double_tap_is_one_lookup(elke: Screen, town: Town) -> None:
    before = len(await town.lookups("elke.thys"))
    await elke.type("1-HKL-407")
    await elke.page.get_by_role("button", name="Zoek", exact=True).dblclick()
    await elke.ended()
    assert len(await town.lookups("elke.thys")) == before + 1


async def test_leaving_the_answer_cancels_what_is_still_out(elke: Screen, town: Town) -> None:
    await town.break_source(WANTED, "hang")
    before = (await town.counters(WANTED))["cancelled"]
    await elke.ask("1-HKL-407", end=False)
    await expect(elke.verdict).to_be_visible()
    await asyncio.sleep(0.5)
    await elke.tab("Vandaag")

    async with asyncio.timeout(2):
        while (await town.counters(WANTED))["cancelled"] == before:
            await asyncio.sleep(0.05)


async def test_a_stopped_lookup_is_never_green(elke: Screen, town: Town) -> None:
    await town.break_source(WANTED, "hang")
    await elke.ask("1-HKL-407", end=False)
    await elke.button("Stop zoeken")
    await elke.judges("pending")
    await elke.sees("Gestopt vóór alles binnen was: geen groen.")

"""Sources that are silent, asked again, left, or asked twice."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.scenarios.screen import Screen
from tests.scenarios.town import Town
from tests.search.lookups.desk import until

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
    await elke.judges("pending", "Niet alles nagegaan")
    await elke.sees("Geen antwoord is geen ‘niets bekend’.")
    silent = elke.page.locator(".row").filter(has_text="Geen antwoord is geen")
    await expect(silent).to_contain_text("Signalering personen")

    await town.mend()
    await elke.press(silent.get_by_role("button", name="Opnieuw"))
    await elke.judges("green", "Niets")


async def test_a_source_that_lies_reads_as_broken_not_as_nothing(elke: Screen, town: Town) -> None:
    await town.break_source(WANTED, "wrong-schema")
    await elke.ask("1-HKL-407")
    await elke.judges("pending", "Niet alles nagegaan")
    await elke.press(elke.sources)
    await expect(elke.sheet).to_contain_text("Antwoord niet zoals afgesproken")


@pytest.mark.parametrize("network_ms", [0, 400])
async def test_a_double_tap_is_one_lookup_and_it_is_answered(
    elke: Screen, town: Town, network_ms: int
) -> None:
    """Where Search stood, Stop stands after the first tap: the second must not stop what the first asked."""
    known = {lookup["id"] for lookup in await town.lookups("elke.thys")}
    await elke.slow_network("**/api/search/lookups", network_ms)
    await elke.type("1-HKL-407")
    await elke.double_tap(elke.page.get_by_role("button", name="Zoek", exact=True))
    await elke.judges("green", "Niets")
    assert len([lookup for lookup in await town.lookups("elke.thys") if lookup["id"] not in known]) == 1


async def test_leaving_the_answer_cancels_what_is_still_out(elke: Screen, town: Town) -> None:
    await town.break_source(WANTED, "hang")
    before = (await town.counters(WANTED))["cancelled"]
    await elke.ask("1-HKL-407", end=False)
    await expect(elke.verdict).to_be_visible()

    async def asked() -> bool:
        return bool((await town.counters(WANTED))["open"])

    async def cancelled() -> bool:
        return bool((await town.counters(WANTED))["cancelled"] > before)

    await until(asked)
    await elke.tab("Vandaag")
    await until(cancelled, seconds=2)


async def test_a_stopped_lookup_is_never_green(elke: Screen, town: Town) -> None:
    await town.break_source(WANTED, "hang")
    await elke.ask("1-HKL-407", end=False)
    await elke.looks()
    await elke.button("Stop zoeken")
    await elke.judges("pending")
    await elke.sees("Gestopt vóór alles binnen was: geen groen.")

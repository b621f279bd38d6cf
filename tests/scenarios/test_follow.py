"""What follows a lookup: a stop in two taps, namesakes side by side, relations, questions that wait."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from playwright.async_api import expect

from tests.scenarios.screen import PATIENCE_MS, Screen
from tests.scenarios.test_device import STORED
from tests.scenarios.town import Town

NAMESAKE = "Jan Peeters"
HERE = {"longitude": 4.61, "latitude": 50.91, "accuracy": 9}


@pytest.fixture
async def joris(town: Town, phone: Screen) -> Screen:
    """Joris Aerts at a traffic check, on a phone that may know where it is."""
    await town.task("joris.aerts", reference="C-7002")
    await phone.context.grant_permissions(["geolocation"])
    await phone.context.set_geolocation(HERE)
    await phone.continue_as("Joris Aerts")
    await phone.sees("C-7002")
    return phone


async def stops(town: Town) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await town.call("joris.aerts", "GET", "/api/search/stops")
    return found


async def test_a_stop_from_a_persons_card_takes_two_taps(town: Town, joris: Screen) -> None:
    await joris.ask("85.07.30-033.28")
    before = len(await stops(town))
    await joris.forget_taps()
    await joris.press(joris.page.get_by_role("button", name="Staandehouding: Verlinden").first)
    await expect(joris.sheet.get_by_text("Plaats van het toestel")).to_be_visible()
    await joris.press(joris.sheet.get_by_role("button", name="Geseind of gezocht"))
    await joris.sees("Staandehouding geregistreerd")
    assert await joris.taps() == 2
    made = await stops(town)
    assert len(made) == before + 1
    assert (made[0]["ground"], made[0]["reference"]) == ("wanted", "C-7002")
    assert made[0]["lookup"] and made[0]["records"]
    assert made[0]["spot"]["longitude"] == HERE["longitude"]


async def test_somebody_without_a_card_is_described(town: Town, joris: Screen) -> None:
    await joris.tab("Zoek")
    await joris.button("Staandehouding zonder kaart")
    ground = joris.sheet.get_by_role("button", name="Verdacht gedrag")
    await expect(ground).to_be_disabled()
    await joris.sheet.get_by_label("Beschrijf de persoon").fill("Man, rode jas")
    await joris.press(ground)
    await joris.sheet.get_by_label("Waarom").fill("keek in auto's")
    await joris.button("Registreer")
    await joris.sees("Staandehouding geregistreerd")
    (newest, *_) = await stops(town)
    assert (newest["described"], newest["why"]) == ("Man, rode jas", "keek in auto's")


async def test_a_stop_without_network_is_registered_when_it_is_back(town: Town, joris: Screen) -> None:
    await joris.ask("85.07.30-033.28")
    before = len(await stops(town))
    await joris.press(joris.page.get_by_role("button", name="Staandehouding: Verlinden").first)
    await joris.sheet.get_by_role("button", name="Verkeer").wait_for()
    await joris.context.set_offline(True)
    await joris.press(joris.sheet.get_by_role("button", name="Verkeer"))
    await joris.sees("wacht op netwerk")
    await joris.context.set_offline(False)
    async with asyncio.timeout(30):
        while len(await stops(town)) == before:
            await asyncio.sleep(0.3)
    assert len(await stops(town)) == before + 1


async def test_a_question_waits_for_the_network_runs_and_is_announced(town: Town, joris: Screen) -> None:
    await joris.context.set_offline(True)
    await joris.ask("2-ZKV-318", end=False)
    await joris.sees("Wacht op netwerk")
    await joris.sees("Verkeerscontrole · C-7002")
    await joris.sees("wacht tot")
    await joris.tab("Vandaag")
    await joris.context.set_offline(False)
    badge = joris.page.get_by_label("1 beantwoord na wachten")
    await expect(badge).to_be_visible(timeout=30_000)
    await joris.press(joris.page.get_by_role("navigation").get_by_role("link", name="Zoek"))
    await joris.press(joris.page.get_by_role("link", name="2-ZKV-318").first)
    await joris.judges("red", "Gezocht")
    await expect(badge).to_have_count(0)
    newest = (await town.lookups("joris.aerts"))[0]
    assert newest["asked_at"] < newest["at"]
    assert newest["purpose"]["reference"] == "C-7002"


async def test_a_question_that_waits_stands_nowhere_in_clear(joris: Screen) -> None:
    await joris.context.set_offline(True)
    await joris.ask("PLANTED-QUESTION Peeters", end=False)
    await joris.sees("Wacht op netwerk")
    assert "PLANTED" not in await joris.page.evaluate(STORED)


async def test_a_withdrawn_question_is_never_asked(town: Town, joris: Screen) -> None:
    before = len(await town.lookups("joris.aerts"))
    await joris.context.set_offline(True)
    await joris.ask("1-HKL-407", end=False)
    await joris.press(joris.page.get_by_role("button", name="Trek in: 1-HKL-407"))
    await expect(joris.page.get_by_text("wacht tot")).to_have_count(0)
    await joris.context.set_offline(False)
    await joris.sees("Verbonden")
    assert len(await town.lookups("joris.aerts")) == before


async def test_signing_out_erases_what_waits_and_says_so(joris: Screen) -> None:
    await joris.context.set_offline(True)
    await joris.ask("1-HKL-407", end=False)
    await joris.sees("Wacht op netwerk")
    await joris.button("Vergrendel")
    await joris.sees_heading("Vergrendeld")
    await joris.button("Meld af")
    await joris.sees_heading("Meld u aan")
    await joris.sees("Afgemeld: 1 vragen")


async def test_namesakes_stand_side_by_side_with_what_differs(joris: Screen) -> None:
    await joris.ask(NAMESAKE)
    await joris.press(joris.page.get_by_role("button", name="Naast elkaar"))
    table = joris.page.get_by_role("region", name="Naast elkaar")
    await expect(table.get_by_role("columnheader").nth(1)).to_be_visible(timeout=PATIENCE_MS)
    born = table.get_by_role("row", name="Geboren")
    await expect(born).to_contain_text("verschilt")
    await joris.press(table.get_by_role("button", name="Kaart van").first)
    await expect(table).to_have_count(0)


async def test_a_step_in_the_relations_is_a_lookup_and_none_is_asked_before(
    town: Town, joris: Screen
) -> None:
    await joris.ask("2-ZKV-318")
    before = len(await town.lookups("joris.aerts"))
    await joris.press(joris.page.get_by_role("button", name="Verbanden"))
    region = joris.page.get_by_role("region", name="Verbanden")
    first = region.get_by_role("button").filter(has_text="Nog niet gevraagd").first
    await expect(first).to_be_visible(timeout=PATIENCE_MS)
    assert len(await town.lookups("joris.aerts")) == before
    middle = await region.get_by_role("button").first.inner_text()
    await joris.press(first)
    await expect(region).to_have_count(0)
    await joris.ended()
    assert len(await town.lookups("joris.aerts")) == before + 1
    await joris.press(joris.page.get_by_role("button", name="Verbanden"))
    await expect(region.get_by_role("button").first).to_have_text(
        " ".join(middle.split()), use_inner_text=True
    )

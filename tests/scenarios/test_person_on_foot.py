"""Scenario 3: scan, hits, conditions, missing; "not this person" for a namesake; the stop with its ground."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import expect

from focus.modules.search.scan.reader import installed
from tests.scenarios.papers import card, passport, zone
from tests.scenarios.screen import DESK, PHONE, Screen, screen_of
from tests.scenarios.test_scan import scanned, seeing
from tests.scenarios.town import Town

pytestmark = pytest.mark.skipif(not installed(), reason="the extra focus[ocr] is not installed")

JEROEN = zone(
    family="Verlinden", given="Jeroen", born="850730", sex="M", national="85073003328",
    number="591191706458", expires="310715",
)  # fmt: skip
WORN = [*JEROEN[:2], JEROEN[2].replace("JEROEN", "JER0EN")]
"""As a worn card reads: a zero where only letters stand."""
IVAN = passport(
    family="Petrov", given="Ivan", born="811205", sex="M", nationality="BGR", number="BG3841207",
    expires="300101",
)  # fmt: skip
GRETA = passport(
    family="Hellemans", given="Greta", born="480509", sex="F", nationality="BEL", number="GA4471203",
    expires="310101",
)  # fmt: skip
HERE = {"longitude": 4.61, "latitude": 50.91, "accuracy": 9}
TASK = {"purpose": "identity_check", "reference": "C-1114", "title": "Identiteitscontrole station"}
LOTTE = "lotte.maes"


@asynccontextmanager
async def on_foot(
    town: Town, paper: list[str], folder: Path, device: dict[str, Any] = PHONE
) -> AsyncIterator[Screen]:
    """Lotte Maes at an identity check; before Chromium's own fake camera somebody holds a paper."""
    await town.task(LOTTE, **TASK)
    async with (
        seeing(card(paper, turned=1.5), folder) as browser,
        screen_of(browser, town.origin, **device) as screen,
    ):
        await screen.context.grant_permissions(["geolocation", "camera"])
        await screen.context.set_geolocation(HERE)
        await screen.continue_as("Lotte Maes")
        await screen.sees(TASK["reference"])
        await screen.tab("Zoek")
        await screen.forget_taps()
        yield screen


@pytest.mark.parametrize("device", [PHONE, DESK], ids=["phone", "desk"])
async def test_from_card_to_stop(town: Town, tmp_path: Path, device: dict[str, Any]) -> None:
    async with on_foot(town, WORN, tmp_path, device) as screen:
        await _the_card_fills_the_question(screen)
        await _the_answer_says_what_is_known(screen)
        await _the_stop_takes_two_taps(screen)
    await _the_log_has_it_all(town, tmp_path / "bundle")


async def _the_card_fills_the_question(screen: Screen) -> None:
    await scanned(screen)
    document = screen.page.get_by_role("region", name="Uit het document")
    for told in ("VERLINDEN, JEROEN", "30 juli 1985", "man", "BEL 591191706458"):
        await expect(document).to_contain_text(told)
    chips = screen.page.get_by_role("list", name="Zo begrepen").get_by_role("button")
    await expect(chips).to_have_text([re.compile("85.07.30"), re.compile("Verlinden"), re.compile("59119")])
    await expect(chips.first).to_have_attribute("aria-pressed", "true")


async def _the_answer_says_what_is_known(screen: Screen) -> None:
    await screen.button("Zoek")
    await screen.judges("red", "Gezocht")
    await screen.ended()
    assert await screen.taps() == 2  # Scan, Zoek
    known = screen.card("Verlinden, Jeroen")
    for warning in ("Aanhouden op bevel", "Voorwaarden geschonden", "Gebiedsverbod", "Contactverbod"):
        await expect(known).to_contain_text(warning)


async def _the_stop_takes_two_taps(screen: Screen) -> None:
    await screen.forget_taps()
    await screen.press(screen.page.get_by_role("button", name="Staandehouding: Verlinden").first)
    await expect(screen.sheet.get_by_text("Plaats van het toestel")).to_be_visible()
    await screen.press(screen.sheet.get_by_role("button", name="Geseind of gezocht"))
    await screen.sees("Staandehouding geregistreerd")
    assert await screen.taps() == 2
    async with screen.page.expect_response("**/api/sync/deliver"):
        await screen.button("Vergrendel")


async def _the_log_has_it_all(town: Town, bundle: Path) -> None:
    """Who, where, why and under which purpose: the row until it is erased, the log for good."""
    (stop, *_) = await town.call(LOTTE, "GET", "/api/followup/stops")
    assert (stop["ground"], stop["reference"]) == ("wanted", TASK["reference"])
    assert stop["records"] and stop["spot"]["longitude"] == HERE["longitude"]
    sealed = await town.log(bundle, lambda events: any(e["what"].get("stop") == stop["id"] for e in events))
    events = {event["kind"]: event for event in sealed}  # the newest of each kind
    stopped, asked = events["followup.StopRecorded"], events["search.LookupOpened"]
    assert (stopped["what"]["stop"], stopped["what"]["ground"]) == (stop["id"], "wanted")
    assert stopped["what"]["lookup"] == asked["id"] == stop["lookup"]
    assert stopped["person_id"] == asked["person_id"]
    assert stopped["what"]["purpose"] == asked["purpose"]["code"] == TASK["purpose"]
    assert events["search.PictureScanned"]["what"]["found"] == "mrz"


async def test_a_namesake_s_record_leaves_the_card_with_one_choice(town: Town, tmp_path: Path) -> None:
    """Interpol seeks an Ivan Petrov born that day; the man with this passport says it is not him."""
    async with on_foot(town, IVAN, tmp_path) as screen:
        await scanned(screen)
        await screen.button("Zoek")
        await screen.ended()
        own = screen.card("Petrov, Ivan").filter(has_text="Rijksregisternummer")
        await expect(own).to_contain_text("Gezocht")
        await screen.press(own.get_by_role("button", name="Niet hij: Petrov, Ivan"))
        stranger = screen.sheet.get_by_role("listitem").filter(has_text="Interpol")
        await expect(stranger).to_contain_text("zelfde geboortedatum")
        await screen.press(stranger.get_by_role("button", name="Niet hij"))
        await expect(screen.card("Petrov, Ivan")).to_have_count(2)
        await expect(own).not_to_contain_text("Gezocht")
        await screen.judges("red")  # a card of this lookup is still somebody who is wanted


async def test_the_passport_itself_is_asked_with_its_bearer(town: Town, tmp_path: Path) -> None:
    async with on_foot(town, IVAN, tmp_path) as screen:
        await scanned(screen)
        await screen.button("Zoek")
        await screen.ended()
        await screen.judges("red")
        await expect(screen.card("BG3841207").filter(has_text="Document gestolen").first).to_be_visible()
        await expect(
            screen.page.get_by_role("region", name="Nog niet gevraagd van dit document")
        ).to_have_count(0)


async def test_somebody_who_is_missing_is_amber_and_says_what_to_do(town: Town, tmp_path: Path) -> None:
    async with on_foot(town, GRETA, tmp_path) as screen:
        await scanned(screen)
        await screen.button("Zoek")
        await screen.judges("amber", "Let op")
        found = screen.card("Hellemans, Greta")
        await expect(found).to_contain_text("Vermist, onrustwekkend")
        await expect(found).to_contain_text("Opvangen en melden")

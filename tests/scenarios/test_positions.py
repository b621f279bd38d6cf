"""Positions in a real browser: an officer on duty moves and the desk sees it; off duty nothing is sent."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.async_api import Locator, Request, expect

from focus.core import clock
from tests.scenarios.gallery import LOTTE
from tests.scenarios.screen import Screen
from tests.scenarios.town import Town

CREW = "NO-9"
SOFIE = "sofie.wuyts"
SECONDS = 8_000
"""Milliseconds within which the desk sees it; nothing is asked, so it is the feed that brings it."""
DEGREE = 111_195.0


async def go(screen: Screen, place: dict[str, Any], *, north: float = 0.0) -> None:
    """The officer stands so many metres from here."""
    await screen.context.set_geolocation(
        {
            "latitude": place["latitude"] + north / DEGREE,
            "longitude": place["longitude"],
            "accuracy": 9,
        }
    )


def reports(screen: Screen) -> list[Request]:
    """What this phone says of where it is, from now on."""
    said: list[Request] = []
    screen.page.on(
        "request", lambda one: said.append(one) if one.url.endswith("/api/incidents/position") else None
    )
    return said


async def on_duty(town: Town) -> None:
    until = clock.now() + timedelta(hours=8)
    await town.call(LOTTE, "POST", "/api/duty/begin-duty", {"until": until.isoformat(), "crew": CREW})


@pytest.fixture
async def crew(town: Town) -> AsyncIterator[None]:
    """Lotte is on duty in a crew, and off duty afterwards."""
    await on_duty(town)
    yield
    await on_duty(town)
    await town.call(LOTTE, "POST", "/api/duty/end-duty", {})


async def board(desk: Screen, town: Town) -> dict[str, Any]:
    """The shift leader opens the board on an incident that has a point; where that is."""
    await desk.continue_as("Sofie Wuyts")
    await desk.page.goto(f"{desk.origin}/board")
    link = desk.page.locator("a[href^='/board/']").first
    await link.wait_for()
    incident = str(await link.get_attribute("href")).removeprefix("/board/")
    await desk.press(link)
    found = await town.call(SOFIE, "GET", f"/api/incidents/incident?incident={incident}")
    place: dict[str, Any] = found["incident"]["place"]
    return place


def row(desk: Screen) -> Locator:
    """The line of the crew in the board's table."""
    return desk.page.get_by_role("row").filter(has_text=CREW)


async def test_the_desk_sees_where_a_crew_is_and_that_it_moves(
    town: Town, phone: Screen, desk: Screen, crew: None
) -> None:
    place = await board(desk, town)
    await expect(row(desk)).to_contain_text("niet bekend")
    await phone.context.grant_permissions(["geolocation"])
    await go(phone, place, north=1_240)
    await phone.continue_as("Lotte Maes")
    await phone.sees("Positie wordt gedeeld")
    await expect(row(desk)).to_contain_text("1,2 km", timeout=SECONDS)
    await asyncio.sleep(3)
    await go(phone, place, north=340)
    await expect(row(desk)).to_contain_text("340 m", timeout=SECONDS)
    near = desk.page.get_by_role("listitem").filter(has_text=CREW).filter(has_text="340 m")
    await expect(near.first).to_be_visible()
    await desk.page.goto(f"{desk.origin}/map")
    listed = desk.page.get_by_role("region", name="Wat de kaart nu toont").get_by_role("button", name=CREW)
    await expect(listed).to_contain_text("Vrij")


async def test_off_duty_nothing_is_sent(town: Town, phone: Screen, crew: None) -> None:
    place = {"latitude": 51.03, "longitude": 4.86}
    await phone.context.grant_permissions(["geolocation"])
    await go(phone, place)
    said = reports(phone)
    await phone.continue_as("Lotte Maes")
    await phone.sees("Positie wordt gedeeld")
    assert said
    await town.call(LOTTE, "POST", "/api/duty/end-duty", {})
    await expect(phone.page.get_by_text("Positie wordt gedeeld")).to_have_count(0)
    said.clear()
    for north in (100, 300, 900):
        await go(phone, place, north=north)
        await asyncio.sleep(2)
    await asyncio.sleep(12)
    assert said == []
    await on_duty(town)
    await phone.sees("Positie wordt gedeeld")
    await until(lambda: bool(said))


async def test_it_asks_with_a_sentence_first_and_can_be_paused(town: Town, phone: Screen, crew: None) -> None:
    place = {"latitude": 51.03, "longitude": 4.86}
    await go(phone, place)
    said = reports(phone)
    await phone.continue_as("Lotte Maes")
    await phone.sees("Uw positie delen?")
    await phone.sees(f"Zolang u als {CREW} in dienst bent")
    assert said == []
    await phone.context.grant_permissions(["geolocation"])
    await phone.button("Deel positie")
    await phone.sees("Positie wordt gedeeld")
    await until(lambda: bool(said))
    await phone.page.goto(f"{phone.origin}/incidents")
    await phone.press(phone.page.locator("a[href^='/incidents/']").first)
    await phone.button("Pauzeer")
    await phone.sees("Positie wordt niet gedeeld")
    said.clear()
    await phone.page.reload()
    await phone.sees("Positie wordt niet gedeeld")
    await go(phone, place, north=900)
    await asyncio.sleep(5)
    assert said == []
    await phone.button("Deel weer")
    await until(lambda: bool(said))
    await phone.sees("Positie wordt gedeeld")


async def until(true: Any) -> None:
    """Wait until it is true."""
    async with asyncio.timeout(10):
        while not true():
            await asyncio.sleep(0.1)

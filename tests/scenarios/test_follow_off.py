"""Where the zone has no follow-up there is no stop and nothing waits; Search goes on."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Route, expect

from tests.scenarios.screen import Screen
from tests.scenarios.town import Town


async def without(route: Route) -> None:
    """What the server says of the officer once his zone has switched the module off."""
    answer = await route.fetch()
    me = await answer.json()
    me["modules"] = [module for module in me["modules"] if module["name"] != "followup"]
    await route.fulfill(response=answer, body=json.dumps(me))


@pytest.fixture
async def joris(town: Town, phone: Screen) -> AsyncIterator[Screen]:
    """Joris Aerts at a traffic check in such a zone."""
    await town.task("joris.aerts", reference="C-7002")
    await phone.context.route("**/api/identity/me", without)
    await phone.continue_as("Joris Aerts")
    await phone.sees("C-7002")
    yield phone
    await phone.context.unroute_all(behavior="ignoreErrors")


async def test_a_card_has_no_stop_and_an_answer_no_other_ways(town: Town, joris: Screen) -> None:
    await joris.ask("85.07.30-033.28")
    await joris.judges("red")
    await joris.ended()
    await expect(joris.page.get_by_role("article").first).to_be_visible()
    for name in ("Staandehouding", "Verbanden"):
        await expect(joris.page.get_by_role("button", name=name)).to_have_count(0)


async def test_its_screens_and_its_tile_are_not_there(town: Town, joris: Screen) -> None:
    await joris.tab("Menu")
    await joris.sees_heading("Menu")
    await expect(joris.page.get_by_text("Opvolging")).to_have_count(0)
    await joris.page.goto(f"{joris.origin}/stops")
    await joris.sees("C-7002")
    await expect(joris.page.get_by_role("heading", name="Mijn staandehoudingen")).to_have_count(0)


async def test_a_question_without_network_is_put_to_the_watch_list_alone_and_nothing_says_that_it_waits(
    town: Town, joris: Screen
) -> None:
    await joris.tab("Zoek")
    await joris.context.set_offline(True)
    await joris.sees("als het netwerk terug is")
    await expect(joris.page.get_by_text("wacht versleuteld")).to_have_count(0)
    await joris.ask("1-HKL-407", end=False)
    await joris.sees("Niets op de volglijst")
    await expect(joris.page.get_by_text("Wacht op netwerk")).to_have_count(0)

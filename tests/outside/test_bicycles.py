"""What a package from elsewhere brings works without a change to the project."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.async_api import expect

from focus.core.ids import new_id
from tests.outside.conftest import Installed
from tests.scenarios.screen import Screen
from tests.search.lookups.desk import CASE, Lookup, Officer
from tests.support.server import Served
from tests.support.waiting import until

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.timeout(300)]


async def bring_in(officer: Officer, frame: str) -> dict[str, Any]:
    """Bring a bicycle in; the event."""
    found = {"bicycle": str(new_id()), "frame": frame, "place": "Stationsplein"}
    answer = await officer.post("/api/bicycles/bring-in", found)
    assert answer.status == 200, answer
    return found


async def bicycles(officer: Officer) -> dict[str, dict[str, Any]]:
    """By frame."""
    return {one["frame"]: one for one in (await officer.get("/api/bicycles/bicycles")).body}


async def test_its_action_and_view_keep_rows_in_its_own_table(lotte: Officer) -> None:
    found = await bring_in(lotte, "OX10001")
    shown = (await bicycles(lotte))["OX10001"]
    assert (shown["id"], shown["place"]) == (found["bicycle"], "Stationsplein")


async def test_its_refusal_is_told_in_the_officer_s_language(lotte: Officer) -> None:
    await bring_in(lotte, "OX10002")
    again = {"bicycle": str(new_id()), "frame": "OX10002", "place": "Markt"}
    answer = await lotte.post("/api/bicycles/bring-in", again)
    assert (answer.status, answer.body["title"]) == (409, "De fiets OX10002 staat hier al.")


async def test_its_queued_job_runs_after_the_action_was_committed(lotte: Officer) -> None:
    await bring_in(lotte, "OX10003")

    async def labelled() -> bool:
        return bool((await bicycles(lotte))["OX10003"]["labelled"])

    await until(labelled, seconds=20)


async def test_its_source_answers_in_search_and_the_card_names_it(lotte: Officer) -> None:
    await bring_in(lotte, "WTU123456F")
    lookup: Lookup = await lotte.ask("WTU123456F", purpose=CASE)
    assert lookup.states["found-bicycles"]["state"] == "answered"
    (card,) = [card for card in lookup.cards.values() if card["type"] == "object"]
    assert "Stationsplein" in str(card)


async def test_its_command_is_one_of_focus(installed: Installed, server: Served, lotte: Officer) -> None:
    await bring_in(lotte, "OX10004")
    assert "bicycles" in installed.focus("--help", server=server)
    counted = installed.focus("bicycles", "count", "--organisation", "5999", server=server)
    assert int(counted.split()[0]) == len(await bicycles(lotte))


async def test_its_event_is_in_the_log(installed: Installed, server: Served, lotte: Officer) -> None:
    await bring_in(lotte, "OX10005")
    assert "OK" in installed.focus("log", "verify", "--organisation", "5999", server=server)


async def test_its_tile_opens_its_screen_and_its_card_stands_on_today(phone: Screen, lotte: Officer) -> None:
    await bring_in(lotte, "OX10006")
    await phone.continue_as("Lotte Maes")
    many = len(await bicycles(lotte))
    await expect(phone.page.get_by_role("link", name=f"{many} fietsen staan hier")).to_be_visible()
    await phone.tab("Menu")
    await phone.press(phone.page.get_by_role("link", name="Gevonden fietsen"))
    await phone.sees_heading("Gevonden fietsen")
    await expect(phone.page.get_by_text("OX10006")).to_be_visible()


async def test_without_network_its_screen_opens(phone: Screen, lotte: Officer) -> None:
    await bring_in(lotte, "OX10007")
    await phone.continue_as("Lotte Maes")
    await phone.page.evaluate("navigator.serviceWorker.ready")
    await phone.page.context.set_offline(True)
    await phone.tab("Menu")
    await phone.press(phone.page.get_by_role("link", name="Gevonden fietsen"))
    await phone.sees_heading("Gevonden fietsen")


async def test_its_record_is_on_the_phone_and_what_is_done_without_network_arrives(
    phone: Screen, lotte: Officer
) -> None:
    await bring_in(lotte, "OX10008")
    await phone.continue_as("Lotte Maes")
    await phone.page.evaluate("navigator.serviceWorker.ready")
    await phone.page.goto(f"{phone.origin}/bicycles/back")
    row = phone.page.get_by_role("listitem").filter(has_text="OX10008")
    await expect(row).to_be_visible()
    await phone.page.context.set_offline(True)
    await phone.press(row.get_by_role("button", name="Teruggeven"))
    await expect(row).to_have_count(0)
    assert "OX10008" in await bicycles(lotte)
    await phone.page.context.set_offline(False)

    async def gone() -> bool:
        return "OX10008" not in await bicycles(lotte)

    await until(gone, seconds=20)

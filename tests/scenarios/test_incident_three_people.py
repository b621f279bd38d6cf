"""Scenario 2 with three at once and a control room: assigned, accepted, cut off, closed meanwhile."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from playwright.async_api import Browser, expect

from focus.core import clock
from tests.scenarios.screen import DESK, PATIENCE_MS, PHONE, Screen, screen_of
from tests.scenarios.town import ZONE, Town
from world.control.sending import Desk

ELKE, BRAM, SOFIE = "elke.thys", "bram.vos", "sofie.wuyts"
NOTE = "Eén persoon op de grond, ziekenwagen nodig"


@pytest.fixture
async def control(town: Town) -> Desk:
    """A control room, let in by the operator."""
    given = json.loads(await town.focus("incidents", "add-feed", ZONE, f"Meldkamer {uuid4().hex[:4]}"))
    return Desk(town.http, town.server.base, given["path"], given["secret"])


@pytest.fixture
async def crews(town: Town) -> AsyncIterator[None]:
    """Two crews on duty; off duty again afterwards."""
    until = (clock.now() + timedelta(hours=8)).isoformat()
    for person, sign in ((ELKE, "NO-8"), (BRAM, "NO-9")):
        await town.call(person, "POST", "/api/duty/begin-duty", {"until": until, "crew": sign})
    yield
    for person in (ELKE, BRAM):
        await town.call(person, "POST", "/api/duty/end-duty", {})


async def tells(control: Desk, reference: str, number: int, **said: Any) -> dict[str, Any]:
    """One message; what became of it."""
    made = str(uuid4())
    message = {
        "version": 1, "id": made, "source": "meldkamer.example", "incident_id": reference,
        "sequence": number, "sent_at": clock.now().isoformat(), **said,
    }  # fmt: skip
    answer = await control.send(made, json.dumps(message).encode())
    assert answer["outcome"] == "applied", answer
    return answer


async def new(control: Desk, title: str, reference: str) -> str:
    address = {"street": "Bosdreef", "number": "31", "city": "Lindebeek"}
    place = {"id": "scene", "address": address, "point": {"longitude": 4.868, "latitude": 51.041}}
    answer = await tells(
        control, reference, 1, kind="new", state="open", title=title, incident_kind="fight",
        priority={"level": 1, "lights": True}, places=[place],
    )  # fmt: skip
    return str(answer["incident"])


def status(phone: Screen, name: str) -> Any:
    return phone.page.get_by_role("group", name="Mijn status").get_by_role("button", name=name)


async def signed_in(screen: Screen, name: str, path: str) -> Screen:
    await screen.continue_as(name)
    await screen.page.evaluate("navigator.serviceWorker.ready")
    await screen.page.goto(f"{screen.origin}{path}")
    return screen


async def crew_of(town: Town, sign: str, incident: str) -> str:
    """The state of a crew on an incident, as the desk has it."""
    shown = await town.call(SOFIE, "GET", f"/api/incidents/incident?incident={incident}")
    return next((one["state"] for one in shown["incident"]["crews"] if one["call_sign"] == sign), "")


async def test_from_the_control_room_to_the_officer_and_back_with_the_network_cut_at_the_worst_moment(
    browser: Browser, town: Town, control: Desk, crews: None
) -> None:
    title, reference = f"Vechtpartij {uuid4().hex[:6]}", uuid4().hex
    async with (
        screen_of(browser, town.origin, **PHONE) as elke,
        screen_of(browser, town.origin, **PHONE) as bram,
        screen_of(browser, town.origin, **DESK) as leader,
    ):
        await signed_in(elke, "Elke Thys", "/incidents")
        await signed_in(bram, "Bram Vos", "/incidents")
        await signed_in(leader, "Sofie Wuyts", "/board")
        incident = await new(control, title, reference)
        for screen in (elke, bram, leader):  # all three, by itself
            await expect(screen.page.get_by_text(title).first).to_be_visible(timeout=PATIENCE_MS)
        for phone in (elke, bram):
            await phone.press(phone.page.get_by_role("link", name=title).first)
            await phone.press(status(phone, "Aanvaard"))
        # Two accept at once: both are seen, the desk decides.
        await leader.press(leader.page.get_by_role("link", name=title).first)
        for sign in ("NO-8", "NO-9"):
            await expect(leader.page.get_by_text(sign, exact=True).first).to_be_visible(timeout=PATIENCE_MS)
        await elke.press(status(elke, "Onderweg"))
        await expect(status(elke, "Ter plaatse")).to_be_enabled(timeout=PATIENCE_MS)

        await elke.context.set_offline(True)
        await elke.press(status(elke, "Ter plaatse"))
        await elke.button("Nota")
        await elke.sheet.get_by_role("textbox").fill(NOTE)
        await elke.press(elke.sheet.get_by_role("button", name="Bewaar nota"))
        await expect(elke.page.get_by_text(NOTE).first).to_be_visible(timeout=PATIENCE_MS)
        await expect(elke.page.get_by_text("Wacht op verzending").first).to_be_visible()
        await tells(control, reference, 2, kind="close", result="handed_over")
        await expect(bram.page.get_by_text("Gesloten om").first).to_be_visible(timeout=PATIENCE_MS)
        await expect(elke.page.get_by_text("Gesloten om")).to_have_count(0)  # it cannot know yet

        await elke.context.set_offline(False)
        await expect(elke.page.get_by_text("Gesloten om").first).to_be_visible(timeout=4 * PATIENCE_MS)
        await expect(elke.page.get_by_text(NOTE).first).to_be_visible()
        await expect(elke.page.get_by_text("Wacht op verzending")).to_have_count(0, timeout=PATIENCE_MS)
        for screen in (bram, leader):  # the closing is kept, the note too
            await expect(screen.page.get_by_text(NOTE).first).to_be_visible(timeout=PATIENCE_MS)
        shown = await town.call(SOFIE, "GET", f"/api/incidents/incident?incident={incident}")
        assert (shown["incident"]["state"], shown["incident"]["result"]) == ("closed", "handed_over")
        (note,) = [line for line in shown["lines"] if line["kind"] == "note"]
        assert (note["text"], note["author"]) == (NOTE, "Elke Thys")
        crew = [line for line in shown["lines"] if (line["kind"], line["author"]) == ("crew", "NO-8")]
        assert [line["text"] for line in crew][:3] == ["accepted", "en_route", "on_scene"]
        assert {await crew_of(town, sign, incident) for sign in ("NO-8", "NO-9")} == {"available"}


async def test_an_accepted_incident_is_the_task_and_its_strip_asks_under_it(
    browser: Browser, town: Town, control: Desk, crews: None
) -> None:
    title, reference = f"Ruzie {uuid4().hex[:6]}", uuid4().hex
    await new(control, title, reference)
    before = {one["id"] for one in await town.lookups(BRAM)}
    async with screen_of(browser, town.origin, **PHONE) as phone:
        await signed_in(phone, "Bram Vos", "/incidents")
        await phone.press(phone.page.get_by_role("link", name=title).first)
        await phone.press(status(phone, "Aanvaard"))
        await phone.sees("Let op bij aankomst")
        await expect(phone.page.get_by_text("Gebiedsverbod").first).to_be_visible(timeout=PATIENCE_MS)
        asked = [one for one in await town.lookups(BRAM) if one["id"] not in before]
        assert asked
        task = await town.call(BRAM, "GET", "/api/purposes/my-task")
        assert title in json.dumps(task, ensure_ascii=False)
        assert {one["task"]["reference"] for one in asked if one.get("task")} <= {task["reference"]}
        await phone.button("Sluit af")
        await phone.press(phone.sheet.get_by_text("Niets aangetroffen"))
        await phone.press(phone.sheet.get_by_role("button", name="Sluit af, ploegen vrij"))
        await expect(phone.page.get_by_text("Gesloten om").first).to_be_visible(timeout=PATIENCE_MS)


async def test_off_duty_it_does_not_say_that_nothing_goes_on(
    browser: Browser, town: Town, control: Desk
) -> None:
    await new(control, f"Inbraak {uuid4().hex[:6]}", uuid4().hex)
    async with screen_of(browser, town.origin, **PHONE) as phone:
        await signed_in(phone, "Elke Thys", "/incidents")
        await expect(phone.page.get_by_text("Incidenten komen op dit toestel zodra")).to_be_visible()
        await expect(phone.page.get_by_text("Geen incidenten")).to_have_count(0)

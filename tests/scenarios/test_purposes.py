"""No purpose, no lookup; and what it costs to say one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import expect

from focus.core.ids import new_id
from focus.server.demo import demo_id
from tests.scenarios.screen import Screen
from tests.scenarios.town import Event, Town
from tests.support.device import Device


@pytest.fixture
async def tom(town: Town, phone: Screen) -> Screen:
    """Tom Goossens, who has no task."""
    await town.no_task("tom.goossens")
    await phone.continue_as("Tom Goossens")
    return phone


async def test_without_a_task_a_lookup_costs_one_tap_and_a_reason(tom: Screen, town: Town) -> None:
    await tom.ask("1-HKL-407", end=False)
    await expect(tom.sheet).to_contain_text("Waarom zoekt u dit op?")
    await tom.press(tom.sheet.get_by_role("button", name="Verkeerscontrole"))
    await tom.sheet.get_by_label("Reden").fill("Melding van een buur")
    await tom.button("Gebruik dit doel")
    await tom.judges("green")

    purpose = (await town.lookups("tom.goossens"))[0]["purpose"]
    assert (purpose["code"], purpose["reason"]) == ("traffic_check", "Melding van een buur")


@pytest.mark.parametrize("purpose", ["Verkeerscontrole", "Onthaal en aangifte"])
async def test_what_a_purpose_asks_for_opens_where_it_was_chosen(tom: Screen, purpose: str) -> None:
    await tom.ask("1-HKL-407", end=False)
    await tom.press(tom.sheet.get_by_role("button", name=purpose))
    await expect(tom.sheet.get_by_label("Reden")).to_be_in_viewport(ratio=1)


async def test_a_question_whose_purpose_is_not_said_is_not_asked(tom: Screen, town: Town) -> None:
    before = await town.lookups("tom.goossens")
    await tom.ask("1-HKL-407", end=False)
    await tom.press(tom.sheet.get_by_role("button", name="Sluit"))
    await expect(tom.sheet).to_have_count(0)
    assert await town.lookups("tom.goossens") == before


async def test_a_purpose_with_a_reference_waits_for_it(tom: Screen) -> None:
    await tom.ask("1-HKL-407", end=False)
    await tom.press(tom.sheet.get_by_role("button", name="Onderzoek, dossier"))
    await tom.sheet.get_by_label("Reden").fill("Nazicht")
    use = tom.page.get_by_role("button", name="Gebruik dit doel")
    await expect(use).to_be_disabled()
    await tom.sheet.get_by_label("Referentie").fill("LE.11.F1.004211/2026")
    await expect(use).to_be_enabled()


async def test_a_purpose_that_was_taken_away_meanwhile_is_refused_and_another_asked(
    tom: Screen, town: Town
) -> None:
    await tom.ask("1-HKL-407", end=False)
    await tom.press(tom.sheet.get_by_role("button", name="Onthaal en aangifte"))
    await tom.sheet.get_by_label("Reden").fill("Aan het loket")
    try:
        await _reception(town, active=False)
        await tom.button("Gebruik dit doel")
        await expect(tom.sheet).to_contain_text("Waarom zoekt u dit op?")
        await expect(tom.sheet.get_by_role("button", name="Verkeerscontrole")).to_be_visible()
        await expect(tom.sheet.get_by_role("button", name="Onthaal en aangifte")).to_have_count(0)
    finally:
        await _reception(town, active=True)


async def test_the_server_refuses_without_purpose_and_logs_the_refusal(
    tom: Screen, town: Town, tmp_path: Path
) -> None:
    device = await Device(town.server.base).continue_as(str(demo_id("person", "tom.goossens")))
    try:
        question = {"id": str(new_id()), "question": "1-HKL-407"}
        refused = await device.post("/api/search/lookups", question)
    finally:
        await device.close()
    assert (refused.status, refused.code) == (422, "purposes.missing")
    assert "traffic_check" in str(refused.body["purposes"])

    def about(events: list[Event]) -> list[Event]:
        return [event for event in events if event["what"].get("lookup") == question["id"]]

    (event,) = about(await town.log(tmp_path, lambda events: bool(about(events))))
    assert (event["kind"], event["what"]["question"]) == ("search.LookupRefused", question["question"])


async def _reception(town: Town, *, active: bool) -> None:
    """The zone's administrator takes "reception and report" out of use, or back."""
    griet: Any = await Device(town.server.base).continue_as(str(demo_id("person", "griet.vanloon")))
    try:
        await griet.verify()
        purposes = (await griet.get("/api/purposes/all-purposes")).body
        one = next(purpose for purpose in purposes if purpose["code"] == "reception")
        asked = ("code", "titles", "basis", "reference", "accepts", "reason", "opens", "functions")
        changed = await griet.post(
            "/api/purposes/edit-purpose", {**{key: one[key] for key in asked}, "active": active}
        )
        assert changed.status == 200, changed
    finally:
        await griet.close()


async def test_requirement_2_a_self_declared_reference_costs_a_reason_and_is_marked(tom: Screen) -> None:
    await tom.ask("1-HKL-407", end=False)
    await tom.press(tom.sheet.get_by_role("button", name="Incident").first)
    await tom.sheet.get_by_label("Referentie").fill("I-9999")
    await tom.button("Gebruik dit doel")
    await tom.sees("Dit nummer geeft u zelf op")
    use = tom.sheet.get_by_role("button", name="Gebruik dit doel")
    await expect(use).to_be_disabled()
    await tom.sheet.get_by_label("Reden").fill("Per radio gegeven")
    await tom.press(use)
    await tom.ended()
    await expect(tom.page.get_by_text("zelf opgegeven").first).to_be_visible()

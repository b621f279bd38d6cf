"""No lookup without a purpose; and which purpose counts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import asyncpg
import pytest

from focus.core.errors import Problem
from focus.core.gate import Principal
from focus.core.gate.gate import NotPermitted
from focus.core.ids import new_id
from focus.core.log import PurposeStamp
from focus.core.purposes import errors
from focus.core.purposes.actions import add_purpose, edit_purpose, end_task, start_task
from focus.core.purposes.public import possible_purposes, purpose_of, references_of, resolve_purpose
from focus.core.purposes.views import all_purposes, purposes
from tests.organisations.town import Town


async def resolve(town: Town, who: Principal, **given: Any) -> PurposeStamp:
    async with town.platform.database.transaction(who.organisation_id) as tx:
        return await resolve_purpose(tx, who, references_of(town.platform), **given)


async def working(town: Town, who: Principal, **given: Any) -> UUID:
    task = {"kind": "control", "purpose": "traffic_check", "title": "Ringlaan", **given}
    return UUID((await town.act(who, start_task, **task))["task"])


async def officer_of(town: Town, function: str = "officer") -> Principal:
    return await town.someone(await town.organisation(), function=function)


async def test_a_zone_starts_with_purposes_that_each_name_a_legal_basis(town: Town) -> None:
    chief = await officer_of(town, "zone_administrator")
    found = await town.read(chief, all_purposes)
    assert {"traffic_check", "identity_check", "incident", "residence_check", "own_entry"} <= {
        one.code for one in found
    }
    assert all(one.basis and set(one.titles) == {"nl", "fr", "de", "en"} for one in found)


async def test_default_texts_count_as_unconfirmed_until_the_organisation_edits_them(town: Town) -> None:
    chief = await officer_of(town, "zone_administrator")
    assert not any(one.reviewed for one in await town.read(chief, all_purposes))
    await edited(town, chief, "traffic_check", basis="Nagezien door de DPO")
    confirmed = [one.code for one in await town.read(chief, all_purposes) if one.reviewed]
    assert confirmed == ["traffic_check"]


async def edited(town: Town, chief: Principal, code: str, **changes: Any) -> Any:
    async with town.platform.database.transaction(chief.organisation_id) as tx:
        there = await purpose_of(tx, code)
    assert there is not None
    given = {name: getattr(there, name) for name in there.__struct_fields__ if name != "reviewed"}
    return await town.act(chief, edit_purpose, **{**given, **changes})


async def test_the_log_says_what_a_purpose_opened_before_and_after(town: Town) -> None:
    chief = await officer_of(town, "zone_administrator")
    async with town.platform.database.transaction(chief.organisation_id) as tx:
        there = await purpose_of(tx, "residence_check")
    assert there is not None
    event = await edited(town, chief, "residence_check", opens=["*"], functions=["officer"])
    told = {one["name"]: (one["before"], one["after"]) for one in event["changes"]}
    assert told["opens"] == (there.opens, ["*"])
    assert told["functions"] == (there.functions, ["officer"])
    assert "basis" not in told


async def test_residence_checks_open_wanted_status_but_no_earlier_events(town: Town) -> None:
    officer = await officer_of(town)
    async with town.platform.database.transaction(officer.organisation_id) as tx:
        purpose = await purpose_of(tx, "residence_check")
    assert purpose and purpose.opens_data("wanted") and not purpose.opens_data("events")


async def test_a_purpose_carries_its_basis_and_reference_into_the_stamp(town: Town) -> None:
    given = {"code": "incident", "reference": " I-0482 ", "reason": "Melding van een buur"}
    stamp = await resolve(town, await officer_of(town), **given)
    assert (stamp.code, stamp.reference, stamp.task) == ("incident", "I-0482", None)
    assert stamp.basis.startswith("WPA")


async def test_without_purpose_and_task_the_possible_ones_are_offered(town: Town) -> None:
    officer = await officer_of(town)
    with pytest.raises(errors.PurposeMissing) as refused:
        await resolve(town, officer)
    offered: Any = refused.value.extra["purposes"]
    assert refused.value.status == 422
    assert offered[0] == {
        "code": "traffic_check",
        "title": "Verkeerscontrole",
        "basis": offered[0]["basis"],
        "reference": "optional",
        "accepts": ["incident", "case", "control", "self"],
        "reason": "optional",
    }
    assert "oversight_review" not in {one["code"] for one in offered}


async def test_the_active_task_gives_purpose_and_reference_by_itself(town: Town) -> None:
    officer = await officer_of(town)
    task = await working(town, officer, reference="C-1109")
    stamp = await resolve(town, officer)
    assert (stamp.code, stamp.reference, stamp.task) == ("traffic_check", "C-1109", task)


async def test_a_purpose_given_beside_a_task_wins_and_takes_the_tasks_reference(town: Town) -> None:
    officer = await officer_of(town)
    task = await working(town, officer, reference="C-1109")
    stamp = await resolve(town, officer, code="identity_check", task=task)
    assert (stamp.code, stamp.reference, stamp.task) == ("identity_check", "C-1109", task)


async def test_a_purpose_given_alone_leaves_the_task_out(town: Town) -> None:
    officer = await officer_of(town)
    await working(town, officer)
    stamp = await resolve(town, officer, code="identity_check")
    assert (stamp.reference, stamp.task) == (None, None)


async def test_a_task_that_ended_gives_no_purpose_any_more(town: Town) -> None:
    officer = await officer_of(town)
    task = await working(town, officer)
    await town.act(officer, end_task, task=task)
    with pytest.raises(errors.TaskUnknown):
        await resolve(town, officer, task=task)
    with pytest.raises(errors.PurposeMissing):
        await resolve(town, officer)


async def test_the_task_of_a_colleague_gives_no_purpose(town: Town) -> None:
    officer = await officer_of(town)
    colleague = await town.someone(officer.organisation_id)
    task = await working(town, colleague)
    with pytest.raises(errors.TaskUnknown):
        await resolve(town, officer, task=task)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"code": "curiosity"}, errors.PurposeUnknown),
        ({"code": ""}, errors.PurposeUnknown),
        ({"code": "incident"}, errors.ReferenceMissing),
        ({"code": "incident", "reference": "   "}, errors.ReferenceMissing),
        ({"code": "incident", "reference": "--"}, errors.ReferenceInvalid),
        ({"code": "incident", "reference": "I\u202e0482"}, errors.ReferenceInvalid),
        ({"code": "incident", "reference": "I" * 65}, errors.ReferenceInvalid),
        ({"code": "wanted_search"}, errors.ReasonMissing),
        ({"code": "wanted_search", "reason": " . . "}, errors.ReasonMissing),
        ({"code": "oversight_review", "reference": "T-1", "reason": "nazicht"}, errors.PurposeNotAllowed),
        ({"task": new_id()}, errors.TaskUnknown),
    ],
)
async def test_what_is_missing_or_not_allowed_is_refused(
    town: Town, given: dict[str, Any], problem: type[Problem]
) -> None:
    with pytest.raises(problem):
        await resolve(town, await officer_of(town), **given)


async def test_a_purpose_out_of_use_is_refused_at_once(town: Town) -> None:
    zone = await town.organisation()
    chief, officer = await town.someone(zone, function="zone_administrator"), await town.someone(zone)
    assert (await resolve(town, officer, code="traffic_check")).code == "traffic_check"
    await edited(town, chief, "traffic_check", active=False)
    with pytest.raises(errors.PurposeUnknown):
        await resolve(town, officer, code="traffic_check")


async def test_an_active_task_whose_purpose_went_out_of_use_opens_nothing(town: Town) -> None:
    zone = await town.organisation()
    chief, officer = await town.someone(zone, function="zone_administrator"), await town.someone(zone)
    await working(town, officer)
    await edited(town, chief, "traffic_check", active=False)
    with pytest.raises(errors.PurposeUnknown):
        await resolve(town, officer)


async def test_a_purpose_without_references_keeps_none(town: Town) -> None:
    zone = await town.organisation()
    chief, officer = await town.someone(zone, function="zone_administrator"), await town.someone(zone)
    await edited(town, chief, "traffic_check", reference="none")
    assert (await resolve(town, officer, code="traffic_check", reference="C-1")).reference is None


async def test_an_organisation_adds_a_purpose_of_its_own(town: Town) -> None:
    zone = await town.organisation()
    chief, officer = await town.someone(zone, function="zone_administrator"), await town.someone(zone)
    given = {
        "code": "bike_theft",
        "titles": {"nl": "Fietsdiefstal"},
        "basis": "WPA art. 15",
        "reference": "optional",
        "opens": ["objects"],
        "functions": ["officer"],
    }
    await town.act(chief, add_purpose, **given)
    assert "bike_theft" in {one.code for one in await town.read(officer, purposes)}
    with pytest.raises(errors.CodeTaken):
        await town.act(chief, add_purpose, **given)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"code": "Bike"}, errors.CodeInvalid),
        ({"titles": {}}, errors.TitleMissing),
        ({"basis": " "}, errors.BasisMissing),
        ({"opens": ["everything"]}, errors.DataUnknown),
        ({"functions": ["pilot"]}, errors.FunctionUnknown),
    ],
)
async def test_a_purpose_that_cannot_be_is_refused(
    town: Town, change: dict[str, Any], problem: type[Problem]
) -> None:
    chief = await officer_of(town, "zone_administrator")
    given = {
        "code": "bike_theft",
        "titles": {"nl": "Fietsdiefstal"},
        "basis": "WPA art. 15",
        "reference": "optional",
        "opens": ["objects"],
    }
    with pytest.raises(problem):
        await town.act(chief, add_purpose, **{**given, **change})


async def test_an_officer_changes_no_purpose(town: Town) -> None:
    officer = await officer_of(town)
    with pytest.raises(NotPermitted):
        await edited(town, officer, "traffic_check", basis="Omdat het kan")


async def test_a_change_in_one_zone_leaves_its_neighbour_alone(town: Town) -> None:
    chief, neighbour = await officer_of(town, "zone_administrator"), await officer_of(town)
    await edited(town, chief, "traffic_check", active=False)
    async with town.platform.database.transaction(neighbour.organisation_id) as tx:
        assert "traffic_check" in {one.code for one in await possible_purposes(tx, neighbour)}


@pytest.mark.parametrize("table", ["purpose", "task", "counter"])
async def test_without_scope_there_are_no_rows(town: Town, table: str) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with town.platform.database.unscoped() as tx:
            await tx.fetch(f"select * from purposes.{table}")


async def test_a_municipality_gets_no_police_purposes(town: Town) -> None:
    made = await town.organisation("municipality", code="99941")
    clerk = await town.someone(made, function="population_clerk")
    assert {one.code for one in await town.read(clerk, purposes)} == {"residence_check", "own_entry"}

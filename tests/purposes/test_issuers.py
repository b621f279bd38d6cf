"""Door 3: nobody mints the reference that his own purpose requires; a reference says who gave it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from focus.core.errors import Problem
from focus.core.gate import Principal
from focus.core.log import PurposeStamp
from focus.core.purposes import errors
from focus.core.purposes.actions import add_purpose, edit_purpose, end_task, start_task
from focus.core.purposes.public import purpose_of, references_of, resolve_purpose
from focus.core.purposes.views import all_purposes, my_task, purposes
from focus.core.texts import LANGUAGES
from tests.organisations.town import Town
from tests.purposes.cases import KNOWN_CASE, LATE_CASE, case_register

WHY = "Melding van een buur"


async def resolve(town: Town, who: Principal, **given: Any) -> PurposeStamp:
    async with town.platform.database.transaction(who.organisation_id) as tx:
        return await resolve_purpose(tx, who, references_of(town.platform), **given)


async def start(town: Town, who: Principal, **given: Any) -> dict[str, Any]:
    return await town.act(
        who, start_task, **{"kind": "control", "purpose": "traffic_check", "title": "Ringlaan", **given}
    )


async def officer_of(town: Town, function: str = "officer") -> Principal:
    return await town.someone(await town.organisation(), function=function)


async def edited(town: Town, chief: Principal, code: str, **changes: Any) -> Any:
    async with town.platform.database.transaction(chief.organisation_id) as tx:
        there = await purpose_of(tx, code)
    assert there is not None
    given = {name: getattr(there, name) for name in there.__struct_fields__ if name != "reviewed"}
    return await town.act(chief, edit_purpose, **{**given, **changes})


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "incident", "purpose": "incident"},
        {"kind": "case", "purpose": "investigation"},
        {"kind": "incident", "purpose": "traffic_check"},
        {"kind": "control", "purpose": "incident"},
        {"kind": "check", "purpose": "residence_check"},
        {"kind": "incident", "purpose": "incident", "reference": "  ", "reason": WHY},
    ],
)
async def test_requirement_2_nobody_is_given_the_number_that_his_purpose_requires(
    town: Town, given: dict[str, Any]
) -> None:
    officer = await officer_of(town)
    with pytest.raises(errors.ReferenceMissing):
        await start(town, officer, **given)
    assert await town.read(officer, my_task) is None


async def test_a_number_of_the_counter_was_given_by_the_control(town: Town) -> None:
    officer = await officer_of(town)
    event = await start(town, officer)
    assert (event["reference"], event["issuer"]) == ("C-0001", "control")
    assert (await resolve(town, officer)).issuer == "control"
    assert (await start(town, officer, kind="check"))["issuer"] == "control"


async def test_ones_own_earlier_number_typed_again_is_still_the_controls(town: Town) -> None:
    officer = await officer_of(town)
    task = await start(town, officer)
    await town.act(officer, end_task, task=UUID(task["task"]))
    stamp = await resolve(town, officer, code="identity_check", reference="C-0001")
    assert (stamp.reference, stamp.issuer) == ("C-0001", "control")
    assert (await start(town, officer, reference="C-0001"))["issuer"] == "control"


async def test_a_colleagues_number_is_only_ones_own_word(town: Town) -> None:
    officer = await officer_of(town)
    colleague = await town.someone(officer.organisation_id)
    await start(town, colleague)
    assert (await resolve(town, officer, code="identity_check", reference="C-0001")).issuer == "self"


async def test_requirement_2_a_controls_number_is_no_required_reference(town: Town) -> None:
    officer = await officer_of(town)
    task = UUID((await start(town, officer))["task"])
    with pytest.raises(errors.ReferenceNotAccepted) as refused:
        await resolve(town, officer, code="incident", reference="C-0001", reason=WHY)
    assert refused.value.status == 422
    assert refused.value.extra["accepts"] == ["incident", "case", "self"]
    with pytest.raises(errors.ReferenceNotAccepted):
        await start(town, officer, kind="incident", purpose="incident", reference="C-0001", reason=WHY)
    with pytest.raises(errors.ReferenceMissing):
        await resolve(town, officer, code="incident", task=task, reason=WHY)


async def test_what_nobody_knows_is_self_declared_and_needs_a_reason_where_it_is_required(
    town: Town,
) -> None:
    officer = await officer_of(town)
    with pytest.raises(errors.ReasonMissing) as refused:
        await resolve(town, officer, code="incident", reference="I-0482")
    assert refused.value.params == {"because": "self"}
    stamp = await resolve(town, officer, code="incident", reference="I-0482", reason=WHY)
    assert (stamp.issuer, stamp.reason) == ("self", WHY)
    assert (await resolve(town, officer, code="traffic_check", reference="X-1")).issuer == "self"


async def test_the_reason_of_a_self_declared_task_goes_with_its_lookups(town: Town) -> None:
    officer = await officer_of(town)
    case = {"kind": "case", "purpose": "investigation", "reference": "AN.11.2026/1"}
    with pytest.raises(errors.ReasonMissing):
        await start(town, officer, **case)
    event = await start(town, officer, **case, reason=f"  {WHY} ")
    assert (event["issuer"], event["reason"]) == ("self", WHY)
    task = await town.read(officer, my_task)
    assert task is not None and (task.issuer, task.reason) == ("self", WHY)
    stamp = await resolve(town, officer)
    assert (stamp.reference, stamp.issuer, stamp.reason) == ("AN.11.2026/1", "self", WHY)
    assert (await resolve(town, officer, reason="Getuige")).reason == "Getuige"


async def test_the_reason_of_a_task_does_not_vouch_for_another_reference(town: Town) -> None:
    officer = await officer_of(town)
    case = {"kind": "case", "purpose": "investigation", "reference": "AN.11.2026/1", "reason": WHY}
    task = UUID((await start(town, officer, **case))["task"])
    with pytest.raises(errors.ReasonMissing):
        await resolve(town, officer, task=task, reference="AN.11.2026/2")


async def test_a_register_of_cases_of_another_module_gives_the_issuer_case(town: Town) -> None:
    officer = await officer_of(town)
    stamp = await resolve(town, officer, code="investigation", reference=f" {KNOWN_CASE} ")
    assert (stamp.reference, stamp.issuer, stamp.reason) == (KNOWN_CASE, "case", None)
    event = await start(town, officer, kind="case", purpose="investigation", reference=KNOWN_CASE)
    assert (event["issuer"], (await resolve(town, officer)).issuer) == ("case", "case")


async def test_a_reference_that_becomes_known_later_is_no_longer_self_declared(town: Town) -> None:
    officer = await officer_of(town)
    case = {"kind": "case", "purpose": "investigation", "reference": LATE_CASE, "reason": WHY}
    await start(town, officer, **case)
    assert (await resolve(town, officer)).issuer == "self"
    case_register.add(LATE_CASE)
    try:
        assert (await resolve(town, officer)).issuer == "case"
    finally:
        case_register.discard(LATE_CASE)


async def test_without_a_reference_there_is_no_issuer(town: Town) -> None:
    zone = await town.organisation()
    chief, officer = await town.someone(zone, function="zone_administrator"), await town.someone(zone)
    assert (await resolve(town, officer, code="traffic_check")).issuer is None
    await edited(town, chief, "traffic_check", reference="none", accepts=[])
    stamp = await resolve(town, officer, code="traffic_check", reference="C-1")
    assert (stamp.reference, stamp.issuer) == (None, None)


POLICE = {"incident", "investigation", "arrest", "residence_check", "administrative_event"}


async def test_a_zone_starts_with_purposes_that_say_whose_references_count(town: Town) -> None:
    chief = await officer_of(town, "zone_administrator")
    found = {one.code: one.accepts for one in await town.read(chief, all_purposes)}
    for code, accepts in found.items():
        if code in POLICE:
            assert accepts == ["incident", "case", "self"], code
        elif code in {"own_entry", "oversight_review"}:
            assert accepts == ["case", "self"], code
        else:
            assert accepts == ["incident", "case", "control", "self"], code
    assert set(found) > POLICE
    assert all(one.accepts == found[one.code] for one in await town.read(chief, purposes))


async def test_what_a_purpose_accepts_is_edited_and_counts_at_once(town: Town) -> None:
    zone = await town.organisation()
    chief, officer = await town.someone(zone, function="zone_administrator"), await town.someone(zone)
    event = await edited(town, chief, "incident", accepts=["case", "incident", "case"])
    (change,) = [one for one in event["changes"] if one["name"] == "accepts"]
    assert (change["before"], change["after"]) == (["incident", "case", "self"], ["incident", "case"])
    with pytest.raises(errors.ReferenceNotAccepted) as refused:
        await resolve(town, officer, code="incident", reference="I-0482", reason=WHY)
    assert refused.value.extra["accepts"] == ["incident", "case"]
    assert (await resolve(town, officer, code="incident", reference=KNOWN_CASE)).issuer == "case"
    await edited(town, chief, "incident", accepts=["control"])
    assert (await start(town, officer, purpose="incident"))["issuer"] == "control"
    assert (await resolve(town, officer)).reference == "C-0001"


async def test_a_purpose_of_ones_own_says_what_it_accepts(town: Town) -> None:
    chief = await officer_of(town, "zone_administrator")
    given = {
        "code": "bike_theft",
        "titles": {"nl": "Fietsdiefstal"},
        "basis": "WPA art. 15",
        "reference": "required",
        "opens": ["objects"],
    }
    with pytest.raises(errors.AcceptsMissing):
        await town.act(chief, add_purpose, **given, accepts=[])
    await town.act(chief, add_purpose, **given, accepts=["case"])
    found = {one.code: one.accepts for one in await town.read(chief, all_purposes)}
    assert found["bike_theft"] == ["case"]
    with pytest.raises(errors.AcceptsMissing):
        await edited(town, chief, "bike_theft", accepts=[])


async def test_an_optional_number_that_a_purpose_does_not_take_stays_with_the_task(town: Town) -> None:
    zone = await town.organisation()
    chief, officer = await town.someone(zone, function="zone_administrator"), await town.someone(zone)
    await edited(town, chief, "identity_check", accepts=["incident"])
    task = UUID((await start(town, officer))["task"])
    stamp = await resolve(town, officer, code="identity_check", task=task)
    assert (stamp.reference, stamp.issuer, stamp.task) == (None, None, task)
    with pytest.raises(errors.ReferenceNotAccepted):
        await resolve(town, officer, code="identity_check", reference="C-0001")


async def test_what_was_done_already_is_written_down_with_whoever_gave_its_reference(town: Town) -> None:
    officer = await officer_of(town)
    stamp = await resolve(town, officer, code="incident", reference="I-0482", done=True)
    assert (stamp.reference, stamp.issuer, stamp.reason) == ("I-0482", "self", None)
    with pytest.raises(errors.ReferenceMissing):
        await resolve(town, officer, code="incident", done=True)


async def test_the_log_says_who_gave_the_reference_of_a_task(town: Town) -> None:
    officer = await officer_of(town)
    await start(town, officer, kind="case", purpose="investigation", reference="X-1", reason=WHY)
    async with town.platform.database.transaction(officer.organisation_id) as tx:
        (event,) = await town.platform.log.events_of(tx, kinds=("purposes.TaskStarted",), limit=5)
    assert (event.what["reference"], event.what["issuer"], event.what["reason"]) == ("X-1", "self", WHY)


def refusal(accepts: list[str]) -> Problem:
    known = ("incident", "case", "control", "self")
    ranks = {one: min(accepts.index(one) + 1, 2) if one in accepts else 0 for one in known}
    return errors.ReferenceNotAccepted(params=dict(ranks))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_refusal_names_what_is_accepted_in_every_language(town: Town, language: str) -> None:
    said = {
        tuple(accepts): town.platform.texts.get(
            language, "error-purposes-reference-not-accepted", refusal(accepts).params
        )
        for accepts in (["incident"], ["case"], ["control"], ["self"])
    }
    assert len(set(said.values())) == 4
    both = town.platform.texts.get(
        language, "error-purposes-reference-not-accepted", refusal(["case", "self"]).params
    )
    case, own = (said[(one,)].rstrip(".").split(":")[-1].strip() for one in ("case", "self"))
    assert both.endswith(f"{case}, {own}.")
    reasons = {
        because: town.platform.texts.get(language, "error-purposes-reason-missing", {"because": because})
        for because in ("self", "purpose")
    }
    assert len(reasons["self"]) > len(reasons["purpose"]) > 10


async def test_the_refusal_of_a_call_carries_the_words_for_what_is_accepted(town: Town) -> None:
    officer = await officer_of(town)
    await start(town, officer)
    with pytest.raises(errors.ReferenceNotAccepted) as refused:
        await resolve(town, officer, code="incident", reference="C-0001", reason=WHY)
    assert refused.value.params == refusal(["incident", "case", "self"]).params

"""Door 3: the number of an incident here is a reference that the incident gave: no officer's word alone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from focus.core.organisations.store import switches
from tests.identity.house import House
from tests.incidents.town import Member, Town, town_of


async def start(member: Member, **given: Any) -> Any:
    body = {"kind": "incident", "purpose": "incident", "title": "Inbraak", "reference": "I-0001", **given}
    return await member.phone.post("/api/purposes/start-task", body)


async def issuer(member: Member, **given: Any) -> str:
    answer = await start(member, **given)
    assert answer.status_code == 200, answer.text
    task = (await member.phone.call("GET", "/api/purposes/my-task")).json()
    assert task["issuer"] == answer.json()["issuer"]
    return str(task["issuer"])


async def unknown(member: Member, **given: Any) -> bool:
    """Whether the reference is refused for want of a reason: only he vouches for it."""
    answer = await start(member, **given)
    return bool(answer.status_code == 422 and answer.json()["code"] == "purposes.reason_missing")


async def test_requirement_2_an_accepted_incident_is_a_reference_that_the_incident_gave(
    desk: Member, ann: Member
) -> None:
    assert await unknown(ann)
    await desk.open()
    assert await issuer(ann) == "incident"
    assert await issuer(ann, reference="i-0001") == "incident"
    assert await unknown(ann, reference="I-0002")


async def test_a_self_declared_number_says_so(desk: Member, ann: Member) -> None:
    await desk.open()
    assert await issuer(ann, reference="I-0002", reason="Melding van een buur") == "self"


@pytest.mark.parametrize(("closed", "known"), [("23 hours", True), ("25 hours", False)])
async def test_the_number_of_a_closed_incident_counts_for_a_day(
    town: Town, desk: Member, ann: Member, *, closed: str, known: bool
) -> None:
    incident = await desk.open()
    await ann.do("close", incident=incident, result="done")
    await town.close_earlier(closed, UUID(incident))
    assert await unknown(ann) is not known


async def test_a_task_begun_without_network_is_the_incidents_though_it_closed_since(
    town: Town, desk: Member, ann: Member
) -> None:
    incident = await desk.open()
    await ann.do("close", incident=incident, result="done")
    await town.close_earlier("3 hours", UUID(incident))
    assert await issuer(ann) == "incident"


async def test_who_may_not_read_incidents_learns_nothing_from_a_number(town: Town, desk: Member) -> None:
    await desk.open()
    clerk = await town.member("dpo")
    assert await unknown(clerk)


async def test_an_incident_of_a_neighbour_vouches_for_nothing_here(house: House, desk: Member) -> None:
    await desk.open()
    stranger = await (await town_of(house)).member()
    assert await unknown(stranger)


async def test_with_incidents_off_their_numbers_vouch_for_nothing(
    town: Town, desk: Member, ann: Member
) -> None:
    await desk.open()
    async with town.house.platform.database.transaction(town.id) as tx:
        await switches.switch(tx, "incidents", on=False)
    assert await unknown(ann)


async def test_the_log_says_that_the_incident_gave_the_reference(
    town: Town, desk: Member, ann: Member
) -> None:
    await desk.open()
    await start(ann)
    async with town.house.platform.database.transaction(town.id) as tx:
        (event,) = await town.house.platform.log.events_of(tx, kinds=("purposes.TaskStarted",), limit=5)
    assert (event.what["reference"], event.what["issuer"]) == ("I-0001", "incident")

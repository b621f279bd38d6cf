"""Who may let whom enrol: requirement of the review, door 2. Each of these was possible before."""

from __future__ import annotations

from argparse import Namespace
from typing import Any
from uuid import UUID

import pytest

from focus.core import clock
from focus.core.identity import commands
from focus.core.organisations.store import sharing
from tests.identity.house import House, Someone
from tests.identity.phone import Phone


async def issued(phone: Phone, person: UUID) -> tuple[int, Any]:
    answer = await phone.post("/api/identity/issue-code", {"person": str(person)})
    return answer.status_code, answer.json()


async def test_a_shift_leader_issues_no_code_for_his_administrator(house: House) -> None:
    zone = await house.organisation()
    leader = await house.signed_in(await house.someone(zone, function="shift_leader"))
    admin = await house.someone(zone, function="zone_administrator")
    status, body = await issued(leader, admin.id)
    assert (status, body["code"]) == (403, "identity.above_yours")


async def test_nor_for_somebody_with_an_operational_right_that_he_has_not(house: House) -> None:
    zone = await house.organisation()
    leader = await house.signed_in(await house.someone(zone, function="shift_leader"))
    other = await house.someone(zone, added={"purposes.manage"})
    assert (await issued(leader, other.id))[1]["code"] == "identity.above_yours"


async def test_nor_by_a_second_post_elsewhere(house: House) -> None:
    zone, elsewhere = await house.organisation(), await house.organisation()
    leader = await house.signed_in(await house.someone(zone, function="shift_leader"))
    ann = await house.someone(zone)
    await lend(house, zone, elsewhere, ann.id)
    async with house.platform.database.transaction(elsewhere) as tx:
        from focus.core.organisations.store import people

        await people.add_post(
            tx, person=ann.id, home=zone, function="zone_administrator", starts_at=clock.now()
        )
    assert (await issued(leader, ann.id))[1]["code"] == "identity.above_yours"


async def lend(house: House, home: UUID, host: UUID, person: UUID | None) -> None:
    async with house.platform.database.transaction(home) as tx:
        await sharing.give(
            tx, recipient=host, what="organisations.person", basis="agreement", starts_at=clock.now(),
            ends_at=None, subject=person, fields=[], purpose=None, onward=False,
        )  # fmt: skip


async def test_who_is_merely_lent_is_enrolled_by_his_home_alone(house: House) -> None:
    home, host = await house.organisation(), await house.organisation()
    ann = await house.someone(home)
    await lend(house, home, host, ann.id)
    async with house.platform.database.transaction(host) as tx:
        from focus.core.organisations.store import people

        await people.add_post(tx, person=ann.id, home=home, function="officer", starts_at=clock.now())
    stranger = await house.signed_in(await house.someone(host, function="zone_administrator"))
    status, body = await issued(stranger, ann.id)
    assert (status, body["code"]) == (403, "identity.not_your_own")
    ours = await house.signed_in(await house.someone(home, function="zone_administrator"))
    assert (await issued(ours, ann.id))[0] == 200


@pytest.fixture
async def two(house: House) -> tuple[UUID, Someone, Someone]:
    zone = await house.organisation()
    first = await house.someone(zone, function="zone_administrator")
    second = await house.someone(zone, function="zone_administrator")
    return zone, first, second


async def test_an_administrator_is_enrolled_by_two(house: House, two: tuple[UUID, Someone, Someone]) -> None:
    zone, first, second = two
    third = await house.someone(zone, function="zone_administrator")
    one, other = await house.signed_in(first), await house.signed_in(second)
    status, given = await issued(one, third.id)
    assert (status, given["needs_second"]) == (200, True)
    refused = await house.phone().enrol(given["code"], expect=403)
    assert refused.json()["code"] == "identity.code_refused"
    alone = await one.post("/api/identity/second-code", {"code": given["id"]})
    assert (alone.status_code, alone.json()["code"]) == (409, "identity.second_is_another")
    leader = await house.signed_in(await house.someone(zone, function="shift_leader"))
    below = await leader.post("/api/identity/second-code", {"code": given["id"]})
    assert (below.status_code, below.json()["code"]) == (403, "identity.above_yours")
    (listed,) = (await other.call("GET", "/api/identity/open-codes")).json()
    assert (listed["needs_second"], listed["seconded"], listed["yours"]) == (True, False, False)
    assert (await other.post("/api/identity/second-code", {"code": given["id"]})).status_code == 200
    done = await house.phone().enrol(given["code"])
    assert done.json()["person"] == str(third.id)


async def test_the_one_who_is_to_enrol_is_not_the_second(
    house: House, two: tuple[UUID, Someone, Someone]
) -> None:
    _, first, second = two
    one, other = await house.signed_in(first), await house.signed_in(second)
    _, given = await issued(one, second.id)
    refused = await other.post("/api/identity/second-code", {"code": given["id"]})
    assert refused.json()["code"] == "identity.second_is_another"


async def test_an_officer_needs_no_second_and_his_devices_are_told(
    house: House, two: tuple[UUID, Someone, Someone]
) -> None:
    zone, first, _ = two
    ann = await house.someone(zone)
    told: list[UUID] = []

    async def tell(_: Any, __: Any, person: UUID) -> None:
        told.append(person)

    house.identity.told_of_codes.append(tell)
    try:
        status, given = await issued(await house.signed_in(first), ann.id)
    finally:
        house.identity.told_of_codes.remove(tell)
    assert (status, given["needs_second"], told) == (200, False, [ann.id])
    async with house.platform.database.transaction(zone) as tx:
        events = await house.platform.log.events_of(tx, limit=20)
    (logged,) = [one for one in events if one.kind == "identity.CodeIssued"]
    assert logged.what["to"] == str(ann.id)


async def test_the_operator_enrols_the_second_administrator(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    zone = await house.organisation()
    admin = await house.someone(zone, function="zone_administrator")
    async with house.platform.database.transaction(zone) as tx:
        code = await tx.fetchval(
            "select code from organisations.directory() where organisation_id = $1", zone
        )
        number = await tx.fetchval(
            "select personnel_number from organisations.person where id = $1", admin.id
        )
    wanted = Namespace(organisation=code, personnel_number=number)
    assert await commands.issue_code(house.platform, wanted) == 0
    done = await house.phone().enrol(capsys.readouterr().out.strip())
    assert done.json()["person"] == str(admin.id)
    unknown = Namespace(organisation=code, personnel_number="nobody")
    assert await commands.issue_code(house.platform, unknown) == 1

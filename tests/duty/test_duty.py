"""A shift: begun, changed, ended, ended by the clock, delivered later; what it opens on the phone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest

from focus.core import clock
from focus.core.database import Transaction
from focus.core.organisations.store import structure
from focus.core.sync.buckets import buckets_of
from focus.modules.duty.module import module
from focus.modules.duty.public import on_duty
from focus.modules.duty.shifts import end_overdue
from tests.identity.house import House, Someone, house_at
from tests.identity.phone import Phone
from tests.sync.outbox import Outbox

DUTY = replace(module, package="focus.modules.duty", always_on=True)


@pytest.fixture(scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with house_at(tmp_path_factory.mktemp("duty"), DUTY) as running:
        yield running


@pytest.fixture
async def ann(house: House) -> Someone:
    return await house.someone(await house.organisation())


@pytest.fixture
async def phone(house: House, ann: Someone) -> Phone:
    return await house.signed_in(ann)


def in_hours(hours: float) -> str:
    return (clock.now() + timedelta(hours=hours)).isoformat()


async def a_unit(house: House, organisation: UUID, *, until: date | None = None) -> UUID:
    async with house.platform.database.transaction(organisation) as tx:
        unit = await structure.add_unit(
            tx, code="NO", kind="team", names={"nl": "Noord"}, parent=None, valid_from=date(2020, 1, 1)
        )
        if until:
            await structure.close_unit(tx, unit, last_day=until)
    return unit


async def begin(phone: Phone, **content: Any) -> httpx.Response:
    return await phone.post("/api/duty/begin-duty", {"until": in_hours(8), **content})


async def held(phone: Phone) -> list[dict[str, Any]]:
    answer = await phone.post("/api/sync/pull", {})
    lines = [httpx.Response(200, content=line).json() for line in answer.content.splitlines()]
    return [line["d"] for line in lines if line.get("t") == "duty.shift"]


async def there(house: House, ann: Someone) -> Any:
    async with house.platform.database.transaction(ann.organisation) as tx:
        return (await on_duty(tx, [ann.id])).get(ann.id)


async def mine(house: House, phone: Phone) -> frozenset[str]:
    headers = {
        "authorization": f"DPoP {phone.token}",
        "dpop": phone.proof("GET", "/x", b""),
    }
    who = await house.platform.gate.authenticator.authenticate(
        method="GET", path="/x", headers=headers, body=b""
    )
    reading: Transaction = house.platform.database.reading(who.organisation_id)
    return await buckets_of(house.platform, reading, who)


async def kinds_logged(house: House, organisation: UUID) -> list[str]:
    async with house.platform.database.transaction(organisation) as tx:
        events = await house.platform.log.events_of(tx, limit=50)
    return [event.kind for event in events if event.kind.startswith("duty.")]


async def test_on_duty_in_a_unit_opens_what_the_unit_holds(house: House, ann: Someone, phone: Phone) -> None:
    unit = await a_unit(house, ann.organisation)
    assert f"unit:{unit}" not in await mine(house, phone)
    answer = await begin(phone, unit=str(unit), crew="  NO-2 ")
    assert answer.status_code == 200, answer.text
    assert f"unit:{unit}" in await mine(house, phone)
    (shift,) = await held(phone)
    assert (shift["id"], shift["crew"], shift["unit_name"]) == (str(ann.id), "NO-2", "Noord")
    found = await there(house, ann)
    assert (found.unit, found.crew) == (unit, "NO-2")


async def test_ending_takes_it_from_the_phone(house: House, ann: Someone, phone: Phone) -> None:
    unit = await a_unit(house, ann.organisation)
    await begin(phone, unit=str(unit))
    assert (await phone.post("/api/duty/end-duty", {})).status_code == 200
    assert (await held(phone), await there(house, ann)) == ([], None)
    assert f"unit:{unit}" not in await mine(house, phone)
    again = await phone.post("/api/duty/end-duty", {})
    assert (again.status_code, again.json()["code"]) == (409, "duty.not_on_duty")


async def test_beginning_again_changes_the_shift(house: House, ann: Someone, phone: Phone) -> None:
    await begin(phone, crew="NO-1")
    await begin(phone, crew="NO-2")
    (shift,) = await held(phone)
    assert (shift["crew"], (await there(house, ann)).crew) == ("NO-2", "NO-2")
    assert await kinds_logged(house, ann.organisation) == ["duty.DutyBegun", "duty.DutyBegun"]


async def test_it_ends_by_the_clock_and_that_is_logged(house: House, ann: Someone, phone: Phone) -> None:
    await begin(phone)
    async with house.platform.database.transaction(ann.organisation) as tx:
        await tx.execute(
            "update duty.shift set since = since - interval '9 hours', until = until - interval '9 hours'"
        )
    assert await there(house, ann) is None
    await end_overdue(house.platform)
    assert await held(phone) == []
    assert await kinds_logged(house, ann.organisation) == ["duty.DutyEnded", "duty.DutyBegun"]
    await end_overdue(house.platform)
    assert len(await kinds_logged(house, ann.organisation)) == 2


@pytest.mark.parametrize("until", [in_hours(-1), in_hours(17)], ids=["past", "too long"])
async def test_an_end_that_cannot_be_is_refused(phone: Phone, until: str) -> None:
    answer = await begin(phone, until=until)
    assert (answer.status_code, answer.json()["code"]) == (422, "duty.end_impossible")


async def test_an_end_without_its_zone_is_refused(phone: Phone) -> None:
    answer = await begin(phone, until=in_hours(2).removesuffix("+00:00"))
    assert (answer.status_code, answer.json()["code"]) == (422, "core.invalid_input")


async def test_a_unit_of_another_zone_or_of_yesterday_is_refused(
    house: House, ann: Someone, phone: Phone
) -> None:
    foreign = await a_unit(house, await house.organisation())
    yesterday = (clock.now() - timedelta(days=1)).date()
    closed = await a_unit(house, ann.organisation, until=yesterday)
    for unit in (foreign, closed):
        answer = await begin(phone, unit=str(unit))
        assert (answer.status_code, answer.json()["code"]) == (422, "duty.unit_unknown")


async def test_said_without_network_it_counts_from_then(house: House, ann: Someone, phone: Phone) -> None:
    outbox = await Outbox.of(phone)
    at: datetime = clock.now() - timedelta(seconds=2)
    outbox.keep("duty.begin_duty", {"until": in_hours(8), "crew": "NO-2"}, ago=timedelta(seconds=2))
    (outcome,) = await outbox.deliver()
    assert outcome["status"] == 200
    (shift,) = await held(phone)
    assert abs(datetime.fromisoformat(shift["since"]) - at) < timedelta(seconds=1)


async def test_a_colleague_of_the_unit_and_who_oversees_see_it_nobody_else(
    house: House, ann: Someone, phone: Phone
) -> None:
    unit = await a_unit(house, ann.organisation)
    await begin(phone, unit=str(unit))
    leader = await house.signed_in(await house.someone(ann.organisation, function="shift_leader"))
    other = await house.signed_in(await house.someone(ann.organisation))
    assert [shift["id"] for shift in await held(leader)] == [str(ann.id)]
    assert await held(other) == []
    await begin(other, unit=str(unit))
    assert len(await held(other)) == 2


async def test_units_are_offered_of_today(house: House, ann: Someone, phone: Phone) -> None:
    unit = await a_unit(house, ann.organisation)
    answer = await phone.call("GET", "/api/duty/duty-units")
    assert answer.json() == [{"id": str(unit), "name": "Noord", "own": False}]

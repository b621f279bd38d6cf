"""Reports that wait for each other, wrong clocks, a crew that changes while a report is in flight."""

from __future__ import annotations

import asyncio
from typing import Any

import asyncpg
import pytest

from focus.modules.incidents import reporting
from tests.incidents.test_positions import FAR, said
from tests.incidents.town import Member, Town


async def test_a_report_that_is_broken_off_by_a_deadlock_begins_again(
    town: Town, desk: Member, ann: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real one: the report has the crew and wants the position, the other has that and wants the crew."""
    await ann.do("position", **said(ago=60))
    tried = 0
    report = reporting._report

    async def counted(*given: Any) -> Any:
        nonlocal tried
        tried += 1
        return await report(*given)

    monkeypatch.setattr(reporting, "_report", counted)
    async with town.house.platform.database.transaction(town.id) as tx:
        await tx.execute("select from feed.record where type = 'incidents.position' for update")
        going = asyncio.create_task(ann.post("position", **said(place=(4.87, 51.04))))
        await asyncio.sleep(0.4)  # it waits, and looks for a deadlock first: it is the one to be broken off
        await tx.execute("select from incidents.crew for update")
    answer = await going
    assert (answer.status_code, answer.json()["outcome"]) == (200, "shown")
    assert (await desk.the("position"))["longitude"] == 4.87
    assert tried == 2


async def test_one_that_is_broken_off_again_and_again_says_so(
    ann: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: Any) -> Any:
        raise asyncpg.DeadlockDetectedError

    monkeypatch.setattr(reporting, "_report", never)
    assert (await ann.refused("position", **said()))[0] >= 500


async def test_a_phone_whose_clock_is_wrong_does_not_hide_its_colleague(
    town: Town, desk: Member, ann: Member
) -> None:
    bob = await town.member(crew="NO-2")
    assert await bob.refused("position", **said(ago=-7200, place=FAR)) == (422, "incidents.position_future")
    assert (await bob.do("position", **said(ago=7200, place=FAR)))["outcome"] == "older"
    assert (await ann.do("position", **said(ago=5)))["outcome"] == "shown"
    for at in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"):
        answer = await bob.post("position", **{**said(), "at": at})
        assert answer.status_code in (200, 422)
    position = await desk.the("position")
    assert (position["longitude"], position.get("doubtful", False)) == (4.86, False)


async def test_off_duty_while_reports_are_in_flight_leaves_none_behind(
    town: Town, desk: Member, ann: Member
) -> None:
    for _ in range(4):
        answers = await asyncio.gather(
            *(ann.post("position", **said(ago=ago)) for ago in (3, 2)),
            ann.off_duty(),
            *(ann.post("position", **said(ago=ago)) for ago in (1, 0)),
        )
        codes = {answer.status_code for answer in answers if answer is not None}
        assert codes <= {200, 409}
        assert await desk.held("position") == {}
        assert await town.rows("select id from incidents.position") == []
        await ann.on_duty("NO-2")


async def test_someone_who_goes_into_another_unit_is_not_seen_by_the_one_before(town: Town) -> None:
    unit, other = await town.unit("NO"), await town.unit("ZU")
    ann, old = await town.member(crew="NO-2", unit=unit), await town.member(crew="NO-4", unit=unit)
    for turn in range(4):
        there = other if turn % 2 == 0 else unit
        await asyncio.gather(
            *(ann.post("position", **said(ago=4 - ago)) for ago in range(3)), ann.on_duty("NO-2", there)
        )
        await ann.post("position", **said())
        mine = {one["unit"] for one in (await old.held("position")).values()}
        assert mine <= {str(unit)}
        await asyncio.sleep(0)

"""Lookups of a process that was killed get their closing entry, once, and no other lookup does."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.ids import new_id
from focus.core.log import LogEvent, PurposeStamp
from focus.modules.search.lookups.cut_off import close_cut_off
from tests.search.lookups.desk import CAR, Desk
from tests.support.waiting import until

STAMP = PurposeStamp(code="investigation", basis="art. 44/1", reference="LI.30.F1.001/26")


def opening(organisation: UUID, *, ago: timedelta, check: str = "") -> LogEvent:
    """The entry that a process left behind when it was killed."""
    return LogEvent(
        organisation_id=organisation,
        at=clock.now() - ago,
        kind="search.CheckOpened" if check else "search.LookupOpened",
        person_id=new_id(),
        purpose=STAMP,
        what={"question": "1-ABC-123", **({"check": check} if check else {})},
    )


async def leave(desk: Desk, *openings: LogEvent) -> None:
    """Have them in the log, and sealed."""
    for one in openings:
        await desk.station.platform.log.commit_now(one)

    async def sealed() -> bool:
        found = await desk.station.owner.fetchval(
            "select count(*) from log.leaf where event_id = any($1)", [one.id for one in openings]
        )
        return bool(found == len(openings))

    await until(sealed)


async def closings(desk: Desk, organisation: UUID) -> list[LogEvent]:
    async with desk.station.platform.database.transaction(organisation, readonly=True) as tx:
        kinds = ("search.LookupClosed", "search.CheckClosed")
        return await desk.station.platform.log.events_of(tx, kinds=kinds, limit=1_000)


async def test_a_lookup_that_a_kill_cut_off_is_closed_once(desk: Desk) -> None:
    lotte = await desk.officer()
    zone = lotte.organisation
    old = opening(zone, ago=timedelta(minutes=5))
    check = opening(zone, ago=timedelta(minutes=5), check="owed")
    await leave(desk, old, check)
    await close_cut_off(desk.station.platform)
    await close_cut_off(desk.station.platform)
    ends = {one.what["lookup"]: one for one in await closings(desk, zone) if one.what["ended"] == "cut_off"}
    mine = [one for one in await closings(desk, zone) if one.what["lookup"] in {str(old.id), str(check.id)}]
    assert len(mine) == 2
    end = ends[str(old.id)]
    assert (end.kind, end.person_id, end.purpose) == ("search.LookupClosed", old.person_id, STAMP)
    assert ends[str(check.id)].kind == "search.CheckClosed"


async def test_what_may_still_run_is_left_until_it_is_surely_over(desk: Desk) -> None:
    lotte = await desk.officer()
    zone = lotte.organisation
    young = opening(zone, ago=timedelta(seconds=10))
    await leave(desk, young)
    await close_cut_off(desk.station.platform)
    assert str(young.id) not in {one.what["lookup"] for one in await closings(desk, zone)}
    with clock.fixed(clock.now() + timedelta(minutes=1)):
        await close_cut_off(desk.station.platform)
    assert str(young.id) in {one.what["lookup"] for one in await closings(desk, zone)}


async def test_a_lookup_that_ended_is_not_closed_again(desk: Desk) -> None:
    lotte = await desk.officer()
    zone = lotte.organisation
    lookup = await lotte.ask(CAR)

    async def closed() -> bool:
        return lookup.id in {one.what["lookup"] for one in await closings(desk, zone)}

    await until(closed)
    await leave(desk, opening(zone, ago=timedelta(seconds=0)))
    with clock.fixed(clock.now() + timedelta(minutes=10)):
        await close_cut_off(desk.station.platform)
    ends = [one.what["ended"] for one in await closings(desk, zone) if one.what["lookup"] == lookup.id]
    assert ends == ["done"]


async def test_a_test_of_a_source_that_a_kill_cut_off_is_closed_too(desk: Desk) -> None:
    lotte = await desk.officer()
    cut = opening(lotte.organisation, ago=timedelta(minutes=5))
    cut = msgspec.structs.replace(
        cut, kind="search.SourceTestOpened", what={"question": "1-ABC-123", "source": "plates"}
    )
    await leave(desk, cut)
    await close_cut_off(desk.station.platform)
    events = await desk.station.events(lotte.organisation, "search.SourceTested")
    (end,) = [one for one in events if one.what["lookup"] == str(cut.id)]
    assert (end.what["ended"], end.what["source"]) == ("cut_off", "plates")

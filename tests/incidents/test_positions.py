"""Where crews are: who says it, who sees it, what is doubted, rounded or refused, and when it is gone."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from focus.core import clock
from focus.core.feed import Saves
from focus.core.ids import new_id
from focus.core.organisations.store import structure, switches
from focus.modules.duty.shifts import end_overdue
from focus.modules.incidents import public
from focus.modules.incidents.positions import erase_track, go_stale
from focus.modules.incidents.problems import PositionImpossible
from focus.modules.incidents.settings import IncidentsSettings
from focus.modules.incidents.telling import INCIDENTS
from tests.identity.house import LONG_AGO, House
from tests.incidents.town import Member, Town, town_of

MARKET = (4.86, 51.03)
FAR = (4.86, 50.03)
WARD = {
    "type": "Polygon",
    "coordinates": [[[4.8, 51.0], [4.9, 51.0], [4.9, 51.1], [4.8, 51.1], [4.8, 51.0]]],
}


def said(at: datetime | None = None, *, ago: float = 0, place: Any = MARKET, **more: Any) -> dict[str, Any]:
    moment = (at or clock.now()) - timedelta(seconds=ago)
    return {"at": moment, "longitude": place[0], "latitude": place[1], "within_m": 12.0, **more}


async def shown(who: Member, **body: Any) -> bool:
    """Report and see: whether it is doubtful."""
    assert (await who.do("position", **body))["outcome"] == "shown"
    return bool(
        (await who.town.rows("select content ->> 'doubtful' as d from incidents.position"))[0]["d"] == "true"
    )


async def settle(town: Town, **settings: Any) -> None:
    async with town.house.platform.database.transaction(town.id) as tx:
        await switches.change_setting(tx, "incidents", IncidentsSettings(**settings))


async def kept(town: Town) -> list[Any]:
    return await town.rows("select * from incidents.track order by at, id")


async def test_a_crew_on_duty_is_seen_by_its_unit_and_the_desk_only(
    town: Town, desk: Member, house: House
) -> None:
    unit, other = await town.unit("NO"), await town.unit("ZU")
    ann = await town.member(crew="NO-2", unit=unit)
    bob, eve = await town.member(crew="NO-4", unit=unit), await town.member(crew="ZU-1", unit=other)
    stranger = await (await town_of(house)).desk()
    answer = await ann.do("position", **said(heading=270, speed=13.2))
    assert answer == {"outcome": "shown", "every_s": 15}
    for who in (ann, bob, desk):
        position = await who.the("position")
        crew = next(one for one in (await who.held("crew")).values() if one["call_sign"] == "NO-2")
        assert (position["id"], position["call_sign"], position["unit"]) == (crew["id"], "NO-2", str(unit))
        assert (position["longitude"], position["latitude"], position["heading"]) == (*MARKET, 270)
        assert not position.get("doubtful")
        assert not position.get("source")
    for who in (eve, stranger):
        assert await who.held("position") == {}
    await bob.off_duty()
    assert await bob.held("position") == {}
    (row,) = await kept(town)
    assert (row["position_id"], row["speed"], row["source"]) == (UUID(position["id"]), 13.2, "")


async def test_only_of_who_is_on_duty_in_a_crew(town: Town, desk: Member, ann: Member) -> None:
    free = await town.member()
    assert await free.refused("position", **said()) == (409, "incidents.no_crew")
    await free.on_duty("")
    assert await free.refused("position", **said()) == (409, "incidents.no_crew")
    clerk = await town.member("information_desk")
    assert (await clerk.refused("position", **said()))[0] == 403
    await ann.do("position", **said())
    await ann.off_duty()
    assert await desk.held("position") == {}
    assert await ann.refused("position", **said()) == (409, "incidents.no_crew")
    assert await town.rows("select id from incidents.position") == []
    await ann.on_duty("NO-2")
    assert await desk.held("position") == {}


async def test_a_shift_that_ends_by_the_clock_takes_the_position_along(
    town: Town, desk: Member, ann: Member
) -> None:
    await ann.do("position", **said())
    await town.change(
        "update duty.shift set since = since - interval '9 hours', until = until - interval '9 hours'"
    )
    assert await ann.refused("position", **said()) == (409, "incidents.no_crew")
    await end_overdue(town.house.platform.seen_by("duty"))
    assert await desk.held("position") == {}


async def test_another_unit_is_not_shown_where_the_crew_was_before(town: Town, desk: Member) -> None:
    unit, other = await town.unit("NO"), await town.unit("ZU")
    ann, eve = await town.member(crew="NO-2", unit=unit), await town.member(crew="ZU-1", unit=other)
    await ann.do("position", **said())
    await ann.on_duty("NO-2", other)
    assert await eve.held("position") == {}
    await ann.do("position", **said())
    assert (await eve.the("position"))["unit"] == str(other)


async def test_one_from_the_future_is_refused_and_the_next_right_one_shows(
    town: Town, desk: Member, ann: Member
) -> None:
    assert await ann.refused("position", **said(ago=-61)) == (422, "incidents.position_future")
    assert await desk.held("position") == {}
    assert await kept(town) == []
    assert not await shown(ann, **said())
    before = await desk.the("position")
    assert await ann.refused("position", **said(ago=-3600, place=FAR)) == (422, "incidents.position_future")
    assert await desk.the("position") == before
    assert not await shown(ann, **said())
    assert (await desk.the("position"))["at"] > before["at"]


async def test_a_clock_that_is_a_little_ahead_holds_up_nobody(town: Town, desk: Member, ann: Member) -> None:
    await ann.do("position", **said(ago=-50))
    assert datetime.fromisoformat((await desk.the("position"))["at"]) <= clock.now()
    assert (await ann.do("position", **said()))["outcome"] == "shown"


async def test_older_than_what_stands_changes_nothing(town: Town, desk: Member, ann: Member) -> None:
    now = clock.now()
    await ann.do("position", **said(now, ago=10))
    before = await desk.the("position")
    for ago in (10, 20, 3600):
        assert (await ann.do("position", **said(now, ago=ago, place=FAR)))["outcome"] == "older"
    assert await desk.the("position") == before
    assert len(await kept(town)) == 1


async def test_told_an_hour_late_it_is_not_shown(town: Town, desk: Member, ann: Member) -> None:
    assert (await ann.do("position", **said(ago=3600)))["outcome"] == "older"
    assert await desk.held("position") == {}
    assert (await ann.do("position", **said(ago=3500)))["outcome"] == "shown"


async def test_a_jump_is_doubtful_and_three_that_agree_are_believed(
    town: Town, desk: Member, ann: Member
) -> None:
    start = clock.now() - timedelta(minutes=5)
    way = [(0, MARKET), (15, FAR), (30, MARKET), (45, FAR), (60, FAR), (75, FAR), (90, FAR), (105, MARKET)]
    found = [await shown(ann, **said(start, ago=-seconds, place=place)) for seconds, place in way]
    assert found == [False, True, False, True, True, False, False, True]
    assert [row["doubtful"] for row in await kept(town)] == found
    assert (await desk.the("position"))["doubtful"] is True


async def test_what_is_right_to_kilometres_only_is_doubtful(town: Town, ann: Member) -> None:
    assert await shown(ann, **said(ago=30) | {"within_m": 2_500.0})
    assert not await shown(ann, **said() | {"within_m": 2_000.0})


async def test_at_sea_it_is_doubtful_where_the_zone_says_where_it_works(town: Town, ann: Member) -> None:
    assert not await shown(ann, **said(ago=90, place=(0.0, 0.0)))
    async with town.house.platform.database.transaction(town.id) as tx:
        await structure.add_ward(tx, code="W1", names={"nl": "W1"}, area=WARD, valid_from=LONG_AGO)
    bob = await town.member(crew="NO-4")
    assert (await bob.do("position", **said(ago=60, place=(0.0, 0.0))))["outcome"] == "shown"
    assert await seen(town, "NO-4") is True
    assert (await bob.do("position", **said(ago=30, place=(4.98, 51.03))))["outcome"] == "shown"
    assert await seen(town, "NO-4") is False
    await settle(town, position_area=(2.0, 49.0, 4.9, 52.0))
    await bob.do("position", **said(place=(4.905, 51.03)))
    assert await seen(town, "NO-4") is True


async def seen(town: Town, call_sign: str) -> bool:
    rows = await town.rows("select content::text as c from incidents.position")
    found = {one["call_sign"]: one for one in (msgspec.json.decode(row["c"]) for row in rows)}
    return bool(found[call_sign]["doubtful"])


async def test_of_two_phones_in_a_crew_the_better_wins_for_half_a_minute(
    town: Town, desk: Member, ann: Member
) -> None:
    bob = await town.member(crew="NO-2")
    near, now = (4.861, 51.031), clock.now()
    await ann.do("position", **said(now, ago=100))
    assert (await bob.do("position", **said(now, ago=80, place=near) | {"within_m": 40.0}))[
        "outcome"
    ] == "older"
    assert (await bob.do("position", **said(now, ago=79, place=near) | {"within_m": 5.0}))[
        "outcome"
    ] == "shown"
    assert (await ann.do("position", **said(now, ago=60)))["outcome"] == "older"
    assert (await ann.do("position", **said(now, ago=48)))["outcome"] == "shown"
    assert (await ann.do("position", **said(now, ago=40) | {"within_m": 90.0}))["outcome"] == "shown"
    position = await desk.the("position")
    assert (position["longitude"], position["within_m"]) == (MARKET[0], 90.0)


async def test_a_doubtful_one_does_not_hide_what_a_colleague_said(town: Town, ann: Member) -> None:
    bob = await town.member(crew="NO-2")
    now = clock.now()
    await ann.do("position", **said(now, ago=20))
    assert (await bob.do("position", **said(now, ago=10, place=FAR) | {"within_m": 1.0}))[
        "outcome"
    ] == "older"


async def test_two_phones_of_a_crew_at_once(town: Town, desk: Member, ann: Member) -> None:
    bob = await town.member(crew="NO-2")
    now = clock.now()
    answers = await asyncio.gather(
        *(who.post("position", **said(now, ago=ago)) for ago in range(8) for who in (ann, bob))
    )
    assert {answer.status_code for answer in answers} == {200}
    assert datetime.fromisoformat((await desk.the("position"))["at"]) == now


async def test_rounded_stands_nowhere_exactly(town: Town, desk: Member, ann: Member) -> None:
    await settle(town, positions="rounded")
    exact = (4.861234, 51.031234)
    await ann.do("position", **said(place=exact, heading=90, speed=10))
    position = await desk.the("position")
    assert position.get("heading") is None
    assert position["within_m"] == pytest.approx(12 + 250 / 2**0.5)
    assert 0 < abs(position["longitude"] - exact[0]) < 0.002
    everything = await town.rows(
        """select t::text as said from incidents.track t union all select p::text from incidents.position p
           union all select convert_from(body, 'UTF8') from feed.record where type = 'incidents.position'"""
    )
    assert len(everything) == 3
    assert not any("4.861234" in row["said"] or "51.031234" in row["said"] for row in everything)


async def test_off_nothing_is_written_and_what_stood_goes(town: Town, desk: Member, ann: Member) -> None:
    assert await ann.see("sharing") == {"positions": "exact", "every_s": 15}
    await ann.do("position", **said(ago=30))
    await settle(town, positions="off", position_seconds=60)
    assert await ann.see("sharing") == {"positions": "off", "every_s": 60}
    assert await ann.do("position", **said(place=FAR)) == {"outcome": "off", "every_s": 60}
    assert len(await kept(town)) == 1
    await go_stale(town.house.platform)
    assert await desk.held("position") == {}


async def test_presence_expires_by_a_timer(town: Town, desk: Member, ann: Member) -> None:
    bob = await town.member(crew="NO-4")
    await ann.do("position", **said(ago=59 * 60))
    await bob.do("position", **said(ago=58 * 60))
    await go_stale(town.house.platform)
    assert len(await desk.held("position")) == 2
    with clock.fixed(clock.now() + timedelta(seconds=70)):
        await go_stale(town.house.platform)
    assert (await desk.the("position"))["call_sign"] == "NO-4"
    assert len(await desk.held("crew")) == 2


async def test_where_crews_were_is_kept_for_the_hours_that_the_zone_sets(town: Town, ann: Member) -> None:
    for ago in (20, 10):
        await ann.do("position", **said(ago=ago))
    first, second = await kept(town)
    with clock.fixed(first["told_at"] + timedelta(hours=23, minutes=59)):
        await erase_track(town.house.platform)
        assert len(await kept(town)) == 2
    with clock.fixed(first["told_at"] + timedelta(hours=24)):
        await erase_track(town.house.platform)
        assert [row["id"] for row in await kept(town)] == [second["id"]]
    await settle(town, position_hours=1)
    with clock.fixed(second["told_at"] + timedelta(hours=1)):
        await erase_track(town.house.platform)
    assert await kept(town) == []
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"position_hours": 24 * 7 + 1}, IncidentsSettings)


@pytest.mark.parametrize(
    "wrong",
    [
        b'"longitude": NaN, "latitude": 51.0, "within_m": 5',
        b'"longitude": 1e999, "latitude": 51.0, "within_m": 5',
        b'"longitude": 4.8, "latitude": 91, "within_m": 5',
        b'"longitude": 181, "latitude": 51, "within_m": 5',
        b'"longitude": 4.8, "latitude": 51, "within_m": -1',
        b'"longitude": 4.8, "latitude": 51, "within_m": 5, "heading": 361',
        b'"longitude": 4.8, "latitude": 51, "within_m": 5, "person": "x"',
        b'"latitude": 51, "within_m": 5',
    ],
)
async def test_what_is_no_place_is_refused(town: Town, ann: Member, wrong: bytes) -> None:
    path = "/api/incidents/position"
    body = b'{"at": "' + clock.now().isoformat().encode() + b'", ' + wrong + b"}"
    headers = {
        "Authorization": f"DPoP {ann.phone.token}",
        "DPoP": ann.phone.proof("POST", path, body),
        "content-type": "application/json",
    }
    answer = await ann.phone.http.post(path, content=body, headers=headers)
    assert answer.status_code in {400, 422}
    assert await kept(town) == []


async def test_a_report_leaves_no_entry_in_the_log(town: Town, ann: Member) -> None:
    before = await town.logged()
    await ann.do("position", **said())
    assert await town.logged() == before


async def place(town: Town, **more: Any) -> str:
    given: dict[str, Any] = {
        "key": new_id(), "call_sign": "BRW-1", "unit": None, **said(),
        "heading": None, "source": "tak", **more,
    }  # fmt: skip
    platform = town.house.platform
    async with platform.database.transaction(town.id) as tx:
        saves = Saves(tx)
        outcome = await public.place(platform, saves, **given)
        await saves.write(platform.bus)
    return outcome


async def test_a_foreign_system_places_others(town: Town, desk: Member, ann: Member) -> None:
    key = new_id()
    assert await place(town, key=key) == "shown"
    assert await place(town, key=key, **said(ago=60)) == "older"
    position = await desk.the("position")
    assert (position["id"], position["source"], position["call_sign"]) == (str(key), "tak", "BRW-1")
    assert await ann.held("position") == {}
    for wrong in ({"longitude": float("nan")}, {"within_m": float("inf")}, {"heading": float("nan")},
                  {"latitude": -90.5}, {"at": datetime(2026, 1, 1)}):  # fmt: skip  # noqa: DTZ001
        with pytest.raises(PositionImpossible):
            await place(town, **wrong)
    await settle(town, positions="off")
    assert await place(town, key=key) == "off"


async def test_whoever_follows_is_told_in_the_same_transaction(town: Town, desk: Member, ann: Member) -> None:
    told: list[tuple[str, Any]] = []
    fails = False

    async def follower(platform: Any, tx: Any, kind: str, record: Any) -> None:
        if tx.organisation == town.id:
            assert platform.module == "incidents"
            assert await tx.fetchval(f"select true from incidents.{kind} where id = $1", record.id)
            told.append((kind, record))
            if fails:
                raise RuntimeError

    followers = town.house.platform.service(INCIDENTS).followers
    followers.append(follower)
    try:
        incident = await desk.open()
        await ann.do("take-state", incident=incident, state="accepted")
        await ann.do("position", **said())
        assert [kind for kind, _ in told] == ["incident", "incident", "crew", "position"]
        assert str(told[-1][1].id) == (await ann.the("crew"))["id"]
        await town.member(crew="NO-4")
        assert told[-1][1].call_sign == "NO-4"
        fails = True
        with pytest.raises(RuntimeError):
            await place(town)
        assert len(await desk.held("position")) == 1
    finally:
        followers.remove(follower)


async def test_what_stands_now(town: Town, desk: Member, ann: Member) -> None:
    one, two = await desk.open("Een"), await desk.open("Twee")
    await ann.do("close", incident=one, result="done")
    await ann.do("position", **said())
    async with town.house.platform.database.transaction(town.id) as tx:
        assert [str(incident.id) for incident in await public.incidents_now(tx)] == [two]
        assert [crew.call_sign for crew in await public.crews_now(tx)] == ["NO-2"]
        assert [position.call_sign for position in await public.positions_now(tx)] == ["NO-2"]

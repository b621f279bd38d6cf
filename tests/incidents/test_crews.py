"""Crews follow duty; a status belongs to one incident; closing frees; two crews at once."""

from __future__ import annotations

from typing import Any

from focus.core.ids import new_id
from focus.modules.duty.shifts import end_overdue
from focus.modules.incidents.crews import follow_all
from tests.incidents.town import Member, Town


def states(incident: Any) -> dict[str, str]:
    return {one["call_sign"]: one["state"] for one in incident["crews"]}


async def test_those_on_duty_under_one_call_sign_are_a_crew(town: Town, ann: Member) -> None:
    unit = await town.unit("NO")
    bob = await town.member(crew=" no-2", unit=unit)
    crew = await ann.the("crew")
    assert {one["person"] for one in crew["members"]} == {str(ann.who.id), str(bob.who.id)}
    assert (crew["call_sign"], crew["unit"], crew["unit_name"], crew["state"]) == (
        "NO-2",
        str(unit),
        "NO",
        "available",
    )
    await bob.on_duty("NO-4", unit)
    assert {one["call_sign"]: len(one["members"]) for one in (await ann.held("crew")).values()} == {
        "NO-2": 1,
        "NO-4": 1,
    }


async def test_a_crew_whose_last_member_leaves_is_gone_and_left_as_available(
    town: Town, desk: Member, ann: Member
) -> None:
    incident = await desk.open()
    await ann.do("take-state", incident=incident, state="on_scene")
    await ann.off_duty()
    assert await desk.held("crew") == {}
    assert states((await desk.held("incident"))[incident]) == {"NO-2": "available"}


async def test_a_shift_that_ends_by_the_clock_takes_the_crew_along(
    town: Town, desk: Member, ann: Member
) -> None:
    await town.change(
        "update duty.shift set since = since - interval '9 hours', until = until - interval '9 hours'"
    )
    await end_overdue(town.house.platform.seen_by("duty"))
    assert await desk.held("crew") == {}


async def test_crews_are_made_for_who_was_on_duty_before(town: Town, desk: Member, ann: Member) -> None:
    before = await ann.the("crew")
    await town.change("delete from incidents.crew")
    await town.change("delete from feed.record where type = 'incidents.crew'")
    assert await ann.held("crew") == {}
    await follow_all(town.house.platform)
    assert await ann.the("crew") == before


async def test_one_press_sets_crew_and_incident(town: Town, desk: Member, ann: Member) -> None:
    bob = await town.member(crew="NO-2")
    incident = await desk.open()
    for state in ("accepted", "en_route", "on_scene"):
        await ann.do("take-state", incident=incident, state=state)
        crew, shown = await bob.the("crew"), await bob.the("incident")
        assert (crew["state"], crew["incident"], states(shown)) == (state, incident, {"NO-2": state})
    assert list(shown["crews"][0]["times"]) == ["accepted", "en_route", "on_scene"]
    await bob.do("take-state", incident=incident, state="available")
    assert (await ann.the("crew"))["incident"] is None


async def test_the_first_press_gives_the_time(town: Town, desk: Member, ann: Member) -> None:
    bob = await town.member(crew="NO-2")
    incident = await desk.open()
    await ann.do("take-state", incident=incident, state="accepted")
    first = (await ann.the("incident"))["crews"]
    await bob.do("take-state", incident=incident, state="accepted")
    assert (await ann.the("incident"))["crews"] == first


async def test_accepting_another_incident_makes_the_crew_available_on_the_first(
    town: Town, desk: Member, ann: Member
) -> None:
    one, two = await desk.open("Een"), await desk.open("Twee")
    await ann.do("take-state", incident=one, state="on_scene")
    await ann.do("take-state", incident=two, state="accepted")
    shown = await ann.held("incident")
    assert states(shown[one]) == {"NO-2": "available"}
    assert states(shown[two]) == {"NO-2": "accepted"}
    assert (await ann.the("crew"))["incident"] == two


async def test_two_crews_may_accept_at_once_and_both_are_seen(town: Town, desk: Member, ann: Member) -> None:
    import asyncio

    bob = await town.member(crew="NO-4")
    incident = await desk.open()
    await asyncio.gather(
        ann.do("take-state", incident=incident, state="accepted"),
        bob.do("take-state", incident=incident, state="accepted"),
    )
    assert states(await desk.the("incident")) == {"NO-2": "accepted", "NO-4": "accepted"}


async def test_closing_frees_the_crews(town: Town, desk: Member, ann: Member) -> None:
    bob = await town.member(crew="NO-4")
    incident = await desk.open()
    await ann.do("take-state", incident=incident, state="on_scene")
    await bob.do("take-state", incident=incident, state="accepted")
    await ann.do("close", incident=incident, result="done", text="Niets ontvreemd")
    shown = await bob.the("incident")
    assert (shown["state"], shown["result"], states(shown)) == (
        "closed", "done", {"NO-2": "available", "NO-4": "available"},
    )  # fmt: skip
    assert {one["incident"] for one in (await bob.held("crew")).values()} == {None}
    assert await ann.refused("take-state", incident=incident, state="accepted") == (
        409,
        "incidents.incident_closed",
    )


async def test_who_is_on_duty_in_no_crew_takes_no_state(town: Town, desk: Member) -> None:
    incident = await desk.open()
    eve = await town.member()
    assert await eve.refused("take-state", incident=incident, state="accepted") == (409, "incidents.no_crew")


async def test_a_state_said_without_network_counts_from_then(town: Town, desk: Member, ann: Member) -> None:
    incident = await desk.open()
    outbox = await ann.outbox()
    outbox.keep("incidents.take_state", {"incident": incident, "state": "en_route"})
    await ann.do("take-state", incident=incident, state="on_scene")
    (outcome,) = await outbox.deliver()
    assert outcome["status"] == 200, outcome
    (on,) = (await ann.the("incident"))["crews"]
    assert (on["state"], sorted(on["times"])) == ("on_scene", ["en_route", "on_scene"])
    assert on["times"]["en_route"] < on["times"]["on_scene"]
    assert (await ann.the("crew"))["state"] == "on_scene"


async def test_a_crew_is_sent_and_taken_off(town: Town, desk: Member, ann: Member) -> None:
    incident = await desk.open()
    crew = (await ann.the("crew"))["id"]
    await desk.do("assign", incident=incident, crew=crew)
    assert ((await ann.the("crew"))["state"], states(await ann.the("incident"))) == (
        "assigned",
        {"NO-2": "assigned"},
    )
    assert await desk.refused("assign", incident=incident, crew=crew) == (422, "incidents.nothing_changed")
    await desk.do("unassign", incident=incident, crew=crew)
    assert ((await ann.the("crew"))["state"], states(await ann.the("incident"))) == (
        "available",
        {"NO-2": "available"},
    )
    assert await desk.refused("assign", incident=incident, crew=new_id()) == (404, "incidents.crew_unknown")


async def test_off_duty_a_phone_holds_nothing(town: Town, desk: Member, ann: Member) -> None:
    incident = await desk.open(text="Melder staat buiten")
    await ann.do("note", id=new_id(), incident=incident, text="Deur open")
    assert len(await ann.held("line")) == 2
    await ann.off_duty()
    for kind in ("incident", "line", "crew", "caller"):
        assert await ann.held(kind) == {}


async def test_two_organisations_never_see_each_other(
    town: Town, desk: Member, ann: Member, house: Any
) -> None:
    from tests.incidents.town import town_of

    other = await town_of(house)
    eve, chief = await other.member(crew="NO-2"), await other.desk()
    incident = await desk.open()
    assert await eve.held("incident") == {}
    assert len(await eve.held("crew")) == 1
    for who, name, more in (
        (eve, "take-state", {"state": "accepted"}),
        (eve, "note", {"id": new_id(), "text": "x"}),
        (eve, "close", {"result": "done"}),
        (chief, "reopen", {}),
    ):
        assert await who.refused(name, incident=incident, **more) == (404, "incidents.incident_unknown")
    mine = (await ann.the("crew"))["id"]
    theirs = await chief.open()
    assert await chief.refused("assign", incident=theirs, crew=mine) == (404, "incidents.crew_unknown")

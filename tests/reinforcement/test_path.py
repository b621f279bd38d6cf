"""The whole path: asked in one click, at work in the other zone, and gone when the time is over."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from focus.core.organisations.store import sharing
from focus.modules.reinforcement.finishing import catch_up, finish, finish_there
from focus.modules.reinforcement.telling import tell
from tests.reinforcement.zones import Pair, act, look_up, publish, pulled, see, the_call


async def test_before_it_a_guest_sees_nothing_of_the_host(pair: Pair) -> None:
    helper = await pair.home.member(crew="HE-7")
    desk = await pair.host.desk()
    await desk.open()
    await publish(pair.host, "Overval Markt")
    held = await pulled(helper)
    assert "incidents.incident" not in held and "briefing.item" not in held
    assert "reinforcement.call" not in held


async def test_a_leader_sees_who_can_be_asked_and_no_more(pair: Pair) -> None:
    unit = await pair.home.unit("HE")
    helper = await pair.home.member(crew="HE-7", unit=unit)
    await pair.home.member(crew="he-7")
    leader, _ = await pair.leaders()
    (crew,) = await see(leader, "lent-crews")
    assert (crew["organisation"], crew["call_sign"], crew["people"], crew["unit_name"], crew["here"]) == (
        str(pair.home.id),
        crew["call_sign"],
        2,
        "HE",
        False,
    )
    assert crew["call_sign"].lower() == "he-7"
    assert str(helper.who.id) not in str(crew)
    await pair.reinforced(leader)
    assert [one["here"] for one in await see(leader, "lent-crews")] == [True]


async def test_one_click_opens_incidents_briefing_and_lookups(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    desk = await pair.host.desk()
    incident = await desk.open("Gewapende overval")
    await publish(pair.host, "Overval Markt")
    _, helper = await pair.over(leader)
    held = await pulled(helper)
    assert [one["title"] for one in held["incidents.incident"]] == ["Gewapende overval"]
    (item,) = held["briefing.item"]
    assert "Overval Markt" in str(item)
    assert await helper.do("take-state", incident=incident, state="on_scene")
    (crew,) = (await desk.held("crew")).values()
    assert (crew["call_sign"], crew["state"], crew["incident"]) == ("HE-7", "on_scene", incident)
    assert (await look_up(helper)).status_code == 200


async def test_what_happens_meanwhile_reaches_him(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    desk = await pair.host.desk()
    _, helper = await pair.over(leader)
    await desk.open("Later gemeld")
    assert [one["title"] for one in (await helper.held("incident")).values()] == ["Later gemeld"]


async def test_his_shift_at_home_stays_and_his_phone_knows_both_posts(pair: Pair) -> None:
    leader, at_home = await pair.leaders()
    made, helper = await pair.over(leader)
    call = await the_call(helper)
    assert (call["host"], call["home"], call["home_post"]) == (
        str(pair.host.id),
        str(pair.home.id),
        str(helper.who.post),
    )
    (crew,) = (await at_home.held("crew")).values()
    assert crew["call_sign"] == "HE-7"
    await helper.phone.change_post(helper.who.post)
    assert (await the_call(helper))["id"] == call["id"]
    assert [one["id"] for one in await see(at_home, "reinforcements")] == [made]


async def test_his_own_zone_stays_closed_to_the_host(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    desk = await pair.home.desk()
    await desk.open("Thuis")
    await publish(pair.home, "Alleen thuis")
    _, helper = await pair.over(leader)
    for somebody in (leader, helper, await pair.host.member(crew="NO-2")):
        held = str(await pulled(somebody))
        assert "Thuis" not in held and "Alleen thuis" not in held


async def test_a_guest_learns_nothing_of_who_works_at_the_host(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    _, helper = await pair.over(leader)
    for path in ("/api/organisations/people", "/api/organisations/posts", "/api/reinforcement/lent-crews"):
        answer = await helper.phone.call("GET", path)
        assert (answer.status_code, answer.json()["code"]) == (403, "gate.not_permitted"), path


async def test_when_the_time_is_over_everything_is_refused_before_any_job_ran(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    incident = await (await pair.host.desk()).open()
    made, helper = await pair.over(leader)
    post = UUID((await the_call(helper))["id"])
    await pair.pass_time(made)
    for answer in (
        await helper.phone.me(),
        await helper.phone.post("/api/sync/pull", {}),
        await look_up(helper),
        await helper.post("take-state", incident=incident, state="on_scene"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (401, "identity.signed_out")
    helper.phone = await pair.house.signed_in(helper.who)
    assert (await helper.phone.change_post(post, expect=403)).json()["code"] == "identity.no_post"


async def test_the_clock_ends_it_in_both_zones_and_both_logs(pair: Pair) -> None:
    leader, at_home = await pair.leaders()
    made, helper = await pair.over(leader)
    await helper.phone.change_post(helper.who.post)
    await pair.pass_time(made)
    await finish(pair.platform, pair.host.id, UUID(made))
    await tell(pair.platform, pair.host.id, UUID(made))
    for side in (leader, at_home):
        (shown,) = await see(side, "reinforcements")
        assert (shown["ended_why"], shown["ended_by"]) == ("time", "")
    assert [kind for kind, _ in await pair.log(pair.host)] == ["Reinforced", "ReinforcementEnded"]
    assert [kind for kind, _ in await pair.log(pair.home)] == ["CrewsLent", "ReinforcementEnded"]
    assert await (await pair.host.desk()).held("crew") == {}
    assert "reinforcement.call" not in await pulled(helper)
    assert [one["call_sign"] for one in (await helper.held("crew")).values()] == ["HE-7"]


async def test_before_the_time_the_clock_ends_nothing(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    made, helper = await pair.over(leader)
    await finish(pair.platform, pair.host.id, UUID(made))
    await catch_up(pair.platform)
    assert (await helper.phone.me()).status_code == 200


async def test_the_host_ends_it_early(pair: Pair) -> None:
    leader, at_home = await pair.leaders()
    made, helper = await pair.over(leader)
    assert (await act(leader, "end-reinforcement", id=made)).status_code == 200
    assert (await helper.phone.me()).status_code == 401
    await tell(pair.platform, pair.host.id, UUID(made))
    (shown,) = await see(at_home, "reinforcements")
    assert (shown["direction"], shown["ended_why"]) == ("given", "host") and shown["ended_by"]
    assert (await act(leader, "end-reinforcement", id=made)).json()["code"] == "reinforcement.over"


async def test_its_home_takes_its_people_back_at_once(pair: Pair) -> None:
    leader, at_home = await pair.leaders()
    made, helper = await pair.over(leader)
    assert (await act(at_home, "end-reinforcement", id=made)).status_code == 200
    assert (await helper.phone.me()).status_code == 401
    await finish_there(pair.platform, pair.home.id, UUID(made))
    await tell(pair.platform, pair.host.id, UUID(made))
    (shown,) = await see(leader, "reinforcements")
    assert (shown["direction"], shown["ended_why"]) == ("received", "home")
    assert await (await pair.host.desk()).held("crew") == {}
    for town in (pair.host, pair.home):
        kinds = [kind for kind, _ in await pair.log(town)]
        assert kinds.count("ReinforcementEnded") == 1, kinds


async def test_with_the_agreement_revoked_it_is_over(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    made, helper = await pair.over(leader)
    async with pair.house.platform.database.transaction(pair.home.id) as tx:
        await sharing.revoke(tx, pair.grant, reason="proef")
    pair.house.identity.authenticator.forget("*")
    assert (await helper.phone.me()).status_code == 401
    await finish(pair.platform, pair.host.id, UUID(made))
    (shown,) = await see(leader, "reinforcements")
    assert shown["ended_why"] == "revoked"
    assert await see(leader, "lent-crews") == []


async def test_what_nobody_was_told_of_is_caught_up_with(pair: Pair) -> None:
    leader, at_home = await pair.leaders()
    made, _ = await pair.over(leader)
    await pair.pass_time(made)
    async with pair.house.platform.database.transaction(pair.home.id) as tx:
        await tx.execute("delete from reinforcement.reinforcement")
    await catch_up(pair.platform)
    await tell(pair.platform, pair.host.id, UUID(made))
    (shown,) = await see(at_home, "reinforcements")
    assert shown["ended_why"] == "time"


async def test_it_lasts_as_long_as_was_said(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    await pair.home.member(crew="HE-7")
    await pair.reinforced(leader, hours=12)
    (shown,) = await see(leader, "reinforcements")
    lasts = datetime.fromisoformat(shown["until"]) - datetime.fromisoformat(shown["since"])
    assert timedelta(0) <= lasts - timedelta(hours=12) < timedelta(seconds=10)

"""Two hosts at once, two reinforcements of one person, a guest without network."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import UUID

from focus.core import clock
from focus.core.organisations.store import sharing, switches
from focus.modules.reinforcement.finishing import catch_up, finish
from focus.modules.reinforcement.telling import tell
from tests.incidents.town import Member, Town
from tests.reinforcement.zones import MODULES, Pair, act, pulled, see, the_call


async def second_host(pair: Pair) -> tuple[Pair, Member]:
    """Another zone to which the same home lends its people, with its shift leader."""
    town = Town(pair.house, await pair.house.organisation())
    async with pair.house.platform.database.transaction(town.id) as tx:
        for module in MODULES:
            await switches.switch(tx, module.name, on=True)
    async with pair.house.platform.database.transaction(pair.home.id) as tx:
        grant = await sharing.give(
            tx, recipient=town.id, what="organisations.person", basis="proef",
            starts_at=clock.now() - timedelta(days=1), ends_at=None,
        )  # fmt: skip
    other = Pair(pair.house, town, pair.home, grant)
    return other, await town.member("shift_leader")


async def test_one_crew_asked_by_two_hosts_helps_both_and_each_end_is_its_own(pair: Pair) -> None:
    leader, at_home = await pair.leaders()
    other, second = await second_host(pair)
    helper = await pair.home.member(crew="HE-7")
    one, two = await pair.reinforced(leader), await other.reinforced(second)
    calls = {call["host"]: call for call in (await pulled(helper))["reinforcement.call"]}
    assert set(calls) == {str(pair.host.id), str(other.host.id)}
    assert {shown["id"] for shown in await see(at_home, "reinforcements")} == {one, two}
    assert (await act(leader, "end-reinforcement", id=one)).status_code == 200
    await tell(pair.platform, pair.host.id, UUID(one))
    assert (await the_call(helper))["host"] == str(other.host.id)
    await helper.phone.change_post(UUID(calls[str(other.host.id)]["id"]))
    assert (await helper.phone.me()).status_code == 200
    assert [one["call_sign"] for one in (await (await other.host.desk()).held("crew")).values()] == ["HE-7"]


async def test_two_hosts_at_the_same_moment_hold_up_nobody(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    other, second = await second_host(pair)
    await pair.home.member(crew="HE-7")
    made = await asyncio.gather(pair.reinforced(leader), other.reinforced(second))
    assert len(set(made)) == 2


async def test_over_by_the_clock_he_can_be_asked_again_before_any_job_ran(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    await pair.home.member(crew="HE-7")
    made = await pair.reinforced(leader)
    await pair.pass_time(made)
    assert [one["here"] for one in await see(leader, "lent-crews")] == [False]
    again = await pair.reinforced(leader)
    await finish(pair.platform, pair.host.id, UUID(made))
    assert len(await (await pair.host.desk()).held("crew")) == 1
    shown = {one["id"]: one["ended_why"] for one in await see(leader, "reinforcements")}
    assert shown == {made: "time", again: ""}
    posts = await pair.host.rows(
        """select p.id from organisations.post p join reinforcement.guest g on g.post_id = p.id
           where p.ends_at > now()"""
    )
    assert len(posts) == 1


async def test_what_a_guest_did_before_the_end_counts_after_it_and_what_came_later_is_told(
    pair: Pair,
) -> None:
    leader, _ = await pair.leaders()
    incident = await (await pair.host.desk()).open()
    made, helper = await pair.over(leader)
    outbox = await helper.outbox()
    outbox.keep("incidents.take_state", {"incident": incident, "state": "accepted"})
    await asyncio.sleep(0.1)
    assert (await act(leader, "end-reinforcement", id=made)).status_code == 200
    await asyncio.sleep(0.1)
    outbox.keep("incidents.take_state", {"incident": incident, "state": "on_scene"})
    first, second = await outbox.deliver()
    assert (first["status"], first["final"]) == (200, True), first
    assert (second["status"] in (401, 403, 409), second["final"]) == (True, True), second
    assert second["problem"]["code"]
    log = pair.house.platform.log
    async with pair.house.platform.database.transaction(pair.host.id) as tx:
        kinds = [one.kind for one in await log.events_of(tx, limit=50)]
    assert {"sync.ItemRefused", "gate.CommandRefused"} & set(kinds), kinds


async def test_a_guest_whose_home_ends_the_grant_is_out_before_any_job_ran(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    made, helper = await pair.over(leader)
    call = await the_call(helper)
    async with pair.house.platform.database.transaction(pair.home.id) as tx:
        await sharing.revoke(tx, pair.grant, reason="proef")
    pair.house.identity.authenticator.forget("*")
    helper.phone = await pair.house.signed_in(helper.who)
    refused = await helper.phone.change_post(UUID(call["id"]), expect=403)
    assert refused.json()["code"] == "identity.no_post"
    await catch_up(pair.platform)
    await tell(pair.platform, pair.host.id, UUID(made))
    assert "reinforcement.call" not in await pulled(helper)

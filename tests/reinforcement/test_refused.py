"""What cannot be asked, and by whom."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from focus.core.organisations.store import sharing, switches
from tests.reinforcement.zones import Pair, act, pair_of, see


async def refused(pair: Pair, leader: Any, **changed: Any) -> tuple[int, str]:
    body = {"id": str(uuid4()), "organisation": str(pair.home.id), "crews": ["HE-7"], **changed}
    answer = await act(leader, "reinforce", **body)
    return answer.status_code, answer.json().get("code", "")


@pytest.mark.parametrize("hours", [0, 13, -1, 1.5, "4"])
async def test_one_to_twelve_whole_hours(pair: Pair, hours: Any) -> None:
    leader, _ = await pair.leaders()
    await pair.home.member(crew="HE-7")
    assert (await refused(pair, leader, hours=hours))[0] in {400, 422}
    assert await see(leader, "reinforcements") == []


async def test_a_crew_that_is_not_on_duty(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    helper = await pair.home.member(crew="HE-7")
    assert await refused(pair, leader, crews=["HE-8"]) == (404, "reinforcement.crew_unknown")
    assert await refused(pair, leader, crews=["HE-7", "HE-8"]) == (404, "reinforcement.crew_unknown")
    await helper.off_duty()
    assert await refused(pair, leader) == (404, "reinforcement.crew_unknown")


async def test_nobody_who_is_not_lent(pair: Pair) -> None:
    stranger = await pair_of(pair.house)
    await stranger.home.member(crew="HE-7")
    leader, _ = await pair.leaders()
    assert await refused(pair, leader, organisation=str(stranger.home.id)) == (
        404,
        "reinforcement.crew_unknown",
    )
    assert await see(leader, "lent-crews") == []


async def test_of_a_crew_only_those_who_are_lent_come(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    helper = await pair.home.member(crew="HE-7")
    await pair.home.member(crew="HE-7")
    async with pair.house.platform.database.transaction(pair.home.id) as tx:
        await tx.execute("update organisations.grant_given set subject_id = $1", helper.who.id)
    assert [one["people"] for one in await see(leader, "lent-crews")] == [1]
    await pair.reinforced(leader)
    rows = await pair.host.rows("select person_id from reinforcement.guest")
    assert [row["person_id"] for row in rows] == [helper.who.id]


async def test_a_revoked_agreement_lends_nobody(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    await pair.home.member(crew="HE-7")
    async with pair.house.platform.database.transaction(pair.home.id) as tx:
        await sharing.revoke(tx, pair.grant, reason="proef")
    assert await refused(pair, leader) == (404, "reinforcement.crew_unknown")


async def test_an_organisation_that_has_it_off_cannot_be_asked(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    await pair.home.member(crew="HE-7")
    async with pair.house.platform.database.transaction(pair.home.id) as tx:
        await switches.switch(tx, "reinforcement", on=False)
    assert await see(leader, "lent-crews") == []
    assert await refused(pair, leader) == (404, "reinforcement.crew_unknown")


async def test_the_same_command_twice_is_one(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    await pair.home.member(crew="HE-7")
    made = await pair.reinforced(leader)
    assert await refused(pair, leader, id=made) == (409, "reinforcement.known")
    assert await refused(pair, leader) == (409, "reinforcement.crew_helps_already")
    assert len(await see(leader, "reinforcements")) == 1
    assert len(await pair.host.rows("select post_id from reinforcement.guest")) == 1


async def test_a_call_sign_that_both_have_is_made_distinct(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    await pair.host.member(crew="HE-7")
    await pair.home.member(crew="he-7")
    await pair.reinforced(leader, "HE-7")
    signs = {one["call_sign"] for one in (await (await pair.host.desk()).held("crew")).values()}
    code = (await pair.home.rows("select code from organisations.organisation"))[0]["code"]
    assert signs == {"HE-7", f"he-7 {code}"}


async def test_only_who_dispatches_asks_and_ends(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    officer = await pair.host.member(crew="NO-2")
    helper = await pair.home.member(crew="HE-7")
    made = await pair.reinforced(leader)
    for somebody in (officer, helper):
        assert await refused(pair, somebody) == (403, "gate.not_permitted")
        answer = await act(somebody, "end-reinforcement", id=made)
        assert (answer.status_code, answer.json()["code"]) == (403, "gate.not_permitted")


async def test_a_third_zone_ends_nothing(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    await pair.home.member(crew="HE-7")
    made = await pair.reinforced(leader)
    third, _ = await (await pair_of(pair.house)).leaders()
    answer = await act(third, "end-reinforcement", id=made)
    assert (answer.status_code, answer.json()["code"]) == (404, "reinforcement.unknown")


async def test_the_door_that_takes_back_touches_one_s_own_people_alone(pair: Pair) -> None:
    leader, _ = await pair.leaders()
    await pair.home.member(crew="HE-7")
    made = await pair.reinforced(leader)
    third = await pair_of(pair.house)
    async with pair.house.platform.database.transaction(third.home.id) as tx:
        taken = await tx.fetchval("select reinforcement.take_back($1, $2, now())", pair.host.id, UUID(made))
        assert taken == [] and await tx.fetchval("select focus.must_scope()") == third.home.id
    rows = await pair.host.rows(
        """select p.ends_at > now() as runs from organisations.post p
           join reinforcement.guest g on g.post_id = p.id"""
    )
    assert [row["runs"] for row in rows] == [True]

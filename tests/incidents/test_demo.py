"""The evening of the demo: enough to look at, nobody whom a visitor plays."""

from __future__ import annotations

import pytest

from focus.core.organisations.store import people
from focus.modules.duty.demo import Placed
from focus.modules.incidents import demo
from focus.modules.incidents.messages.kinds import KINDS
from focus.modules.incidents.settings import RESULTS
from focus.server.demo import demo_id, seed_demo
from tests.identity.house import house_at
from tests.incidents.town import DUTY, HOOKS, INCIDENTS, Member, Town


async def placed(town: Town) -> list[Placed]:
    unit = await town.unit("NO")
    signs = ["NO-2", "NO-4", "NO-6", "CE-1", "CE-3", "CE-5", "CE-7", "WE-3"] * 2
    made = [await town.house.someone(town.id) for _ in signs]
    async with town.house.platform.database.transaction(town.id) as tx:
        for one in made:
            await people.place_post(tx, one.post, units=(unit,), wards=())
    return [Placed(one.id, one.post, unit, sign) for one, sign in zip(made, signs, strict=True)]


async def test_an_evening_has_open_and_closed_incidents_and_crews(town: Town, desk: Member) -> None:
    those = await placed(town)
    database = town.house.platform.database
    assert await demo.fill(database, town.id, those) == 32
    incidents = list((await desk.held("incident")).values())
    assert [one["state"] for one in incidents].count("open") == 12
    crews = list((await desk.held("crew")).values())
    assert (len(crews), {len(one["members"]) for one in crews}) == (8, {2})
    busy = {one["call_sign"]: one["incident"] for one in crews if one["incident"]}
    assert len(busy) == 8
    for incident in incidents:
        on = {
            one["call_sign"] for one in incident["crews"] if one["state"] not in ("available", "unavailable")
        }
        assert not on or incident["state"] == "open"
        assert {sign for sign, where in busy.items() if where == incident["id"]} <= on
    assert await demo.fill(database, town.id, those) == 0


async def test_the_demo_company_is_on_duty_and_nobody_whom_a_visitor_plays(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    async with house_at(tmp_path_factory.mktemp("demo"), DUTY, HOOKS, INCIDENTS) as house:
        database = house.platform.database
        for _ in range(2):
            await seed_demo(database, modules=("duty", "incidents"))
        async with database.transaction(demo_id("organisation", "5999")) as tx:
            crews = await tx.fetch("select call_sign, members from incidents.crew")
            incidents = await tx.fetchval("select count(*) from incidents.incident")
    assert (len(crews), incidents) == (8, 32)
    on_duty = {person for crew in crews for person in crew["members"]}
    assert len(on_duty) == 16
    assert demo_id("person", "lotte.maes") not in on_duty


def test_its_kinds_and_results_are_known() -> None:
    assert {one.kind for one in demo.told()} <= set(KINDS)
    assert {one.result for one in demo.told()} - {""} <= set(RESULTS)

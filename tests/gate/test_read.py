"""Views: who looked at what is in the log before anything is shown."""

from __future__ import annotations

import asyncio

import pytest

from focus.core.gate import Principal
from focus.core.ids import new_id
from tests.support.station import Station, somebody
from tests.support.waiting import until_locked_out

SECRET = "a letter for Grietje Geheim"


@pytest.fixture
async def ann(station: Station) -> Principal:
    """Somebody whose organisation has one thing in its lockers."""
    who = somebody("lockers.use")
    async with station.platform.database.transaction(who.organisation_id) as tx:
        await tx.execute(
            "insert into lockers.item (organisation_id, id, note) values ($1, $2, $3)",
            who.organisation_id,
            who.person_id,
            SECRET,
        )
    return who


async def test_a_consultation_is_logged_with_the_ids_shown(station: Station, ann: Principal) -> None:
    await station.ask("GET", "/api/lockers/items", who=ann)
    (event,) = await station.events(ann.organisation_id)
    assert (event.kind, event.what) == (
        "lockers.Consulted",
        {"view": "items", "ids": [str(ann.person_id)]},
    )


async def test_the_answer_waits_until_the_consultation_is_durable(station: Station, ann: Principal) -> None:
    async with station.owner.transaction():
        await station.owner.execute("lock table log.event in exclusive mode")
        asking = asyncio.create_task(station.ask("GET", "/api/lockers/items", who=ann))
        await until_locked_out(station.owner, "log.event")
        await station.ask("GET", "/api/lockers/hello")  # an early answer would be here before this one
        answered_early = asking.done()
    assert not answered_early
    assert (await asking).status == 200
    assert len(await station.events(ann.organisation_id)) == 1


async def test_without_log_a_view_shows_nothing(station: Station, ann: Principal) -> None:
    async with station.without_log():
        answer = await station.ask("GET", "/api/lockers/items", who=ann)
    assert (answer.status, answer.code) == (503, "log.unavailable")
    assert SECRET not in str(answer)


async def test_a_log_that_hangs_is_given_up_within_three_seconds(station: Station, ann: Principal) -> None:
    async with asyncio.timeout(3):
        async with station.owner.transaction():
            await station.owner.execute("lock table log.event in exclusive mode")
            answer = await station.ask("GET", "/api/lockers/items", who=ann)
    assert answer.status == 503


async def test_the_log_works_again_by_itself(station: Station, ann: Principal) -> None:
    async with station.without_log():
        await station.ask("GET", "/api/lockers/items", who=ann)
    answer = await station.ask("GET", "/api/lockers/items", who=ann)
    assert answer.status == 200


async def test_a_view_about_nobody_else_is_not_logged(station: Station, ann: Principal) -> None:
    answer = await station.ask("GET", "/api/lockers/count?number=3", who=ann)
    assert answer.status == 200 and await station.events(ann.organisation_id) == []


async def test_parameters_of_a_private_view_are_not_taken_from_the_url(
    station: Station, ann: Principal
) -> None:
    answer = await station.ask("GET", "/api/lockers/find?note=x", who=ann)
    assert (answer.status, answer.code) == (405, "core.method_not_allowed")


async def test_a_private_view_reads_its_body(station: Station, ann: Principal) -> None:
    answer = await station.ask("POST", "/api/lockers/find", {"note": SECRET}, who=ann)
    assert [item["id"] for item in answer.body] == [str(ann.person_id)]


async def test_a_view_shows_its_own_organisation_only(station: Station, ann: Principal) -> None:
    stranger = somebody("lockers.use")
    answer = await station.ask("GET", "/api/lockers/items", who=stranger)
    assert answer.body == []


async def test_a_route_reads_in_the_scope_of_who_asks(station: Station, ann: Principal) -> None:
    path = f"/api/lockers/item/{ann.person_id}"
    mine = await station.ask("GET", path, who=ann)
    theirs = await station.ask("GET", path, who=somebody("lockers.use"))
    none = await station.ask("GET", f"/api/lockers/item/{new_id()}", who=somebody("lockers.use"))
    assert mine.status == 200 and theirs.body == none.body

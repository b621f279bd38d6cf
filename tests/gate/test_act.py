"""Actions: an event or no commit, one transaction, each command once."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import pytest

from focus.core.gate import Principal
from focus.core.ids import new_id
from tests.support.device import Answer
from tests.support.lockers.module import memory_of
from tests.support.station import Station, somebody

WRITES = ["put-in-silently", "put-in-too-much", "break-down"]
"""Actions that write and then do not end well."""


@pytest.fixture
def ann() -> Principal:
    return somebody("lockers.use")


async def put_in(station: Station, who: Principal, content: Any, **headers: str) -> Answer:
    return await station.ask("POST", "/api/lockers/put-in", content, who=who, **headers)


def thing(note: str = "a torch") -> dict[str, str]:
    return {"item": str(new_id()), "note": note}


async def rows(station: Station, organisation: UUID) -> int:
    found = await station.owner.fetchval(
        "select count(*) from lockers.item where organisation_id = $1", organisation
    )
    return int(found)


async def test_an_action_answers_its_event(station: Station, ann: Principal) -> None:
    content = thing()
    answer = await put_in(station, ann, content)
    assert (answer.status, answer.body) == (200, {"item": content["item"]})


async def test_an_action_without_event_is_not_committed(station: Station, ann: Principal) -> None:
    answer = await station.ask("POST", "/api/lockers/put-in-silently", thing(), who=ann)
    assert (answer.status, await rows(station, ann.organisation_id)) == (500, 0)


@pytest.mark.parametrize("action", WRITES)
async def test_what_failed_leaves_no_row_no_event_and_no_command(
    station: Station, ann: Principal, action: str
) -> None:
    command = str(new_id())
    await station.ask("POST", f"/api/lockers/{action}", thing(), who=ann, focus_command=command)
    kept = await station.owner.fetchval("select count(*) from gate.command where id = $1", UUID(command))
    assert (await rows(station, ann.organisation_id), await station.events(ann.organisation_id), kept) == (
        0,
        [],
        0,
    )


async def test_row_event_and_command_stand_in_one_transaction(station: Station, ann: Principal) -> None:
    await put_in(station, ann, thing(), focus_command=str(new_id()))
    transactions = await station.owner.fetch(
        """select xmin::text from lockers.item where organisation_id = $1
           union all select xmin::text from log.event where organisation_id = $1
           union all select xmin::text from gate.command where organisation_id = $1""",
        ann.organisation_id,
    )
    assert len(transactions) == 3 and len({row[0] for row in transactions}) == 1


async def test_the_log_says_who_did_what_and_what_the_action_added(station: Station, ann: Principal) -> None:
    content = thing("four")
    await put_in(station, ann, content)
    (event,) = await station.events(ann.organisation_id)
    assert (event.kind, event.person_id, event.device_id, event.what) == (
        "lockers.ItemPutIn",
        ann.person_id,
        ann.device_id,
        {"item": content["item"], "length": 4},
    )


async def test_nothing_is_written_while_the_log_cannot_be(station: Station, ann: Principal) -> None:
    async with station.without_log():
        answer = await put_in(station, ann, thing())
    assert (answer.status, answer.code) == (503, "log.unavailable")
    assert await rows(station, ann.organisation_id) == 0


async def test_a_command_seen_before_answers_its_first_result(station: Station, ann: Principal) -> None:
    content, command = thing(), str(new_id())
    before = memory_of(station.platform).runs
    answers = [await put_in(station, ann, content, focus_command=command) for _ in range(3)]
    assert [answer.body for answer in answers] == [{"item": content["item"]}] * 3
    assert memory_of(station.platform).runs == before + 1


async def test_a_command_seen_before_is_logged_once(station: Station, ann: Principal) -> None:
    content, command = thing(), str(new_id())
    for _ in range(2):
        await put_in(station, ann, content, focus_command=command)
    assert len(await station.events(ann.organisation_id)) == 1


async def test_the_order_of_a_body_does_not_make_another_command(station: Station, ann: Principal) -> None:
    content, command = thing(), str(new_id())
    await put_in(station, ann, content, focus_command=command)
    answer = await put_in(station, ann, dict(reversed(content.items())), focus_command=command)
    assert answer.status == 200


async def test_a_command_id_with_another_body_is_refused(station: Station, ann: Principal) -> None:
    command = str(new_id())
    await put_in(station, ann, thing(), focus_command=command)
    answer = await put_in(station, ann, thing(), focus_command=command)
    assert (answer.status, answer.code) == (409, "gate.command_differs")


async def test_a_command_id_of_another_person_is_refused(station: Station, ann: Principal) -> None:
    bob = somebody("lockers.use", organisation=ann.organisation_id)
    content, command = thing(), str(new_id())
    await put_in(station, ann, content, focus_command=command)
    answer = await put_in(station, bob, content, focus_command=command)
    assert (answer.status, answer.code) == (409, "gate.command_differs")


async def test_a_command_id_of_another_action_is_refused(station: Station, ann: Principal) -> None:
    content, command = thing(), str(new_id())
    await put_in(station, ann, content, focus_command=command)
    answer = await station.ask(
        "POST", "/api/lockers/put-in-silently", content, who=ann, focus_command=command
    )
    assert (answer.status, answer.code) == (409, "gate.command_differs")


async def test_a_command_id_belongs_to_its_organisation(station: Station, ann: Principal) -> None:
    command = str(new_id())
    await put_in(station, ann, thing(), focus_command=command)
    answer = await put_in(station, somebody("lockers.use"), thing(), focus_command=command)
    assert answer.status == 200


async def test_a_command_that_failed_may_be_sent_again(station: Station, ann: Principal) -> None:
    content, command = thing(), str(new_id())
    async with station.without_log():
        await put_in(station, ann, content, focus_command=command)
    answer = await put_in(station, ann, content, focus_command=command)
    assert answer.status == 200 and await rows(station, ann.organisation_id) == 1


async def test_ten_times_the_same_command_at_once_runs_once(station: Station, ann: Principal) -> None:
    content, command, memory = thing(), str(new_id()), memory_of(station.platform)
    before, memory.slow_s = memory.runs, 0.2
    try:
        answers = await asyncio.gather(
            *(put_in(station, ann, content, focus_command=command) for _ in range(10))
        )
    finally:
        memory.slow_s = 0.0
    assert {(answer.status, answer.body["item"]) for answer in answers} == {(200, content["item"])}
    assert memory.runs == before + 1
    assert len(await station.events(ann.organisation_id)) == 1


async def test_a_command_first_needs_the_permission(station: Station, ann: Principal) -> None:
    content, command = thing(), str(new_id())
    await put_in(station, ann, content, focus_command=command)
    dismissed = somebody(organisation=ann.organisation_id, person_id=ann.person_id)
    answer = await put_in(station, dismissed, content, focus_command=command)
    assert answer.status == 403


async def test_a_command_id_that_is_none_is_refused(station: Station, ann: Principal) -> None:
    answer = await put_in(station, ann, thing(), focus_command="once")
    assert (answer.status, answer.code) == (422, "core.invalid_input")

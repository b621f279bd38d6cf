"""What an officer works on: one task at a time, numbered without gaps."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import UUID

import pytest

from focus.core.errors import Problem
from focus.core.gate import Principal
from focus.core.ids import new_id
from focus.core.purposes import errors
from focus.core.purposes.actions import end_task, start_task
from focus.core.purposes.views import my_task
from tests.organisations.town import Town


async def start(town: Town, who: Principal, **given: Any) -> dict[str, Any]:
    return await town.act(
        who, start_task, **{"kind": "control", "purpose": "traffic_check", "title": "Ringlaan", **given}
    )


async def test_a_task_without_reference_gets_the_next_number_of_its_kind(town: Town) -> None:
    officer = await town.someone(await town.organisation())
    kinds = ["control", "control", "check"]
    assert [(await start(town, officer, kind=kind))["reference"] for kind in kinds] == [
        "C-0001",
        "C-0002",
        "W-0001",
    ]


async def test_twenty_officers_at_once_get_twenty_numbers_in_a_row(town: Town) -> None:
    zone = await town.organisation()
    officers = [await town.someone(zone) for _ in range(20)]
    events = await asyncio.gather(*(start(town, officer) for officer in officers))
    assert sorted(event["reference"] for event in events) == [f"C-{number:04}" for number in range(1, 21)]


async def test_a_number_that_was_not_committed_is_given_again(town: Town) -> None:
    officer = await town.someone(await town.organisation())
    with pytest.raises(errors.TitleMissing):
        await start(town, officer, title=" ")
    assert (await start(town, officer))["reference"] == "C-0001"


async def test_each_organisation_counts_for_itself(town: Town) -> None:
    officers = [await town.someone(await town.organisation()) for _ in range(2)]
    assert [(await start(town, officer))["reference"] for officer in officers] == ["C-0001", "C-0001"]


async def test_a_new_task_takes_the_place_of_the_one_before(town: Town) -> None:
    officer = await town.someone(await town.organisation())
    first = await start(town, officer)
    second = await start(
        town, officer, kind="incident", purpose="incident", reference="I-0482", reason="Melding"
    )
    assert second["ended"] == first["task"]
    task = await town.read(officer, my_task)
    assert task is not None and (task.reference, task.purpose.title) == ("I-0482", "Incident")


async def test_ten_starts_at_once_by_one_person_leave_one_active_task(town: Town) -> None:
    officer = await town.someone(await town.organisation())
    await asyncio.gather(*(start(town, officer) for _ in range(10)))
    async with town.platform.database.transaction(officer.organisation_id) as tx:
        rows = await tx.fetch("select ended_at from purposes.task where person_id = $1", officer.person_id)
    assert (len(rows), sum(row["ended_at"] is None for row in rows)) == (10, 1)


async def test_a_task_ends_once(town: Town) -> None:
    officer = await town.someone(await town.organisation())
    task = (await start(town, officer))["task"]
    await town.act(officer, end_task, task=UUID(task))
    assert await town.read(officer, my_task) is None
    with pytest.raises(errors.TaskUnknown):
        await town.act(officer, end_task, task=UUID(task))


async def test_nobody_ends_the_task_of_a_colleague(town: Town) -> None:
    officer = await town.someone(await town.organisation())
    colleague = await town.someone(officer.organisation_id)
    task = UUID((await start(town, colleague))["task"])
    with pytest.raises(errors.TaskUnknown):
        await town.act(officer, end_task, task=task)
    assert await town.read(colleague, my_task) is not None


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"purpose": "curiosity"}, errors.PurposeUnknown),
        ({"purpose": "oversight_review"}, errors.PurposeNotAllowed),
        ({"title": "x" * 121}, errors.TitleMissing),
        ({"reference": "\x00"}, errors.ReferenceInvalid),
    ],
)
async def test_a_task_that_cannot_be_is_refused(
    town: Town, given: dict[str, Any], problem: type[Problem]
) -> None:
    officer = await town.someone(await town.organisation())
    with pytest.raises(problem):
        await start(town, officer, **given)


async def test_start_and_end_of_a_task_are_in_the_log(town: Town) -> None:
    officer = await town.someone(await town.organisation())
    task = (await start(town, officer))["task"]
    await town.act(officer, end_task, task=UUID(task))
    assert await town.logged(officer.organisation_id) == ["purposes.TaskEnded", "purposes.TaskStarted"]


async def test_the_same_command_twice_starts_one_task(town: Town) -> None:
    officer, command = await town.someone(await town.organisation()), new_id()
    parameters = start_task.parameters(kind="control", purpose="traffic_check", title="Ringlaan")
    answers = [
        await town.platform.gate.act(officer, "purposes", start_task, parameters, command=command)
        for _ in range(2)
    ]
    assert answers[0] == answers[1]

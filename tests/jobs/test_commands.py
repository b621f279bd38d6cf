"""What the operator sees of jobs, and does about what was given up."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

from focus.core.database import Database
from focus.core.jobs.commands import again_command, status_command
from focus.core.registry import Job
from tests.jobs.conftest import Chore, process, put
from tests.support.waiting import until


async def said(database: Database) -> tuple[int, str]:
    """The exit status and the lines of `focus jobs status`."""
    out = io.StringIO()
    return await status_command(database, out=out), out.getvalue()


async def test_nothing_waits_in_a_house_at_rest(database: Database) -> None:
    assert await said(database) == (0, "nothing waits\n")


async def test_each_periodic_job_says_when_it_ran_and_when_it_comes(database: Database) -> None:
    chore = Chore()
    async with process(database, Job(chore, every=timedelta(hours=1))):
        await until(lambda: bool(chore.calls))

    status, lines = await said(database)
    (line,) = [line for line in lines.splitlines() if line.startswith("chores.sweep_floor")]
    assert status == 0 and "last 2" in line and "next 2" in line


async def test_what_was_given_up_is_seen_by_kind_and_can_be_tried_again(database: Database) -> None:
    async def fails(platform: Any, **_: Any) -> None:
        if not mended:
            raise ValueError("Jan Peeters")

    mended: list[bool] = []
    chore = Chore(fails)
    job = Job(chore, queue=True)
    async with process(database, job) as jobs:
        await put(jobs, database, job)

        async def given_up() -> bool:
            return (await said(database))[0] == 1

        await until(given_up)
    _, lines = await said(database)
    assert "chores.sweep_floor: 1 GIVEN UP" in lines and "failed by ValueError" in lines
    assert "Peeters" not in lines

    mended.append(True)
    out = io.StringIO()
    assert await again_command(database, "chores.sweep_floor", out=out) == 0
    async with process(database, job):
        await until(lambda: len(chore.calls) == 4)
    assert await again_command(database, "chores.sweep_floor", out=out) == 2
    assert out.getvalue() == "1 put back\n0 put back\n"

"""The database goes and comes back; nobody restarts anything, and nothing is given up."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

from focus.core.registry import Job
from tests.jobs.conftest import Chore, database_on_a_cable, process, put
from tests.support.waiting import until

AWAY_S = 6.0
"""Longer than any statement or connection waits."""


async def test_both_go_on_when_it_is_back_and_what_was_under_way_is_not_given_up(tmp_path: Path) -> None:
    began = asyncio.Event()

    async def needs_the_database(platform: Any, **_: Any) -> None:
        began.set()
        if len(queued.calls) == 1:
            await asyncio.sleep(1)
        async with platform.database.unscoped() as tx:
            await tx.execute("select 1")

    turns, queued = Chore(), Chore(needs_the_database, name="wash_up")
    by_clock, by_queue = Job(turns, every=timedelta(seconds=1)), Job(queued, queue=True)
    async with (
        database_on_a_cable(tmp_path) as (database, cable),
        process(database, by_clock, by_queue) as jobs,
    ):
        await put(jobs, database, by_queue)
        await asyncio.wait_for(began.wait(), 5)
        await until(lambda: bool(turns.calls))
        await cable.pull_out()
        await asyncio.sleep(AWAY_S)
        before = len(turns.calls)
        await cable.plug_in()
        await until(lambda: len(turns.calls) > before and len(queued.calls) == 2, seconds=40)
        await until(lambda: _empty(database))


async def _empty(database: Any) -> bool:
    async with database.unscoped() as tx:
        return bool(await tx.fetchval("select count(*) = 0 from jobs.pgqueuer"))


async def test_a_process_ends_within_two_seconds_while_it_is_away(tmp_path: Path) -> None:
    async def long(platform: Any, **_: Any) -> None:
        await asyncio.sleep(60)

    chore = Chore(long)
    async with database_on_a_cable(tmp_path) as (database, cable):
        async with process(database, Job(chore, every=timedelta(seconds=1))) as jobs:
            await until(lambda: bool(chore.calls))
            await cable.pull_out()
            await asyncio.sleep(2)
            async with asyncio.timeout(2):
                await jobs.stop()
        await cable.plug_in()

"""Periodic work: one process at a time, once after a pause, and nothing ends it but the end."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest

from focus.core.database import Database
from focus.core.jobs.timing import next_after
from focus.core.registry import Job
from tests.jobs.conftest import Chore, process
from tests.support.waiting import until

EVERY = timedelta(seconds=1)


async def _back_in_time(database: Database, seconds: float) -> None:
    """As if the next turn had been due so long ago, and nobody had been there."""
    async with database.unscoped() as tx:
        await tx.execute(
            "update jobs.pgqueuer_schedules set next_run = now() - $1 * interval '1 second'", seconds
        )


async def test_it_runs_at_once_and_then_again(database: Database) -> None:
    chore = Chore()
    async with process(database, Job(chore, every=EVERY)):
        await until(lambda: len(chore.calls) == 2)
    assert chore.calls[0] == {}


async def test_two_processes_run_it_once_a_turn(database: Database) -> None:
    release, at_work, most = asyncio.Event(), 0, 0

    async def does(platform: Any) -> None:
        nonlocal at_work, most
        at_work += 1
        most = max(most, at_work)
        await release.wait()
        at_work -= 1

    chore = Chore(does)
    job = Job(chore, every=EVERY)
    async with process(database, job), process(database, job):
        await until(lambda: len(chore.calls) == 1)
        # A turn is due in both while the first is under way.
        await _back_in_time(database, 1)
        await asyncio.sleep(2.2)
        assert (len(chore.calls), most) == (1, 1)
        release.set()
        await until(lambda: len(chore.calls) >= 2)
    assert most == 1


async def test_after_a_pause_it_catches_up_once(database: Database) -> None:
    chore = Chore()
    job = Job(chore, every=timedelta(hours=1))
    async with process(database, job):
        await until(lambda: len(chore.calls) == 1)
    await _back_in_time(database, 10 * 3600)
    async with process(database, job):
        await until(lambda: len(chore.calls) == 2)
        await asyncio.sleep(1.5)
    assert len(chore.calls) == 2


async def test_what_is_not_due_waits_for_its_time_also_after_a_restart(database: Database) -> None:
    chore = Chore()
    job = Job(chore, every=timedelta(hours=1))
    for _ in range(2):
        async with process(database, job):
            await until(lambda: len(chore.calls) == 1)
    assert len(chore.calls) == 1


async def test_a_run_that_fails_is_named_without_what_it_said_and_the_next_comes(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails(platform: Any) -> None:
        raise ValueError("Jan Peeters, 85.07.30-033.28")

    chore = Chore(fails)
    async with process(database, Job(chore, every=EVERY)):
        await until(lambda: len(chore.calls) == 2)
    assert "job chores.sweep_floor failed: ValueError" in caplog.text
    assert "Peeters" not in caplog.text


async def test_what_the_end_of_a_process_breaks_off_is_due_at_once_elsewhere(database: Database) -> None:
    began = asyncio.Event()

    async def long(platform: Any) -> None:
        began.set()
        await asyncio.sleep(60)

    async with process(database, Job(Chore(long), every=timedelta(hours=1))):
        await asyncio.wait_for(began.wait(), 5)
    next_one = Chore()
    async with process(database, Job(next_one, every=timedelta(hours=1))):
        await until(lambda: len(next_one.calls) == 1)


async def test_a_timer_of_each_process_runs_in_each_and_bears_failures(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails(platform: Any) -> None:
        raise ValueError("Jan Peeters")

    first, second = Chore(fails), Chore(fails)
    often = timedelta(milliseconds=20)
    with caplog.at_level(logging.ERROR):
        async with (
            process(database, Job(first, every=often, per_process=True)),
            process(database, Job(second, every=often, per_process=True)),
        ):
            await until(lambda: len(first.calls) > 1 and len(second.calls) > 1)
    assert "ValueError" in caplog.text and "Peeters" not in caplog.text


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2026, 6, 1, 0, 59, tzinfo=UTC), datetime(2026, 6, 1, 1, 0, tzinfo=UTC)),
        (datetime(2026, 6, 1, 1, 0, tzinfo=UTC), datetime(2026, 6, 2, 1, 0, tzinfo=UTC)),
        (datetime(2026, 10, 24, 12, 0, tzinfo=UTC), datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
        (datetime(2026, 12, 31, 22, 30, tzinfo=UTC), datetime(2027, 1, 1, 2, 0, tzinfo=UTC)),
    ],
)
def test_three_in_the_morning_is_three_in_brussels(now: datetime, due: datetime) -> None:
    assert next_after(Job(Chore(), at=time(3, 0)), now) == due


def test_the_hour_that_a_spring_night_skips_is_an_hour_later() -> None:
    evening = datetime(2026, 3, 28, 20, 0, tzinfo=UTC)
    assert next_after(Job(Chore(), at=time(2, 30)), evening) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_all_processes_mean_the_same_moment() -> None:
    job = Job(Chore(), every=timedelta(minutes=7))
    moments = sorted({next_after(job, datetime(2026, 6, 1, 12, minute, tzinfo=UTC)) for minute in range(60)})
    assert {later - earlier for earlier, later in pairwise(moments)} == {timedelta(minutes=7)}

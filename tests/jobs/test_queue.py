"""Queued work: with its transaction or not at all, at least once, and never lost in silence."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from focus.core import clock
from focus.core.database import Database
from focus.core.ids import new_id
from focus.core.registry import Job
from tests.jobs.conftest import Chore, process, put
from tests.support.waiting import until


async def _rows(database: Database) -> list[Any]:
    async with database.unscoped(readonly=True) as tx:
        return await tx.fetch("select * from jobs.pgqueuer order by id")


async def test_what_is_put_runs_in_its_organisation_with_its_arguments(
    database: Database, organisation: UUID
) -> None:
    chore, record = Chore(), new_id()
    job = Job(chore, queue=True)
    async with process(database, job) as jobs:
        await put(jobs, database, job, organisation, arguments={"record": record, "version": 3})
        await until(lambda: bool(chore.calls))
        await until(lambda: _none_left(database))
    assert chore.calls == [{"record": record, "version": 3, "organisation": organisation}]


async def _none_left(database: Database) -> bool:
    return not await _rows(database)


async def test_another_process_is_woken_for_it(database: Database) -> None:
    chore = Chore()
    job = Job(chore, queue=True)
    async with process(database, job, started=False) as jobs, process(database, job):
        await asyncio.sleep(0.3)
        await put(jobs, database, job)
        await until(lambda: bool(chore.calls), seconds=3)


async def test_a_transaction_that_is_rolled_back_put_nothing(database: Database) -> None:
    job = Job(Chore(), queue=True)
    async with process(database, job, started=False) as jobs:
        with pytest.raises(ZeroDivisionError):
            async with database.unscoped() as tx:
                await jobs.put(tx, job)
                raise ZeroDivisionError
    assert await _rows(database) == []


async def test_it_waits_for_its_time(database: Database) -> None:
    chore = Chore()
    job = Job(chore, queue=True)
    async with process(database, job) as jobs:
        due = clock.now() + timedelta(seconds=1)
        await put(jobs, database, job, not_before=due)
        await until(lambda: bool(chore.calls))
        assert clock.now() >= due - timedelta(milliseconds=50)


async def test_a_key_is_put_once_while_it_waits_and_again_when_it_was_begun(
    database: Database, organisation: UUID
) -> None:
    release, key = asyncio.Event(), new_id()

    async def does(platform: Any, **_: Any) -> None:
        await release.wait()

    chore = Chore(does)
    job = Job(chore, queue=True)
    async with process(database, job, started=False) as jobs:
        for whose in (organisation, organisation, new_id()):
            await put(jobs, database, job, whose, key=key)
        assert len(await _rows(database)) == 2
        await jobs.start()
        await until(lambda: len(chore.calls) == 2)
        await put(jobs, database, job, organisation, key=key)
        await until(lambda: len(chore.calls) == 3)
        release.set()
        await until(lambda: _none_left(database))


async def test_one_that_waits_is_not_begun_before_who_put_it_again_has_committed(database: Database) -> None:
    chore = Chore()
    job = Job(chore, queue=True)
    async with process(database, job, started=False) as jobs:
        await put(jobs, database, job, key=7)
        async with database.unscoped() as tx:
            await jobs.put(tx, job, key=7)
            await jobs.start()
            await asyncio.sleep(0.5)
            assert chore.calls == []
        await until(lambda: len(chore.calls) == 1)


async def test_it_is_tried_again_and_then_succeeds(database: Database) -> None:
    async def fails_once(platform: Any, **_: Any) -> None:
        if len(chore.calls) == 1:
            raise ValueError

    chore = Chore(fails_once)
    job = Job(chore, queue=True)
    async with process(database, job) as jobs:
        await put(jobs, database, job)
        await until(lambda: len(chore.calls) == 2)
        await until(lambda: _none_left(database))


async def test_poison_is_put_aside_and_nothing_of_what_it_said_is_kept(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails(platform: Any, **_: Any) -> None:
        raise ValueError("Jan Peeters")

    chore = Chore(fails)
    job = Job(chore, queue=True)
    async with process(database, job) as jobs:
        await put(jobs, database, job)
        await until(lambda: _put_aside(database))
    async with database.unscoped(readonly=True) as tx:
        noted = str(await tx.fetch("select * from jobs.pgqueuer_log"))
    assert len(chore.calls) == 3
    assert "ValueError" in noted and "Peeters" not in noted + caplog.text


async def _put_aside(database: Database) -> bool:
    return [row["status"] for row in await _rows(database)] == ["failed"]


async def test_what_takes_its_process_along_is_put_aside_too(database: Database) -> None:
    chore = Chore()
    job = Job(chore, queue=True)
    async with process(database, job, started=False) as jobs:
        await put(jobs, database, job)
        async with database.unscoped() as tx:
            await tx.execute(
                """update jobs.pgqueuer set status = 'picked', begun = 3,
                   queue_manager_id = gen_random_uuid(), heartbeat = now() - interval '1 minute'"""
            )
        await jobs.start()
        await until(lambda: _put_aside(database))
    assert chore.calls == []


async def test_what_the_end_of_a_process_breaks_off_is_run_elsewhere(database: Database) -> None:
    began = asyncio.Event()

    async def long(platform: Any, **_: Any) -> None:
        began.set()
        await asyncio.sleep(60)

    job = Job(Chore(long), queue=True)
    async with process(database, job) as jobs:
        await put(jobs, database, job)
        await asyncio.wait_for(began.wait(), 5)
    (row,) = await _rows(database)
    assert (row["status"], row["begun"]) == ("queued", 0)
    next_one = Chore()
    async with process(database, Job(next_one, queue=True)):
        await until(lambda: len(next_one.calls) == 1)


async def test_an_organisation_neither_sees_nor_changes_what_others_put(
    database: Database, organisation: UUID
) -> None:
    job, other = Job(Chore(), queue=True), new_id()
    async with process(database, job, started=False) as jobs:
        await put(jobs, database, job, organisation)
        await put(jobs, database, job)
    async with database.transaction(other) as tx:
        assert await tx.fetchval("select count(*) from jobs.pgqueuer") == 0
        assert await tx.fetchval("select count(*) from jobs.pgqueuer_log") == 0
        assert await tx.execute("delete from jobs.pgqueuer") == "DELETE 0"
    async with database.transaction(organisation) as tx:
        assert await tx.fetchval("select count(*) from jobs.pgqueuer") == 1


@pytest.mark.parametrize("value", ["Jan Peeters", 1.5, None, {"a": 1}])
async def test_the_queue_takes_ids_only(database: Database, value: Any) -> None:
    job = Job(Chore(), queue=True)
    async with process(database, job, started=False) as jobs:
        with pytest.raises(TypeError, match="ids and numbers only"):
            await put(jobs, database, job, arguments={"name": value})


async def test_nothing_is_put_while_reading(database: Database, organisation: UUID) -> None:
    job = Job(Chore(), queue=True)
    async with process(database, job, started=False) as jobs:
        with pytest.raises(TypeError, match="while reading"):
            await jobs.put(_Reader(database.reading(organisation)), job)


class _Reader:
    def __init__(self, tx: Any) -> None:
        self.tx = tx

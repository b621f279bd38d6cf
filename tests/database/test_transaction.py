"""What a transaction promises to whoever writes in it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from uuid import UUID

import asyncpg
import pytest

from focus.core.database import Database, DatabaseBusy, DatabaseFull, TransactionLost
from focus.core.ids import new_id
from tests.support.waiting import until_asked

INSERT = "insert into notebook.page values ($1, $2, 'words')"


async def pages(database: Database, organisation: UUID) -> int:
    async with database.transaction(organisation, readonly=True) as tx:
        return int(await tx.fetchval("select count(*) from notebook.page"))


async def test_an_exception_undoes_everything(database: Database) -> None:
    here = new_id()
    with pytest.raises(LookupError):
        async with database.transaction(here) as tx:
            await tx.execute(INSERT, here, new_id())
            raise LookupError

    assert await pages(database, here) == 0


async def test_a_cancelled_task_leaves_nothing_behind_and_the_connection_works(embedded: Database) -> None:
    here = new_id()

    async def write_and_wait(single: Database) -> None:
        async with single.transaction(here) as tx:
            await tx.execute(INSERT, here, new_id())
            await tx.execute("select pg_sleep(30)")

    async with Database.open(embedded.home, pool_size=1) as single:
        watcher = await single.direct()
        task = asyncio.create_task(write_and_wait(single))
        await until_asked(watcher, "select pg_sleep(30)")
        await watcher.close()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await pages(single, here) == 0


async def test_a_swallowed_failure_is_not_reported_as_committed(database: Database) -> None:
    here = new_id()
    with pytest.raises(TransactionLost):
        async with database.transaction(here) as tx:
            await tx.execute(INSERT, here, new_id())
            with suppress(asyncpg.DivisionByZeroError):
                await tx.execute("select 1/0")


async def test_a_savepoint_undoes_only_what_is_inside(database: Database) -> None:
    here = new_id()
    async with database.transaction(here) as tx:
        await tx.execute(INSERT, here, new_id())
        with pytest.raises(asyncpg.DivisionByZeroError):
            async with tx.savepoint():
                await tx.execute(INSERT, here, new_id())
                await tx.execute("select 1/0")

    assert await pages(database, here) == 1


async def test_a_readonly_transaction_writes_nothing(database: Database) -> None:
    here = new_id()
    with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
        async with database.transaction(here, readonly=True) as tx:
            await tx.execute(INSERT, here, new_id())


async def test_callbacks_run_in_order_after_the_commit(database: Database) -> None:
    here, seen = new_id(), []
    async with database.transaction(here) as tx:
        await tx.execute(INSERT, here, new_id())
        tx.after_commit(lambda: seen.append("first"))
        tx.after_commit(lambda: seen.append("second"))
        assert seen == []

    assert seen == ["first", "second"]


async def test_callbacks_never_run_after_a_rollback(database: Database) -> None:
    seen: list[str] = []
    with pytest.raises(LookupError):
        async with database.transaction(new_id()) as tx:
            tx.after_commit(lambda: seen.append("called"))
            raise LookupError

    assert seen == []


async def test_a_failing_callback_hides_neither_the_commit_nor_the_others(database: Database) -> None:
    here, seen = new_id(), []
    async with database.transaction(here) as tx:
        await tx.execute(INSERT, here, new_id())
        tx.after_commit(lambda: 1 / 0)
        tx.after_commit(lambda: seen.append("called"))

    assert seen == ["called"]
    assert await pages(database, here) == 1


async def test_a_deferred_constraint_fails_the_commit_and_the_connection_lives_on(database: Database) -> None:
    connection = await asyncpg.connect(database.url)
    await connection.execute(
        "create table if not exists notebook.pair (a int unique deferrable initially deferred);"
        "grant select, insert on notebook.pair to focus_app"
    )
    await connection.close()

    with pytest.raises(asyncpg.UniqueViolationError):
        async with database.unscoped() as tx:
            await tx.execute("insert into notebook.pair values (1), (1)")
    async with database.unscoped() as tx:
        assert await tx.fetchval("select count(*) from notebook.pair") == 0


async def test_more_callers_than_connections_wait_their_turn(embedded: Database) -> None:
    async def ask(database: Database) -> int:
        async with database.unscoped() as tx:
            return int(await tx.fetchval("select pg_backend_pid() from pg_sleep(0.01)"))

    async with Database.open(embedded.home, pool_size=3) as small:
        backends = await asyncio.gather(*(ask(small) for _ in range(60)))
    assert len(set(backends)) == 3


async def test_a_caller_that_waits_too_long_hears_that_the_database_is_busy(embedded: Database) -> None:
    async with Database.open(embedded.home, pool_size=1) as single:
        async with single.unscoped():
            with pytest.raises(DatabaseBusy):
                async with single.unscoped():
                    pass
        async with single.unscoped() as tx:
            assert await tx.fetchval("select 1") == 1


async def test_a_cancelled_waiter_does_not_take_a_connection_with_it(embedded: Database) -> None:
    async def ask(single: Database) -> None:
        async with single.unscoped():
            pass

    async with Database.open(embedded.home, pool_size=1) as single:
        async with single.unscoped():
            waiting = [asyncio.create_task(ask(single)) for _ in range(5)]
            for _ in range(10):  # nothing on the way into the queue waits for anything but a turn
                await asyncio.sleep(0)
            for task in waiting[::2]:
                task.cancel()
        outcome = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(one) for one in outcome[::2]] == [asyncio.CancelledError] * 3
    assert outcome[1::2] == [None, None]


async def test_a_direct_connection_listens(database: Database) -> None:
    heard: asyncio.Queue[str] = asyncio.Queue()
    connection = await database.direct()
    try:
        await connection.add_listener("bell", lambda *said: heard.put_nowait(said[3]))
        async with database.unscoped() as tx:
            await tx.execute("select pg_notify('bell', 'ring')")
        assert await asyncio.wait_for(heard.get(), 5) == "ring"
    finally:
        await connection.close()


async def test_a_full_disk_has_a_word_of_its_own_and_the_connection_lives_on(database: Database) -> None:
    full = "do $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$"
    with pytest.raises(DatabaseFull) as problem:
        async with database.unscoped() as tx:
            await tx.execute(full)
    assert problem.value.status == 507
    async with database.unscoped(readonly=True) as tx:
        assert await tx.fetchval("select 1") == 1

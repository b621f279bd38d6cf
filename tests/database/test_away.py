"""The database goes away and comes back; nobody restarts anything."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path

import asyncpg
import pytest

from focus.core.database import Database, DatabaseAway, DatabaseBusy, migrate
from focus.core.database.pool import Pool
from tests.database.conftest import NOTEBOOK
from tests.database.postgresql import SystemServer, system_binaries, system_server
from tests.support.frozen import frozen
from tests.support.waiting import until, until_asked

pytestmark = pytest.mark.slow
"""It breaks what it stands on."""


@pytest.fixture(scope="module")
def server() -> Iterator[SystemServer]:
    binaries = system_binaries()
    if binaries is None:
        pytest.skip("this machine has no PostgreSQL of its own")
    with system_server(binaries) as found:
        yield found


@pytest.fixture
async def database(server: SystemServer, tmp_path: Path) -> AsyncIterator[Database]:
    if not server.processes():
        server.start()
    async with Database.open(tmp_path, server.url, pool_size=4) as found:
        await migrate(found, [NOTEBOOK])
        yield found


async def direct(database: Database) -> None:
    await (await database.direct()).close()


async def ask(database: Database) -> int:
    async with database.unscoped() as tx:
        return int(await tx.fetchval("select 1"))


async def back(database: Database, *, seconds: float = 10) -> float:
    """Seconds until the database answers again."""
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        with suppress(DatabaseAway):
            await ask(database)
            return time.monotonic() - start
    raise AssertionError("the database did not come back")


async def test_calls_say_so_within_two_seconds_and_heal(server: SystemServer, database: Database) -> None:
    await ask(database)
    server.stop()
    for _ in range(2):
        start = time.monotonic()
        outcome = await asyncio.gather(*(ask(database) for _ in range(50)), return_exceptions=True)
        assert {type(one) for one in outcome} == {DatabaseAway}
        assert time.monotonic() - start < 3
    assert database.away

    server.start()
    assert await back(database) < 3
    assert not database.away


async def test_the_problem_is_a_503_with_a_time_to_retry(server: SystemServer, database: Database) -> None:
    server.stop()
    with pytest.raises(DatabaseAway) as raised:
        await ask(database)
    server.start()
    assert (raised.value.status, raised.value.code) == (503, "core.database_away")
    assert raised.value.params == {"retry_after": 2}


async def test_a_short_break_is_waited_out(server: SystemServer, database: Database) -> None:
    await ask(database)
    server.stop()
    calls = [asyncio.create_task(ask(database)) for _ in range(20)]
    await until(lambda: database.away)
    await asyncio.to_thread(server.start)
    outcome = await asyncio.gather(*calls, return_exceptions=True)
    assert outcome.count(1) == 20


async def test_a_transaction_that_loses_its_server_says_so(server: SystemServer, database: Database) -> None:
    with pytest.raises(DatabaseAway):
        async with database.unscoped() as tx:
            await tx.execute("insert into notebook.colour values ('lost')")
            server.stop()
            await tx.execute("insert into notebook.colour values ('lost too')")
    server.start()
    await back(database)
    async with database.unscoped() as tx:
        assert await tx.fetchval("select count(*) from notebook.colour where name like 'lost%'") == 0


async def test_a_commit_without_server_is_not_taken_for_done(
    server: SystemServer, database: Database
) -> None:
    called: list[str] = []
    with pytest.raises(DatabaseAway):
        async with database.unscoped() as tx:
            tx.after_commit(lambda: called.append("committed"))
            await tx.execute("insert into notebook.colour values ('unsure')")
            server.stop()
    server.start()
    await back(database)
    assert called == []


async def test_a_server_that_hangs_is_noticed(server: SystemServer, database: Database) -> None:
    await ask(database)
    watcher = await asyncpg.connect(server.url)
    asked = asyncio.create_task(ask_slowly(database))
    await until_asked(watcher, "select pg_sleep(60)")
    watcher.terminate()
    with frozen(server.processes()):
        start = time.monotonic()
        with pytest.raises(DatabaseAway):
            await asyncio.wait_for(asked, 10)
        assert time.monotonic() - start < 8  # a beat, two looks and a new line: 1 + 3 * 2
        start = time.monotonic()
        with pytest.raises(DatabaseAway):
            await ask(database)
        assert time.monotonic() - start < 3
    await back(database)


async def ask_slowly(database: Database) -> None:
    async with database.unscoped() as tx:
        await tx.execute("select pg_sleep(60)")


async def test_one_ended_connection_does_not_make_the_database_away(database: Database) -> None:
    with pytest.raises(DatabaseAway):
        async with database.unscoped() as tx:
            me = await tx.fetchval("select pg_backend_pid()")
            await tx.execute("select pg_terminate_backend($1)", me)
            await tx.execute("select 1")
    assert await ask(database) == 1
    assert not database.away


async def test_a_slow_statement_is_no_reason_to_be_away(database: Database) -> None:
    async with database.unscoped() as tx:
        await tx.execute("select pg_sleep(4)")
    assert not database.away


@pytest.mark.parametrize(
    ("took", "is_away"), [(3.5, False), (2.0, True)], ids=["our loop was blocked", "it was silent"]
)
async def test_only_silence_that_we_were_free_to_hear_makes_the_database_away(
    database: Database, took: float, is_away: bool
) -> None:
    now, looks, revived = 0.0, 0, []

    async def connect() -> asyncpg.Connection:
        nonlocal looks, now
        looks += 1
        if 1 < looks < 5:
            now += took
            raise TimeoutError
        return await asyncpg.connect(database.app_dsn)

    async def revive() -> None:
        revived.append(looks)

    pool = Pool(connect, size=1, revive=revive, seconds=lambda: now)
    await pool.start()
    await until(lambda: looks == 5)
    await pool.close()
    assert bool(revived) is is_away


async def test_opening_without_a_database_says_away(server: SystemServer, tmp_path: Path) -> None:
    server.stop()
    try:
        with pytest.raises(DatabaseAway):
            await Database.open(tmp_path, server.url)
    finally:
        server.start()


async def test_a_server_that_has_no_connection_left_is_busy_not_broken(
    database: Database, server: SystemServer
) -> None:
    """Its own limit is reached by others: that passes, and is no fault of the question."""
    async with database.unscoped() as tx:
        role = await tx.fetchval("select session_user")
    admin = await asyncpg.connect(server.url)
    try:
        await admin.execute(f'alter role "{role}" connection limit 0')
        await admin.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = $1", role)
        for asking in (ask, direct):
            with pytest.raises(DatabaseBusy):
                await asking(database)
        await admin.execute(f'alter role "{role}" connection limit -1')
        async with asyncio.timeout(10):
            while True:
                with suppress(DatabaseAway, DatabaseBusy):
                    assert await ask(database) == 1
                    break
    finally:
        await admin.close()

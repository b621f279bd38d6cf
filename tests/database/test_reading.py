"""A question in one round trip has the walls of a transaction in three."""

from __future__ import annotations

import ast
import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import asyncpg
import pytest

from focus.core.database import Database, DatabaseAway, reading
from focus.core.ids import new_id
from tests.database.test_scope import write_page
from tests.support.waiting import until_asked

COUNT = "select count(*) from notebook.page"
PID = "select pg_backend_pid()"


@pytest.fixture
async def single(database: Database) -> AsyncIterator[Database]:
    """One connection, so that each question comes after the one before it on the same line."""
    url = None if database.embedded else database.url
    async with Database.open(database.home, url, pool_size=1) as single:
        yield single


async def refused_without_scope(database: Database) -> bool:
    try:
        async with database.unscoped() as tx:
            await tx.fetch("select * from notebook.page")
    except asyncpg.InsufficientPrivilegeError as error:
        return "no organisation in scope" in str(error)
    return False


async def test_it_sees_the_rows_of_its_organisation_and_no_others(database: Database) -> None:
    here, there = new_id(), new_id()
    page = await write_page(database, here)
    await write_page(database, there)

    assert [row["id"] for row in await database.reading(here).fetch("select id from notebook.page")] == [page]
    assert await database.reading(there).fetchrow("select from notebook.page where id = $1", page) is None
    assert await database.reading(new_id()).fetchval(COUNT) == 0


LARGE = ("lo_creat(-1)", "lo_create(0)", "lo_from_bytea(0, 'x')", "lo_unlink(1)", "lo_put(1, 0, 'x')")


@pytest.mark.parametrize("call", LARGE)
async def test_large_objects_which_no_wall_surrounds_cannot_be_made(database: Database, call: str) -> None:
    """PostgreSQL 15 lets read-only transactions write them, and row-level security knows nothing of them."""
    here = new_id()
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await database.reading(here).fetchval(f"select {call}")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with database.transaction(here, readonly=True) as tx:
            await tx.fetchval(f"select {call}")


def test_nothing_private_of_the_driver_is_touched() -> None:
    own = {"_asked", "_line", "_ask", "_prepare_reading", "_prepare_scope", "_pool", "_scope", "_settle"}
    tree = ast.parse(Path(reading.__file__).read_text("utf-8"))
    private = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert {name for name in private if name.startswith("_") and not name.startswith("__")} <= own


async def test_every_way_of_asking_stands_in_the_scope(database: Database) -> None:
    here = new_id()
    await write_page(database, here, "first")
    reading, sql = database.reading(here), "select words from notebook.page"

    assert [tuple(row) for row in await reading.fetch(sql)] == [("first",)]
    assert tuple(await reading.fetchrow(sql) or ()) == ("first",)
    assert await reading.fetchval(sql) == "first"
    assert await reading.execute(sql) == "SELECT 1"


async def test_it_writes_nothing(database: Database) -> None:
    here = new_id()
    with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
        await database.reading(here).execute("insert into notebook.page values ($1, $2, 'x')", here, new_id())
    assert await database.reading(here).fetchval(COUNT) == 0


async def test_the_line_remembers_neither_the_scope_nor_that_it_only_read(single: Database) -> None:
    here = new_id()
    await write_page(single, here)
    pid = await single.reading(here).fetchval(PID)

    assert await refused_without_scope(single)
    await write_page(single, here)
    assert await single.reading(here).fetchval(COUNT) == 2
    assert await single.reading(here).fetchval(PID) == pid


async def test_a_failed_question_leaves_a_clean_line(single: Database) -> None:
    here = new_id()
    await write_page(single, here)
    pid = await single.reading(here).fetchval(PID)
    with pytest.raises(asyncpg.DivisionByZeroError):
        await single.reading(here).fetch("select 1/0 from notebook.page")

    assert await refused_without_scope(single)
    assert await single.reading(here).fetchval(PID) == pid


async def test_a_value_that_cannot_be_sent_leaves_no_scope_behind(single: Database) -> None:
    here, sql = new_id(), "select words from notebook.page where id = $1"
    await write_page(single, here)
    await single.reading(here).fetch(sql, here)
    with pytest.raises(asyncpg.DataError):
        await single.reading(here).fetch(sql, "no uuid")

    assert await refused_without_scope(single)
    await write_page(single, here)
    assert await single.reading(here).fetchval(COUNT) == 2


async def test_a_cancelled_question_stops_at_the_server_and_leaves_no_scope_behind(single: Database) -> None:
    here = new_id()
    await write_page(single, here)
    pid = await single.reading(here).fetchval(PID)
    watcher = await single.direct()
    task = asyncio.create_task(single.reading(here).fetch("select pg_sleep(30) from notebook.page"))
    await until_asked(watcher, "select pg_sleep(30)")
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    sql = "select count(*) from pg_stat_activity where pid = $1 and state <> 'idle'"
    assert await watcher.fetchval(sql, pid) == 0
    await watcher.close()
    assert await refused_without_scope(single)


async def test_a_thousand_questions_of_many_organisations_never_mix(single: Database) -> None:
    zones = [new_id() for _ in range(10)]
    for zone in zones:
        await write_page(single, zone, str(zone))

    async def ask(zone: UUID, turn: int) -> list[str]:
        task = asyncio.ensure_future(single.reading(zone).fetch("select words from notebook.page"))
        if turn % 7 == 0:
            asyncio.get_running_loop().call_soon(task.cancel)
        return [row["words"] for row in await task]

    turns = [(zones[n % 10], n) for n in range(1000)]
    answers = await asyncio.gather(*(ask(zone, n) for zone, n in turns), return_exceptions=True)
    for (zone, n), answer in zip(turns, answers, strict=True):
        cancelled = n % 7 == 0 and isinstance(answer, asyncio.CancelledError)
        assert cancelled or answer == [str(zone)]


async def test_a_lost_line_is_replaced_and_the_question_repeated(single: Database) -> None:
    here = new_id()
    pid = await single.reading(here).fetchval(PID)
    killer = await asyncpg.connect(single.url)
    await killer.fetchval("select pg_terminate_backend($1)", pid)
    await killer.close()

    assert await single.reading(here).fetchval(PID) != pid


async def test_a_question_under_way_when_the_line_is_lost_is_repeated(single: Database) -> None:
    here = new_id()
    pid = await single.reading(here).fetchval(PID)
    killer = await asyncpg.connect(single.url)
    task = asyncio.create_task(single.reading(here).fetchval("select pg_backend_pid() from pg_sleep(0.5)"))
    await until_asked(killer, "select pg_backend_pid() from pg_sleep(0.5)")
    await killer.fetchval("select pg_terminate_backend($1)", pid)
    await killer.close()

    assert await task != pid


async def test_a_statement_prepared_before_a_migration_is_prepared_anew(database: Database) -> None:
    owner = await asyncpg.connect(database.url)
    await owner.execute(
        "drop table if exists notebook.shape; create table notebook.shape (n int);"
        "grant select on notebook.shape to focus_app; insert into notebook.shape values (1)"
    )
    reading, sql = database.reading(new_id()), "select * from notebook.shape"
    assert [tuple(row) for row in await reading.fetch(sql)] == [(1,)]
    await owner.execute("alter table notebook.shape add m int default 2")
    await owner.close()

    assert [tuple(row) for row in await reading.fetch(sql)] == [(1, 2)]


async def test_the_scope_is_a_uuid(database: Database) -> None:
    for wrong in (None, "", str(new_id())):
        with pytest.raises(TypeError):
            database.reading(wrong)  # type: ignore[arg-type]


async def test_a_closed_database_says_that_it_is_away(single: Database) -> None:
    await single.close()
    with pytest.raises(DatabaseAway):
        await single.reading(new_id()).fetchval(PID)


async def test_what_belongs_to_a_transaction_is_refused(database: Database) -> None:
    reading = database.reading(new_id())
    with pytest.raises(TypeError):
        reading.savepoint()
    with pytest.raises(TypeError):
        reading.after_commit(lambda: None)
    with pytest.raises(TypeError):
        await reading.executemany("select $1::int", [(1,)])


async def test_without_its_scope_in_front_the_second_wall_refuses(single: Database) -> None:
    here = new_id()
    await write_page(single, here)
    reading = single.reading(here)
    assert await reading.fetchval(COUNT) == 1
    reading._scope = b""
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="no organisation in scope"):
        await reading.fetchval(COUNT)


async def test_a_scope_that_the_server_refuses_takes_the_statement_with_it(single: Database) -> None:
    """The server skips everything up to the Sync: the statement never runs by itself."""
    name = f"red {new_id()}"
    reading = single.reading(new_id())
    await reading.fetchval("select 1")
    reading._scope = reading._scope.replace(b"focus_scope", b"other_scope")
    with pytest.raises(asyncpg.InvalidSQLStatementNameError):
        await reading.execute("insert into notebook.colour values ($1)", name)

    async with single.unscoped() as tx:
        assert await tx.fetchval("select count(*) from notebook.colour where name = $1", name) == 0

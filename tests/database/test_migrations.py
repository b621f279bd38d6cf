"""Migrations are applied once, in order, by whoever comes first, and never changed."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import asyncpg
import pytest

from focus.core.database import Database, MigrationRefused, Stream, migrate, pending
from focus.core.ids import new_id

ACTOR = Path(__file__).parent / "actor.py"


@pytest.fixture
def stream(tmp_path: Path) -> Stream:
    """A stream of a name that no other test has, with one file."""
    found = Stream(f"s_{new_id().hex}", tmp_path / "migrations")
    found.folder.mkdir()
    write(found, "0001_start.sql", f"create table {found.name}.thing (id int)")
    return found


def write(stream: Stream, name: str, sql: str) -> None:
    (stream.folder / name).write_text(sql)


async def test_a_stream_becomes_a_schema_and_is_applied_once(database: Database, stream: Stream) -> None:
    assert [str(file) for file in await migrate(database, [stream])] == [f"{stream.name}/0001_start.sql"]
    assert await migrate(database, [stream]) == []


async def test_pending_names_what_migrate_would_apply(database: Database, stream: Stream) -> None:
    assert [file.name for file in await pending(database, [stream])] == ["start"]
    await migrate(database, [stream])
    assert await pending(database, [stream]) == []


async def test_a_changed_file_is_refused(database: Database, stream: Stream) -> None:
    await migrate(database, [stream])
    write(stream, "0001_start.sql", "select 1")

    with pytest.raises(MigrationRefused, match=r"0001_start\.sql was changed after it was applied"):
        await migrate(database, [stream])
    with pytest.raises(MigrationRefused, match="was changed"):
        await pending(database, [stream])


async def test_a_file_that_vanished_is_refused(database: Database, stream: Stream) -> None:
    write(stream, "0002_more.sql", "select 1")
    await migrate(database, [stream])
    (stream.folder / "0002_more.sql").unlink()

    with pytest.raises(MigrationRefused, match="newer version"):
        await migrate(database, [stream])


async def test_a_gap_in_the_numbers_is_refused_before_anything_is_touched(
    database: Database, stream: Stream
) -> None:
    write(stream, "0003_later.sql", "select 1")

    with pytest.raises(MigrationRefused, match="should have number 0002"):
        await migrate(database, [stream])
    (stream.folder / "0003_later.sql").unlink()
    assert len(await pending(database, [stream])) == 1


async def test_a_failing_file_leaves_nothing_and_is_named(database: Database, stream: Stream) -> None:
    write(stream, "0002_bad.sql", f"create table {stream.name}.half (id int); select nonsense")

    with pytest.raises(MigrationRefused, match=r"0002_bad\.sql failed: .*nonsense"):
        await migrate(database, [stream])
    async with database.unscoped() as tx:
        assert await tx.fetchval("select to_regclass($1)", f"{stream.name}.half") is None
    assert [file.name for file in await pending(database, [stream])] == ["bad"]


@pytest.mark.parametrize("name", ["Residence", "pg_things", "a b", "1st", ""])
async def test_a_stream_needs_a_name_that_is_a_schema(database: Database, stream: Stream, name: str) -> None:
    with pytest.raises(MigrationRefused):
        await migrate(database, [stream._replace(name=name)])


async def test_a_name_without_schema_is_refused(database: Database, stream: Stream) -> None:
    write(stream, "0002_loose.sql", "create table loose (id int)")

    with pytest.raises(MigrationRefused, match="no schema has been selected"):
        await migrate(database, [stream])


async def test_everything_belongs_to_the_owner_role(database: Database, stream: Stream) -> None:
    await migrate(database, [stream])
    async with database.unscoped() as tx:
        owner = await tx.fetchval(
            "select relowner::regrole::text from pg_class where oid = $1::text::regclass",
            f"{stream.name}.thing",
        )
    assert owner == "focus_owner"


async def test_two_processes_at_once_apply_each_file_once(database: Database, stream: Stream) -> None:
    write(
        stream,
        "0002_slow.sql",
        f"select pg_sleep(0.5); create table {stream.name}.slow (id int)",
    )
    processes = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, ACTOR, "migrate", database.url, stream.name, stream.folder),
            stdout=asyncio.subprocess.PIPE,
        )
        for _ in range(2)
    ]
    said = [(await process.communicate())[0].split() for process in processes]

    assert sorted(map(len, said)) == [0, 2]
    assert [process.returncode for process in processes] == [0, 0]


async def test_migrating_anew_beside_a_running_platform_keeps_its_login(database: Database) -> None:
    await migrate(database.url, [])
    async with database.unscoped() as tx:
        assert await tx.fetchval("select 1") == 1


async def test_the_platform_may_not_write_what_was_applied(database: Database) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with database.unscoped() as tx:
            await tx.execute("delete from focus.migration")

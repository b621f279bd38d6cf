"""Rows of one organisation are out of reach for every other, and for no organisation at all."""

from __future__ import annotations

from uuid import UUID

import asyncpg
import pytest

from focus.core.database import Database
from focus.core.ids import new_id


async def write_page(database: Database, organisation: UUID, words: str = "at the corner") -> UUID:
    page = new_id()
    async with database.transaction(organisation) as tx:
        await tx.execute("insert into notebook.page values ($1, $2, $3)", organisation, page, words)
    return page


async def test_an_organisation_reads_its_own_rows(database: Database) -> None:
    here = new_id()
    page = await write_page(database, here)

    async with database.transaction(here) as tx:
        assert [row["id"] for row in await tx.fetch("select id from notebook.page")] == [page]


async def test_foreign_rows_are_not_there(database: Database) -> None:
    page = await write_page(database, new_id())

    async with database.transaction(new_id()) as tx:
        assert await tx.fetchrow("select from notebook.page where id = $1", page) is None


async def test_foreign_rows_cannot_be_changed_or_removed(database: Database) -> None:
    there = new_id()
    page = await write_page(database, there)

    async with database.transaction(new_id()) as tx:
        assert await tx.execute("update notebook.page set words = 'x' where id = $1", page) == "UPDATE 0"
        assert await tx.execute("delete from notebook.page where id = $1", page) == "DELETE 0"

    async with database.transaction(there) as tx:
        assert await tx.fetchval("select words from notebook.page where id = $1", page) == "at the corner"


async def test_a_row_cannot_be_written_for_another_organisation(database: Database) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with database.transaction(new_id()) as tx:
            await tx.execute("insert into notebook.page values ($1, $2, 'x')", new_id(), new_id())


async def test_a_row_cannot_be_moved_to_another_organisation(database: Database) -> None:
    here = new_id()
    await write_page(database, here)

    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with database.transaction(here) as tx:
            await tx.execute("update notebook.page set organisation_id = $1", new_id())


async def test_requirement_4_without_scope_reading_is_an_error_not_an_empty_answer(
    database: Database,
) -> None:
    await write_page(database, new_id())

    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="no organisation in scope"):
        async with database.unscoped() as tx:
            await tx.fetch("select * from notebook.page")


async def test_without_scope_writing_is_an_error(database: Database) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with database.unscoped() as tx:
            await tx.execute("insert into notebook.page values ($1, $2, 'x')", new_id(), new_id())


async def test_a_pooled_connection_remembers_no_scope(embedded: Database) -> None:
    async with Database.open(embedded.home, pool_size=1) as single:
        here = new_id()
        async with single.transaction(here) as tx:
            first = await tx.fetchval("select pg_backend_pid()")
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="no organisation in scope"):
            async with single.unscoped() as tx:
                assert await tx.fetchval("select pg_backend_pid()") == first
                await tx.fetch("select * from notebook.page")


async def test_a_rolled_back_scope_is_forgotten_too(embedded: Database) -> None:
    async with Database.open(embedded.home, pool_size=1) as single:
        with pytest.raises(LookupError):
            async with single.transaction(new_id()):
                raise LookupError
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="no organisation in scope"):
            async with single.unscoped() as tx:
                await tx.fetch("select * from notebook.page")


async def test_the_scope_must_be_a_uuid(database: Database) -> None:
    for wrong in (None, "", str(new_id()), "'; reset role; --"):
        with pytest.raises(TypeError):
            database.transaction(wrong)  # type: ignore[arg-type]


async def test_a_uuid_that_prints_something_else_cannot_carry_sql(database: Database) -> None:
    class Loud(UUID):
        def __str__(self) -> str:
            return "'; select 1; --"

    here = new_id()
    async with database.transaction(Loud(int=here.int)) as tx:
        assert await tx.fetchval("select focus.must_scope()") == here


async def test_tables_without_organisation_are_open_without_scope(database: Database) -> None:
    name = f"blue {new_id()}"
    async with database.unscoped() as tx:
        await tx.execute("insert into notebook.colour values ($1)", name)
    async with database.unscoped(readonly=True) as tx:
        assert await tx.fetchval("select count(*) from notebook.colour where name = $1", name) == 1


async def test_a_door_function_finds_the_organisation_before_there_is_a_scope(database: Database) -> None:
    here = new_id()
    page = await write_page(database, here)

    async with database.unscoped() as tx:
        assert await tx.fetchval("select notebook.owner_of($1)", page) == here


async def test_insert_only_tables_take_rows_and_never_lose_them(database: Database) -> None:
    here, drop = new_id(), new_id()
    async with database.transaction(here) as tx:
        await tx.execute("insert into notebook.ink (organisation_id, id) values ($1, $2)", here, drop)

    for statement in ("update notebook.ink set id = id", "delete from notebook.ink", "truncate notebook.ink"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with database.transaction(here) as tx:
                await tx.execute(statement)


@pytest.mark.parametrize("role", ["focus_owner", "focus_door", "postgres"])
async def test_the_platform_cannot_become_another_role(database: Database, role: str) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with database.unscoped() as tx:
            await tx.execute(f"set role {role}")


async def test_the_platform_cannot_lift_a_policy(database: Database) -> None:
    for statement in (
        "alter table notebook.page disable row level security",
        "drop policy scope on notebook.page",
        "create policy open on notebook.page using (true)",
        "select focus.protect('notebook.page')",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with database.unscoped() as tx:
                await tx.execute(statement)


async def test_the_owner_itself_is_held_by_the_policy(database: Database) -> None:
    await write_page(database, new_id())
    connection = await asyncpg.connect(database.url)
    try:
        await connection.execute("set role focus_owner")
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="no organisation in scope"):
            await connection.fetch("select * from notebook.page")
    finally:
        await connection.close()

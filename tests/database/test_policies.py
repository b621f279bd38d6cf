"""The self-check names every place where rows of one organisation could reach another."""

from __future__ import annotations

from collections.abc import AsyncIterator

import asyncpg
import pytest

from focus.core.database import Connection, Database, PoliciesBroken, check_policies

TABLE = "create table notebook.planted (organisation_id uuid not null, id uuid not null);"
PROTECTED = TABLE + "select focus.protect('notebook.planted');"

PLANTED = {
    "a table without policy": (
        TABLE + "grant select on notebook.planted to focus_app",
        "table notebook.planted: no policy: call focus.protect",
    ),
    "a table that nobody was granted": (TABLE, "table notebook.planted: no policy: call focus.protect"),
    "a policy that is not forced": (
        PROTECTED + "alter table notebook.planted no force row level security",
        "table notebook.planted: row-level security is not forced on its owner",
    ),
    "a policy that is switched off": (
        PROTECTED + "alter table notebook.planted disable row level security",
        "table notebook.planted: no policy: call focus.protect",
    ),
    "a second policy that opens": (
        PROTECTED + "create policy open on notebook.planted for select using (true)",
        "table notebook.planted: policy open lets other organisations' rows through",
    ),
    "a policy that lets foreign rows in": (
        PROTECTED + "create policy gift on notebook.planted for insert with check (true)",
        "table notebook.planted: policy gift lets other organisations' rows through",
    ),
    "a condition that fails open": (
        TABLE
        + """alter table notebook.planted enable row level security;
             alter table notebook.planted force row level security;
             create policy scope on notebook.planted using
               (organisation_id::text = current_setting('focus.organisation', true))""",
        "table notebook.planted: no policy: call focus.protect",
    ),
    "an organisation that may be missing": (
        PROTECTED + "alter table notebook.planted alter organisation_id drop not null",
        "table notebook.planted: organisation_id is not uuid not null",
    ),
    "a right to truncate": (
        PROTECTED + "grant truncate on notebook.planted to focus_app",
        "table notebook.planted: focus_app may truncate, reference or trigger on it, "
        "which no policy restrains",
    ),
    "a materialised view": (
        "create materialized view notebook.planted as select organisation_id from notebook.page with no data",
        "table notebook.planted: foreign tables and materialised views cannot keep organisations apart",
    ),
    "a view of the superuser": (
        "reset role; create view notebook.planted as select * from notebook.page;"
        "grant select on notebook.planted to focus_app",
        "view notebook.planted: its owner passes row-level security; make it security_invoker",
    ),
    "a function of the superuser": (
        "reset role; create function notebook.planted() returns bigint language sql security definer"
        " set search_path = '' as 'select count(*) from notebook.page'",
        "function notebook.planted(): security definer of postgres, who passes policies",
    ),
    "a function with an open search path": (
        "create function notebook.planted() returns int language sql security definer as 'select 1'",
        "function notebook.planted(): security definer without a fixed search_path",
    ),
    "a partition that is open": (
        """create table notebook.planted (organisation_id uuid not null, n int) partition by range (n);
           select focus.protect('notebook.planted');
           create table notebook.part partition of notebook.planted for values from (1) to (9);
           grant select on notebook.part to focus_app""",
        "table notebook.part: no policy: call focus.protect",
    ),
}

CLEAN = """
    reset role; drop table if exists notebook.part, notebook.plain;
    do $$ begin
      execute (select format('drop %s if exists notebook.planted',
        case relkind when 'm' then 'materialized view' when 'v' then 'view' else 'table' end)
        from pg_class where oid = to_regclass('notebook.planted'));
    exception when null_value_not_allowed then null; end $$;
    drop function if exists notebook.planted();
"""


@pytest.fixture
async def owner(database: Database) -> AsyncIterator[Connection]:
    """A connection of the owner; what it plants is removed again."""
    connection = await asyncpg.connect(database.url)
    await connection.execute("set role focus_owner")
    yield connection
    await connection.execute(CLEAN)
    await connection.close()


async def test_a_sound_database_passes(database: Database) -> None:
    await check_policies(database)


@pytest.mark.parametrize("fault", PLANTED)
async def test_a_planted_fault_is_found(database: Database, owner: Connection, fault: str) -> None:
    sql, expected = PLANTED[fault]
    await owner.execute(sql)

    with pytest.raises(PoliciesBroken) as raised:
        await check_policies(database)
    assert raised.value.offenders[0] == expected
    assert all("notebook.planted" in other for other in raised.value.offenders[1:])


async def test_tables_without_organisation_need_no_policy(database: Database, owner: Connection) -> None:
    await owner.execute("create table notebook.plain (id int)")
    await check_policies(database)


async def test_a_platform_that_may_become_the_owner_is_found(system: Database) -> None:
    connection = await asyncpg.connect(system.url)
    async with system.unscoped() as tx:
        me = await tx.fetchval("select current_user::text")
    await connection.execute(f"grant focus_owner to {me}")
    try:
        with pytest.raises(PoliciesBroken, match="belongs to focus_owner"):
            await check_policies(system)
    finally:
        await connection.execute(f"revoke focus_owner from {me}")
        await connection.close()


async def test_a_platform_that_passes_policies_is_found(system: Database) -> None:
    connection = await asyncpg.connect(system.url)
    async with system.unscoped() as tx:
        me = await tx.fetchval("select current_user::text")
    await connection.execute(f"alter role {me} bypassrls")
    try:
        with pytest.raises(PoliciesBroken, match=f"role {me}: superuser or bypassrls"):
            await check_policies(system)
    finally:
        await connection.execute(f"alter role {me} nobypassrls")
        await connection.close()


async def test_a_scope_function_that_refuses_nothing_is_found(system: Database) -> None:
    connection = await asyncpg.connect(system.url)
    sound = await connection.fetchval("select pg_get_functiondef('focus.must_scope()'::regprocedure)")
    await connection.execute(
        "create or replace function focus.must_scope() returns uuid language sql stable as"
        " 'select null::uuid'"
    )
    try:
        with pytest.raises(PoliciesBroken, match="does not refuse a transaction without a scope"):
            await check_policies(system)
    finally:
        await connection.execute(sound)
        await connection.close()

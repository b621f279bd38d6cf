"""What an organisation holds in the database, seen past every policy: rows, ids, checksums."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from uuid import UUID

import asyncpg

TABLES = """
select n.nspname as schema, c.relname as name,
  array(select b.attname::text from pg_attribute b
        where b.attrelid = c.oid and b.attnum > 0 and not b.attisdropped
          and b.atttypid in ('uuid'::regtype, 'uuid[]'::regtype)) as ids
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
where c.relkind in ('r', 'p') and not c.relispartition
  and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
order by 1, 2
"""


BY_CLOCK = ("search.closed_until", "log.leaf", "log.tile", "log.checkpoint")
"""Written by the clock, and by nothing else: how far the log was looked through; its seals, which say no more
than its events do."""


@dataclass(frozen=True)
class Table:
    """A table of organisations' rows."""

    schema: str
    name: str
    ids: tuple[str, ...]
    """Columns that hold ids."""

    def __str__(self) -> str:
        return f"{self.schema}.{self.name}"


async def tables(owner: asyncpg.Connection) -> list[Table]:
    """Every table with `organisation_id`."""
    return [Table(row["schema"], row["name"], tuple(row["ids"])) for row in await owner.fetch(TABLES)]


async def checksums(owner: asyncpg.Connection, organisation: UUID) -> dict[str, str]:
    """Of all its rows, by table."""
    each = [
        f"""select '{table}' as name,
              count(*)::text || ' ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') as sum
            from {table} t where organisation_id = $1"""
        for table in await tables(owner)
        if str(table) not in BY_CLOCK
    ]
    return {row["name"]: row["sum"] for row in await owner.fetch(" union all ".join(each), organisation)}


async def ids_of(owner: asyncpg.Connection, organisation: UUID) -> dict[str, list[UUID]]:
    """Ids in its rows by `table.column`; `unit.id` and the like come first, the newest first."""
    found: dict[str, list[UUID]] = {}
    statement = await _every_id(owner, "organisation_id = $1")
    for place, _, ids in await owner.fetch(statement, organisation):
        if ids:
            found[place] = ids
    return found


async def ids_elsewhere(owner: asyncpg.Connection, organisation: UUID) -> set[UUID]:
    """Ids in the rows of all others."""
    rows = await owner.fetch(await _every_id(owner, "organisation_id <> $1"), organisation)
    return {one for row in rows for one in row["ids"]}


async def _every_id(owner: asyncpg.Connection, whose: str) -> str:
    """One statement for all columns of all tables, in their order."""
    columns = [
        (table, column)
        for table in await tables(owner)
        for column in sorted(table.ids, key=lambda name: name != "id")
        if column != "organisation_id"
    ]
    each = [
        f"""select '{table.name}.{column}' as place, {number} as number, array(
              select distinct one from {table} t, unnest(array[t.{column}]) as one
              where {whose} and one is not null order by one desc) as ids"""
        for number, (table, column) in enumerate(columns)
    ]
    return " union all ".join(each) + " order by number"


async def organisations(owner: asyncpg.Connection) -> set[UUID]:
    """All of them: who exists is public."""
    return {row[0] for row in await owner.fetch("select organisation_id from organisations.organisation")}


async def sealed(owner: asyncpg.Connection, organisation: UUID) -> None:
    """Wait until every event of its log is sealed."""
    async with asyncio.timeout(20):
        while await owner.fetchval(
            """select (select count(*) from log.event where organisation_id = $1)
                    <> (select count(*) from log.leaf where organisation_id = $1)""",
            organisation,
        ):
            await asyncio.sleep(0.1)

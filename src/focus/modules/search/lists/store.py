"""Generations of lists in PostgreSQL. Everything happens in a scope: an organisation's, or that of all.

PostgreSQL refuses COPY into a table with row-level security: rows go in as columns, some thousand at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from focus.core.database import Database, Transaction
from focus.modules.search.lists.entries import Entry, Prepared, keys_of

SHARED: Final = UUID(int=0)
"""The scope of lists that all organisations of the installation share."""
KEPT_LOADS: Final = 20
_REMOVED_AT_ONCE: Final = 20_000
_DECODE = msgspec.json.Decoder(Entry).decode


class Current(msgspec.Struct, frozen=True):
    """The generation that answers."""

    generation: UUID
    version: int
    """Of the index of its names; 0: it has none."""
    entries: int
    at: datetime
    fresh_at: datetime
    checked_at: datetime
    tag: str
    mapping: bytes


class Load(msgspec.Struct, frozen=True):
    """One attempt to load."""

    id: UUID
    mode: str
    state: str
    began: datetime
    ended: datetime | None
    lines: int
    good: int
    removed: int
    bad: int
    reason: str


async def current(database: Database, scope: UUID, source: str) -> Current | None:
    """What answers now."""
    row = await database.reading(scope).fetchrow(
        """select generation, version, entries, at, fresh_at, checked_at, tag, mapping
        from search.list_current where organisation_id = $1 and source = $2""",
        scope,
        source,
    )
    return Current(*row) if row else None


async def loads(database: Database, scope: UUID, source: str) -> list[Load]:
    """The last attempts, newest first."""
    rows = await database.reading(scope).fetch(
        """select id, mode, state, began, ended, lines, good, removed, bad, reason from search.list_load
        where organisation_id = $1 and source = $2 order by began desc, id desc""",
        scope,
        source,
    )
    return [Load(*row) for row in rows]


async def bad_lines(database: Database, scope: UUID, load: UUID) -> list[tuple[int, str]]:
    """Those of one attempt that were kept, in order."""
    rows = await database.reading(scope).fetch(
        """select line, reason from search.list_bad_line where organisation_id = $1 and load = $2
        order by line""",
        scope,
        load,
    )
    return [(row[0], row[1]) for row in rows]


async def begin(tx: Transaction, source: str, load: UUID, mode: str, at: datetime) -> None:
    """Write down that a load begins."""
    await tx.execute(
        """insert into search.list_load (organisation_id, id, source, mode, state, began)
        values ($1, $2, $3, $4, 'loading', $5)""",
        tx.organisation,
        load,
        source,
        mode,
        at,
    )


async def add(tx: Transaction, generation: UUID, first: int, some: Prepared) -> None:
    """Entries with their keys into a generation, numbered from `first`."""
    await tx.execute("set local synchronous_commit = off")  # switching over waits for all of it
    await tx.execute(
        """insert into search.list_entry (organisation_id, generation, entry, id, record)
        select $1, $2, r.* from unnest($3::bigint[], $4::text[], $5::bytea[]) r""",
        tx.organisation,
        generation,
        list(range(first, first + len(some.ids))),
        some.ids,
        some.records,
    )
    await tx.execute(
        """insert into search.list_key (organisation_id, generation, key, entry)
        select $1, $2, r.key, r.at + $5::bigint from unnest($3::bigint[], $4::bigint[]) r (key, at)""",
        tx.organisation,
        generation,
        some.keys,
        some.at,
        first,
    )


async def take_out(tx: Transaction, generation: UUID, ids: Sequence[str]) -> list[int]:
    """Entries with these ids out of a generation; their numbers."""
    rows = await tx.fetch(
        """delete from search.list_entry e using search.list_key k
        where k.organisation_id = $1 and k.generation = $2
        and k.key = any(array(select hashtextextended(i, 0) from unnest($3::text[]) i))
        and e.organisation_id = $1 and e.generation = $2 and e.entry = k.entry and e.id = any($3)
        returning e.entry, e.id, e.record""",
        tx.organisation,
        generation,
        list(ids),
    )
    keyed = [(key, row["entry"]) for row in rows for key in keys_of(_DECODE(row["record"]))]
    await tx.execute(
        """delete from search.list_key k using (
          select * from unnest($3::bigint[], $4::bigint[])
          union all
          select hashtextextended(i.id, 0), i.entry from unnest($5::text[], $6::bigint[]) i (id, entry)
        ) r (key, entry)
        where k.organisation_id = $1 and k.generation = $2 and k.key = r.key and k.entry = r.entry""",
        tx.organisation,
        generation,
        [key for key, _ in keyed],
        [at for _, at in keyed],
        [row["id"] for row in rows],
        [row["entry"] for row in rows],
    )
    return [row["entry"] for row in rows]


async def add_ids(tx: Transaction, generation: UUID, first: int = 0) -> None:
    """Keys by which changes find entries by their id, from number `first` on; a full list needs none."""
    await tx.execute(
        """insert into search.list_key (organisation_id, generation, key, entry)
        select $1, $2, hashtextextended(id, 0), entry from search.list_entry
        where organisation_id = $1 and generation = $2 and entry >= $3 on conflict do nothing""",
        tx.organisation,
        generation,
        first,
    )


async def loaded_whole(tx: Transaction, generation: UUID) -> bool:
    """Whether a generation was made by a full list: then its entries have no keys by id."""
    mode = await tx.fetchval(
        "select mode from search.list_load where organisation_id = $1 and id = $2",
        tx.organisation,
        generation,
    )
    return bool(mode == "full")


async def next_number(tx: Transaction, generation: UUID) -> int:
    """The first number that no entry has had."""
    found = await tx.fetchval(
        "select max(entry) from search.list_entry where organisation_id = $1 and generation = $2",
        tx.organisation,
        generation,
    )
    return int(found or 0) + 1


async def switch(tx: Transaction, source: str, now: Current) -> None:
    """From the commit on, this generation answers."""
    await tx.execute(
        """insert into search.list_current
          (organisation_id, source, generation, version, entries, at, fresh_at, checked_at, tag, mapping)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (organisation_id, source) do update set generation = excluded.generation,
          version = excluded.version, entries = excluded.entries, at = excluded.at,
          fresh_at = excluded.fresh_at, checked_at = excluded.checked_at, tag = excluded.tag,
          mapping = excluded.mapping""",
        tx.organisation,
        source,
        now.generation,
        now.version,
        now.entries,
        now.at,
        now.fresh_at,
        now.checked_at,
        now.tag,
        now.mapping,
    )


async def end(
    tx: Transaction,
    load: UUID,
    state: str,
    *,
    ended: datetime,
    at: datetime | None = None,
    counts: tuple[int, int, int, int] = (0, 0, 0, 0),
    reason: str = "",
    bad: Sequence[tuple[int, str]] = (),
) -> None:
    """Write down how a load ended; `counts`: lines, good, removed, bad."""
    await tx.execute(
        """update search.list_load set state = $3, ended = $4, at = $5, lines = $6, good = $7, removed = $8,
        bad = $9, reason = $10 where organisation_id = $1 and id = $2""",
        tx.organisation,
        load,
        state,
        ended,
        at,
        *counts,
        reason,
    )
    await tx.execute(
        """insert into search.list_bad_line (organisation_id, load, line, reason)
        select $1, $2, r.* from unnest($3::bigint[], $4::text[]) r on conflict do nothing""",
        tx.organisation,
        load,
        [line for line, _ in bad],
        [reason for _, reason in bad],
    )


async def sweep(database: Database, scope: UUID, source: str) -> None:
    """Remove generations that no longer answer, also those of a load that was cut off, and old reports.

    Only under the list's lock. In small steps, so that no reader and no other writer waits for it.
    """
    async with database.transaction(scope) as tx:
        await tx.execute(
            """update search.list_load set state = 'failed', reason = 'cut off', ended = now()
            where organisation_id = $1 and source = $2 and state = 'loading'""",
            scope,
            source,
        )
    for row in await database.reading(scope).fetch(
        """select id from search.list_load l where organisation_id = $1 and source = $2 and not exists
        (select from search.list_current where organisation_id = $1 and generation = l.id)
        order by began desc, id desc""",
        scope,
        source,
    ):
        for table in ("list_index", "list_key", "list_entry"):
            while await _removed_some(database, scope, table, row[0]):
                pass
    await _forget_loads(database, scope, source)


async def _removed_some(database: Database, scope: UUID, table: str, generation: UUID) -> bool:
    async with database.transaction(scope) as tx:
        tag = await tx.execute(
            f"""delete from search.{table} where ctid = any(array(
            select ctid from search.{table} where organisation_id = $1 and generation = $2 limit $3))""",  # noqa: S608
            scope,
            generation,
            _REMOVED_AT_ONCE,
        )
    return not tag.endswith(" 0")


async def _forget_loads(database: Database, scope: UUID, source: str) -> None:
    async with database.transaction(scope) as tx:
        gone = await tx.fetch(
            """delete from search.list_load where organisation_id = $1 and id in (
              select id from search.list_load l where organisation_id = $1 and source = $2 and not exists
              (select from search.list_current where organisation_id = $1 and generation = l.id)
              order by began desc, id desc offset $3)
            returning id""",
            scope,
            source,
            KEPT_LOADS,
        )
        await tx.execute(
            "delete from search.list_bad_line where organisation_id = $1 and load = any($2)",
            scope,
            [row[0] for row in gone],
        )

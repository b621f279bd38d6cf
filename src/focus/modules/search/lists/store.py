"""Generations of lists in PostgreSQL. Everything happens in a scope: an organisation's, or that of all.

PostgreSQL refuses COPY into a table with row-level security, and these tables keep theirs: rows go in as
arrays, some thousand in one statement.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from focus.core.database import Database, Transaction
from focus.modules.search.lists.entries import Entry, keys_of

SHARED: Final = UUID(int=0)
"""The scope of lists that all organisations of the installation share."""
KEPT_LOADS: Final = 20
_REMOVED_AT_ONCE: Final = 5_000
_ENCODE = msgspec.json.Encoder().encode
_DECODE = msgspec.json.Decoder(Entry).decode


class Current(msgspec.Struct, frozen=True):
    """The generation that answers."""

    generation: UUID
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
    good: int
    removed: int
    bad: int
    reason: str


async def current(database: Database, scope: UUID, source: str) -> Current | None:
    """What answers now."""
    row = await database.reading(scope).fetchrow(
        """select generation, entries, at, fresh_at, checked_at, tag, mapping
        from search.list_current where organisation_id = $1 and source = $2""",
        scope,
        source,
    )
    return Current(*row) if row else None


async def loads(database: Database, scope: UUID, source: str) -> list[Load]:
    """The last attempts, newest first."""
    rows = await database.reading(scope).fetch(
        """select id, mode, state, began, ended, good, removed, bad, reason from search.list_load
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


async def add(tx: Transaction, generation: UUID, first: int, entries: Sequence[Entry]) -> None:
    """Entries with their keys into a generation, numbered from `first`."""
    numbers = range(first, first + len(entries))
    await tx.execute(
        """insert into search.list_entry (organisation_id, generation, entry, id, record)
        select $1, $2, r.* from unnest($3::bigint[], $4::text[], $5::bytea[]) r""",
        tx.organisation,
        generation,
        list(numbers),
        [entry.record.id for entry in entries],
        [_ENCODE(entry) for entry in entries],
    )
    keyed = [(key, at) for at, entry in zip(numbers, entries, strict=True) for key in keys_of(entry)]
    await tx.execute(
        """insert into search.list_key (organisation_id, generation, key, entry)
        select $1, $2, r.key, r.entry from unnest($3::bigint[], $4::bigint[]) r (key, entry)""",
        tx.organisation,
        generation,
        [key for key, _ in keyed],
        [at for _, at in keyed],
    )


async def take_out(tx: Transaction, generation: UUID, ids: Sequence[str]) -> int:
    """Entries with these ids out of a generation; how many there were."""
    rows = await tx.fetch(
        """delete from search.list_entry where organisation_id = $1 and generation = $2 and id = any($3)
        returning entry, record""",
        tx.organisation,
        generation,
        list(ids),
    )
    # Its keys as it was read, so that no index beside theirs is needed to find them.
    keyed = [(key, row["entry"]) for row in rows for key in keys_of(_DECODE(row["record"]))]
    await tx.execute(
        """delete from search.list_key k using unnest($3::bigint[], $4::bigint[]) r (key, entry)
        where k.organisation_id = $1 and k.generation = $2 and k.key = r.key and k.entry = r.entry""",
        tx.organisation,
        generation,
        [key for key, _ in keyed],
        [at for _, at in keyed],
    )
    return len(rows)


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
          (organisation_id, source, generation, entries, at, fresh_at, checked_at, tag, mapping)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (organisation_id, source) do update set generation = excluded.generation,
          entries = excluded.entries, at = excluded.at, fresh_at = excluded.fresh_at,
          checked_at = excluded.checked_at, tag = excluded.tag, mapping = excluded.mapping""",
        tx.organisation,
        source,
        now.generation,
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
    counts: tuple[int, int, int] = (0, 0, 0),
    reason: str = "",
    bad: Sequence[tuple[int, str]] = (),
) -> None:
    """Write down how a load ended; `counts`: good, removed, bad."""
    await tx.execute(
        """update search.list_load set state = $3, ended = $4, at = $5, good = $6, removed = $7, bad = $8,
        reason = $9 where organisation_id = $1 and id = $2""",
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
        for table in ("list_key", "list_entry"):
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

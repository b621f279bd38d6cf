"""Entries into PostgreSQL: a whole register that can be resumed, or changes that are found at once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

import asyncpg

from focus.core.names.index.rebuilding import rebuild
from focus.core.names.index.refreshing import channel
from focus.core.names.index.schema import checked, indexes, tables, without_indexes
from focus.core.names.index.store import Entry
from focus.core.names.index.writing import Numbering, Pair, delete, insert, lock

BATCH: Final = 50_000
_CHANGES: Final = 2_000
"""Entries a transaction when the index is in use: it holds up other writers, never a search."""


class Progress(NamedTuple):
    """Where a load is. `stage`: entries, indexes, vocabulary, done."""

    stage: str
    position: int
    seconds: float


Told = Callable[[Progress], None]


async def create(connection: asyncpg.Connection, schema: str) -> None:
    """Make the tables and indexes if they are missing; the connection's user owns them."""
    await connection.execute(tables(schema))
    if not await _loading(connection, schema):
        for statement in indexes(schema):
            await connection.execute(statement)


async def load(
    connection: asyncpg.Connection,
    schema: str,
    source: str,
    entries: Callable[[int], Iterable[Entry]],
    *,
    told: Told = lambda _: None,
) -> int:
    """Load a source and return how many entries it had; goes on where an interrupted load of it stopped.

    `entries(n)` yields the source's entries from the n-th on, always in the same order. Into an empty index
    it copies and makes the indexes at the end: searches have to wait. Otherwise entries are added and those
    with a known id replaced, while searches go on.
    """
    s = checked(schema)
    await create(connection, s)
    began = time.monotonic()
    position, bulk = await _begin(connection, s, source)
    batch = BATCH if bulk else _CHANGES
    numbering = await Numbering.whole(connection, s) if bulk else None
    for chunk in _batches(entries(position), batch):
        async with connection.transaction():
            if numbering:
                await connection.execute("set local synchronous_commit = off")
                await insert(connection, s, numbering, chunk)
            else:
                await _replace(connection, s, chunk)
            position += len(chunk)
            await connection.execute(
                f"update {s}.loading set position = $2 where source = $1",  # noqa: S608
                source,
                position,
            )
        told(Progress("entries", position, time.monotonic() - began))
    if bulk:
        await _finish(connection, s, lambda stage: told(Progress(stage, position, time.monotonic() - began)))
    await connection.execute(f"update {s}.loading set finished = now() where source = $1", source)  # noqa: S608
    told(Progress("done", position, time.monotonic() - began))
    return position


async def put(connection: asyncpg.Connection, schema: str, entries: Sequence[Entry]) -> None:
    """Add entries, replace those whose id is known; searches find them from the commit on."""
    s = checked(schema)
    for chunk in _batches(entries, _CHANGES):
        async with connection.transaction():
            await _replace(connection, s, chunk)


async def remove(connection: asyncpg.Connection, schema: str, ids: Sequence[str]) -> int:
    """Take entries out and return how many were there."""
    async with connection.transaction():
        await lock(connection, checked(schema))
        return await delete(connection, schema, ids)


async def _replace(connection: asyncpg.Connection, s: str, entries: Sequence[Entry]) -> None:
    latest = list({entry.id: entry for entry in entries}.values())
    await lock(connection, s)
    await delete(connection, s, [entry.id for entry in latest])
    numbering = await Numbering.for_names(connection, s, [entry.name for entry in latest])
    await _tell(connection, s, await insert(connection, s, numbering, latest))


async def _tell(connection: asyncpg.Connection, s: str, pairs: Sequence[Pair]) -> None:
    """Write down which pairs there are now, for those who hold the pairs in memory."""
    different = list(dict.fromkeys((family, given) for family, given, _, _ in pairs))
    last = await connection.fetchval(
        f"select greatest((select max(number) from {s}.added), (select added from {s}.state))"  # noqa: S608
    )
    await connection.copy_records_to_table(
        "added",
        records=[(number, *pair) for number, pair in enumerate(different, last + 1)],
        schema_name=s,
    )
    await connection.execute("select pg_notify($1, '')", channel(s))


async def _begin(connection: asyncpg.Connection, s: str, source: str) -> tuple[int, bool]:
    """Where to go on, and whether this is the first load of an index without entries."""
    query = f"select position, bulk from {s}.loading where source = $1 and finished is null"  # noqa: S608
    row = await connection.fetchrow(query, source)
    if row is None:
        bulk = not await connection.fetchval(f"select exists (select from {s}.entry)")  # noqa: S608
        await connection.execute(
            f"""insert into {s}.loading (source, position, bulk) values ($1, 0, $2) on conflict (source)
            do update set position = 0, bulk = $2, began = now(), finished = null""",  # noqa: S608
            source,
            bulk,
        )
        row = (0, bulk)
    if row[1]:
        await connection.execute(without_indexes(s))
    return row[0], row[1]


async def _finish(connection: asyncpg.Connection, s: str, told: Callable[[str], None]) -> None:
    told("indexes")
    await connection.execute("set maintenance_work_mem = '512MB'")
    for statement in indexes(s):
        await connection.execute(statement, timeout=3600)
    # Without a visibility map an index-only scan reads the table after all.
    for table in ("entry", "pair", "word", "alias"):
        await connection.execute(f"vacuum (analyze) {s}.{table}", timeout=3600)
    await connection.execute("reset maintenance_work_mem")
    told("vocabulary")
    await rebuild(connection, s)


async def _loading(connection: asyncpg.Connection, schema: str) -> bool:
    query = f"select exists (select from {checked(schema)}.loading where bulk and finished is null)"  # noqa: S608
    return bool(await connection.fetchval(query))


def _batches(entries: Iterable[Entry], size: int) -> Iterator[list[Entry]]:
    remaining = iter(entries)
    while chunk := list(islice(remaining, size)):
        yield chunk

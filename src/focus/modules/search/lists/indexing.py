"""The index of a list's names in the database: in pieces beside its entries, whole and then what changed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from itertools import chain
from typing import Final
from uuid import UUID

import asyncpg
import msgspec

from focus.core.database import Database, Transaction
from focus.core.names.index import Building, Named, Store, changed, packed, store_of, unpacked
from focus.modules.search.lists.entries import Entry, names_of

_PIECE: Final = 4 << 20
_READ_AT_ONCE: Final = 10_000
MOST_CHANGES: Final = 30
"""Changes that are read one after the other; with one more, the index is made anew."""
_MOST_NAMES: Final = 20_000
"""Names of one change: more are sooner indexed with the whole list than by each process."""
_ENTRY: Final = msgspec.json.Decoder(Entry)

Fetch = Callable[..., Awaitable[list[asyncpg.Record]]]


class At(msgspec.Struct, frozen=True):
    """Which state of a list an index is of; `version` 0: its entries alone are there."""

    generation: UUID
    version: int


class Changes(msgspec.Struct, frozen=True, array_like=True):
    """What a delta does to the names: those of some entries go, others come."""

    gone: list[int]
    names: list[Named]


_CHANGES: Final = msgspec.json.Decoder(Changes)


async def read(database: Database, scope: UUID, at: At, known: tuple[At, Store] | None) -> Store:
    """The index of this state, from a known state of the same generation on where that is possible.

    When a load ends meanwhile it may be of no state at all: then the list is at another one by now.
    """
    fetch = database.reading(scope).fetch
    if not at.version:
        return await _of_entries(fetch, scope, at.generation)
    since = known if known and known[0].version > 0 and known[0].generation == at.generation else None
    rows = await fetch(
        """select version, whole, body from search.list_index where organisation_id = $1 and generation = $2
        and version > $3 and version <= $4 order by version, piece""",
        scope,
        at.generation,
        since[0].version if since else 0,
        at.version,
    )
    return await asyncio.to_thread(_made, since[1] if since else None, rows)


def _made(store: Store | None, rows: Sequence[asyncpg.Record]) -> Store:
    bodies: dict[int, bytearray] = {}
    whole = 0
    for row in rows:
        bodies.setdefault(row["version"], bytearray()).extend(row["body"])
        whole = row["version"] if row["whole"] else whole
    if whole:
        store = unpacked(bytes(bodies[whole]))
    later = [_CHANGES.decode(body) for version, body in bodies.items() if version > whole]
    if not later:
        return store or store_of(())
    gone, names = set[int](), dict[int, list[Named]]()
    for change in later:
        gone.update(change.gone)
        for owner in change.gone:
            names.pop(owner, None)
        for each in change.names:
            names.setdefault(each.owner, []).append(each)
    return changed(store or store_of(()), gone, chain.from_iterable(names.values()))


async def write_whole(tx: Transaction, at: At, store: Store) -> None:
    """The index of a generation as of this version; what it was made of before goes."""
    body = await asyncio.to_thread(packed, store)
    await tx.execute(
        "delete from search.list_index where organisation_id = $1 and generation = $2",
        tx.organisation,
        at.generation,
    )
    await _write(tx, at, body, whole=True)


async def write_changes(tx: Transaction, at: At, changes: Changes) -> None:
    """What leads to this version; from time to time the index is made anew of the entries instead."""
    version = await _version_made_anew(tx, at.generation)
    many = len(changes.gone) + len(changes.names)
    if version is not None and at.version - version <= MOST_CHANGES and many <= _MOST_NAMES:
        await _write(tx, at, msgspec.json.encode(changes), whole=False)
        return
    await index_again(tx, at)


async def index_again(tx: Transaction, at: At) -> None:
    """Make the index of the entries that are there."""
    assert tx.organisation is not None
    await write_whole(tx, at, await _of_entries(tx.fetch, tx.organisation, at.generation))


async def _version_made_anew(tx: Transaction, generation: UUID) -> int | None:
    found: int | None = await tx.fetchval(
        "select max(version) from search.list_index where organisation_id = $1 and generation = $2 and whole",
        tx.organisation,
        generation,
    )
    return found


async def _write(tx: Transaction, at: At, body: bytes, *, whole: bool) -> None:
    for piece, start in enumerate(range(0, len(body), _PIECE)):
        await tx.execute(
            """insert into search.list_index (organisation_id, generation, version, piece, whole, body)
            values ($1, $2, $3, $4, $5, $6)""",
            tx.organisation,
            at.generation,
            at.version,
            piece,
            whole,
            body[start : start + _PIECE],
        )


async def _of_entries(fetch: Fetch, scope: UUID, generation: UUID) -> Store:
    building, last = Building(), 0
    while rows := await fetch(
        """select entry, record from search.list_entry where organisation_id = $1 and generation = $2
        and entry > $3 order by entry limit $4""",
        scope,
        generation,
        last,
        _READ_AT_ONCE,
    ):
        last = rows[-1]["entry"]
        await asyncio.to_thread(_add, building, rows)
    return await asyncio.to_thread(building.store)


def _add(building: Building, rows: Sequence[asyncpg.Record]) -> None:
    for row in rows:
        building.add(names_of(row["entry"], _ENTRY.decode(row["record"])))

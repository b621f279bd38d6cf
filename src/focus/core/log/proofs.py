"""Proofs from the database: two round trips each, at most a few tiles."""

from __future__ import annotations

from uuid import UUID

import msgspec

from focus.core.database import Transaction
from focus.core.log.errors import NotSealed, UnknownEvent
from focus.core.log.merkle import Range, consistency_ranges, inclusion_ranges, parts_of, range_root

_PLACE = """
select l.position, l.hash, c.size, c.root, c.note
from log.leaf l
cross join lateral (
  select size, root, note from log.checkpoint k
  where k.organisation_id = l.organisation_id order by k.size desc limit 1) c
where l.event_id = $1
"""


class InclusionProof(msgspec.Struct, frozen=True, kw_only=True):
    """That an event stands in the log: `includes(leaf, index=…, size=…, path=…, root=…)`.

    `leaf`, `path` and `root` are SHA-256 hashes (base64 in JSON); `checkpoint` is the signed note over
    size and root.
    """

    event: UUID
    index: int
    size: int
    leaf: bytes
    path: tuple[bytes, ...]
    root: bytes
    checkpoint: str


class ConsistencyProof(msgspec.Struct, frozen=True, kw_only=True):
    """That the log of `new` events begins with the log of `old` events."""

    old: int
    new: int
    path: tuple[bytes, ...]


async def prove_inclusion(tx: Transaction, event: UUID) -> InclusionProof:
    """The proof under the newest checkpoint. Raises UnknownEvent, NotSealed (for at most a second)."""
    row = await tx.fetchrow(_PLACE, event)
    if row is None:
        if await tx.fetchval("select exists (select from log.event where id = $1)", event):
            raise NotSealed
        raise UnknownEvent
    return InclusionProof(
        event=event,
        index=row["position"],
        size=row["size"],
        leaf=row["hash"],
        path=await range_roots(tx, inclusion_ranges(row["position"], row["size"])),
        root=row["root"],
        checkpoint=row["note"],
    )


async def prove_consistency(tx: Transaction, *, old: int, new: int) -> ConsistencyProof:
    """For two sizes, 0 < old ≤ new ≤ the size of the log. Raises IndexError."""
    if new > (await tx.fetchval("select max(size) from log.checkpoint") or 0):
        raise IndexError(f"the log has less than {new} events")
    return ConsistencyProof(old=old, new=new, path=await range_roots(tx, consistency_ranges(old, new)))


async def range_roots(tx: Transaction, ranges: list[Range]) -> tuple[bytes, ...]:
    """The roots of subtrees, from one question for all tiles."""
    return await Tiles().range_roots(tx, ranges)


class Tiles:
    """The tiles read last, for many proofs in one tree that does not grow meanwhile (a repeatable read)."""

    def __init__(self, *, kept: int = 64) -> None:
        self._kept = kept
        self._tiles: dict[tuple[int, int], bytes] = {}

    async def range_roots(self, tx: Transaction, ranges: list[Range]) -> tuple[bytes, ...]:
        """The roots of subtrees, from one question for those tiles that are not known yet."""
        wanted = {(part.level, part.tile) for start, end in ranges for part in parts_of(start, end)}
        if missing := sorted(wanted - self._tiles.keys()):
            if len(self._tiles) > self._kept:
                self._tiles = {name: self._tiles[name] for name in wanted & self._tiles.keys()}
            sql = "select level, number, hashes from log.tile_hashes($1, $2)"
            for row in await tx.fetch(sql, *zip(*missing, strict=True)):
                self._tiles[row["level"], row["number"]] = row["hashes"]
        return tuple(range_root(start, end, self._tile) for start, end in ranges)

    def _tile(self, level: int, number: int) -> bytes:
        return self._tiles[level, number]

"""Recomputes an organisation's whole log from the database and tells everything that does not agree."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import msgspec

from focus.core import clock
from focus.core.database import Database, Transaction
from focus.core.keys import KeyStore
from focus.core.log.envelope import PayloadChanged, commitment, unseal
from focus.core.log.events import LogEvent, from_canonical
from focus.core.log.keyring import Keyring
from focus.core.log.merkle import leaf_hash
from focus.core.log.notes import BadNote, open_checkpoint, origin_of, verifier_key
from focus.core.log.tiles import GrowingTree, Tile

PAGE = 2000
STALE = timedelta(minutes=1)
"""After this long a committed event should have been sealed."""

_SEALED = """
select l.position, l.event_id, l.epoch, l.xid, l.seq, l.hash,
  e.id, e.epoch as event_epoch, e.xid as event_xid, e.seq as event_seq,
  e.at, e.kind, e.person_id, e.leaf, e.key_version, e.payload
from log.leaf l
left join log.event e on e.organisation_id = l.organisation_id and e.id = l.event_id
where l.position >= $1 order by l.position limit $2
"""

_UNSEALED = """
select e.id, e.at, (e.epoch, e.xid, e.seq) <= (l.epoch, l.xid, l.seq) as passed
from log.event e
left join (select epoch, xid, seq from log.leaf order by position desc limit 1) l on true
where not exists (
  select from log.leaf f where f.organisation_id = e.organisation_id and f.event_id = e.id)
"""


class Finding(msgspec.Struct, frozen=True):
    """`code`: changed, deleted, reordered, inserted, erased, signature, root or fork."""

    code: str
    detail: str
    position: int | None = None
    event: UUID | None = None


class Report(msgspec.Struct, kw_only=True):
    """What a verification saw; without findings the log is as it was signed.

    `waits_since`: the oldest event that should have been sealed by now, as after a crash or while nobody
    seals. That is no damage, but nothing is signed over these events yet.
    """

    organisation: UUID
    key: str
    size: int = 0
    erased: int = 0
    unsealed: int = 0
    checkpoints: int = 0
    waits_since: datetime | None = None
    findings: list[Finding] = []

    @property
    def ok(self) -> bool:
        return not self.findings


async def verify_organisation(
    database: Database, keys: KeyStore, organisation: UUID, *, known: Sequence[str] = ()
) -> Report:
    """Recompute every leaf, tile, root and signature; `known`: checkpoints that a witness kept.

    A tail cut off together with its checkpoints shows only against a checkpoint kept elsewhere.
    """
    run = _Run(organisation, await keys.public_key(organisation), Keyring(database, keys))
    async with database.transaction(organisation, readonly=True) as tx:
        await tx.execute("set transaction isolation level repeatable read")
        await run.checkpoints(tx)
        for note in known:
            run.known(note)
        async for row in sealed_rows(tx):
            await run.leaf(tx, row)
        await run.tiles(tx)
        await run.unsealed(tx)
    run.finish()
    return run.report


async def sealed_rows(tx: Transaction, *, page: int = PAGE) -> AsyncIterator[asyncpg.Record]:
    """Leaves with their events, in the order of the tree; event columns are null when the event is gone."""
    start = 0
    while rows := await tx.fetch(_SEALED, start, page):
        for row in rows:
            yield row
        start = rows[-1]["position"] + 1


class _Run:
    def __init__(self, organisation: UUID, public_key: bytes, keyring: Keyring) -> None:
        origin = origin_of(organisation)
        self.report = Report(organisation=organisation, key=verifier_key(origin, public_key))
        self._organisation = organisation
        self._origin = origin
        self._public_key = public_key
        self._keyring = keyring
        self._tree = GrowingTree()
        self._tiles: dict[tuple[int, int], Tile] = {}
        self._signed: dict[int, bytes] = {}
        self._kept: dict[int, bytes] = {}
        self._last = (0, 0, 0)
        self._gone: dict[UUID, int] = {}
        self._erasures: set[UUID] = set()

    def find(self, code: str, detail: str, row: asyncpg.Record | None = None) -> None:
        place = (row["position"], row["event_id"]) if row else (None, None)
        self.report.findings.append(Finding(code, detail, *place))

    async def checkpoints(self, tx: Transaction) -> None:
        for row in await tx.fetch("select size, root, note from log.checkpoint order by size"):
            self.report.checkpoints += 1
            try:
                signed = open_checkpoint(row["note"], origin=self._origin, public_key=self._public_key)
            except BadNote as error:
                self.find("signature", f"checkpoint of {row['size']} events: {error}")
                continue
            if (signed.size, signed.root) != (row["size"], row["root"]):
                self.find(
                    "changed", f"the row of the checkpoint of {row['size']} events is not what was signed"
                )
            self._signed[signed.size] = signed.root

    def known(self, note: str) -> None:
        try:
            kept = open_checkpoint(note, origin=self._origin, public_key=self._public_key)
        except BadNote as error:
            self.find("signature", f"a checkpoint kept elsewhere: {error}")
        else:
            self._kept[kept.size] = kept.root

    async def leaf(self, tx: Transaction, row: asyncpg.Record) -> None:
        while self._tree.size < row["position"]:
            self.find("deleted", f"position {self._tree.size} is missing")
            self._grow(b"\x00" * 32)
        place = (row["epoch"], row["xid"], row["seq"])
        if place <= self._last:
            self.find("reordered", "stands after an event that came later", row)
        self._last = place
        if row["id"] is None:
            self.find("deleted", "the event is gone", row)
        else:
            await self._event(tx, row)
        self._grow(row["hash"])

    async def _event(self, tx: Transaction, row: asyncpg.Record) -> None:
        if leaf_hash(row["leaf"]) != row["hash"]:
            self.find("changed", "its commitment is not what was sealed", row)
        place = (row["event_epoch"], row["event_xid"], row["event_seq"])
        if place != (row["epoch"], row["xid"], row["seq"]):
            self.find("reordered", "its place in time was changed", row)
        if row["payload"] is None:
            self._gone[row["id"]] = row["position"]
            self.report.erased += 1
            return
        try:
            salt, event = await open_row(tx, self._keyring, self._organisation, row)
        except (PayloadChanged, msgspec.DecodeError):
            self.find("changed", "its content does not decrypt", row)
            return
        if salt is None:
            self.find("changed", "content and commitment differ", row)
        stored = (row["id"], self._organisation, row["kind"], row["person_id"], row["at"])
        if stored != (event.id, event.organisation_id, event.kind, event.person_id, event.at):
            self.find("changed", "its columns say something else than its content", row)
        if event.kind == "log.PayloadErased":
            self._erasures.add(UUID(event.what["event"]))

    def _grow(self, leaf: bytes) -> None:
        for tile in self._tree.append(leaf):
            self._tiles[tile.level, tile.number] = tile
        size, root = self._tree.size, self._tree.root() if self._due() else None
        if root and self._signed.get(size, root) != root:
            self.find("root", f"the first {size} events do not give the root that was signed over them")
        if root and self._kept.get(size, root) != root:
            self.find("fork", f"the log does not continue the checkpoint of {size} events kept elsewhere")

    def _due(self) -> bool:
        return self._tree.size in self._signed or self._tree.size in self._kept

    async def tiles(self, tx: Transaction) -> None:
        names = await tx.fetch("select level, number from log.tile")
        for level, number in names:
            tile = await tx.fetchrow(
                "select hashes, root from log.tile where level = $1 and number = $2", level, number
            )
            expected = self._tiles.pop((level, number), None)
            if tile is None or expected is None or tuple(tile) != (expected.hashes, expected.root):
                self.find("changed", f"tile {number} of level {level} does not fit the leaves")
        for level, number in self._tiles:
            self.find("deleted", f"tile {number} of level {level} is missing")

    async def unsealed(self, tx: Transaction) -> None:
        for row in await tx.fetch(_UNSEALED):
            if row["passed"]:
                self.find("inserted", f"event {row['id']} was put among events already sealed")
            else:
                self.report.unsealed += 1
                self._late(row["at"])

    def _late(self, at: datetime) -> None:
        at, before = at.astimezone(UTC), self.report.waits_since
        if clock.now() - at > STALE and (before is None or at < before):
            self.report.waits_since = at

    def finish(self) -> None:
        size = self.report.size = self._tree.size
        newest = max(self._signed, default=0)
        if newest < size:
            self.find("changed", f"{size} events, but the newest good checkpoint covers {newest}")
        for name, sizes in (("signed", self._signed), ("kept elsewhere", self._kept)):
            if longest := [over for over in sizes if over > size]:
                self.find("deleted", f"{size} events are left of the {max(longest)} in a checkpoint {name}")
        for event in self._gone.keys() - self._erasures:
            detail = "its content is gone and no erasure was logged"
            self.report.findings.append(Finding("erased", detail, self._gone[event], event))


async def open_row(
    tx: Transaction, keyring: Keyring, organisation: UUID, row: asyncpg.Record | dict[str, Any]
) -> tuple[bytes | None, LogEvent]:
    """Salt and event of a stored payload; the salt is None when the row's commitment is another.

    Raises PayloadChanged.
    """
    version = row["key_version"]
    data_key = (await keyring.versions(tx, organisation, needed=version)).get(version)
    if data_key is None:
        raise PayloadChanged(str(row["id"]))
    opened = unseal(row["payload"], data_key=data_key, organisation=organisation, event=row["id"])
    fits = commitment(opened.salt, opened.payload) == row["leaf"]
    return (opened.salt if fits else None), from_canonical(opened.payload)

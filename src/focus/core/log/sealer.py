"""Puts committed events into the tree and signs what came out: one leader over all processes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple
from uuid import UUID

import asyncpg

from focus.core import clock
from focus.core.database import Connection, Database
from focus.core.database.transaction import opening
from focus.core.keys import KeyStore
from focus.core.log.merkle import leaf_hash
from focus.core.log.notes import BadNote, Checkpoint, open_checkpoint, origin_of, sign_checkpoint
from focus.core.log.tiles import GrowingTree, Tile, edge_names

logger = logging.getLogger("focus.log")

LEADER = 0x464F4355534C4F47
"""The advisory lock that the leader holds: "FOCUSLOG"."""

ENTER = "select log.enter_cluster()"
_UNSEALED = "select organisation_id, size, id, epoch, xid, seq, leaf from log.unsealed($1)"
_SEAL = "select log.seal($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
_PATIENCE = 30.0
ALARM_EVERY = 60.0


class TreeBroken(Exception):
    """What is stored does not give the root that was signed: nothing more is signed for this organisation."""


class Progress(NamedTuple):
    """What one seal did; `more` when an organisation had at least a whole seal's worth of events."""

    events: int
    organisations: int
    more: bool


class Sealer:
    """Seals each `every` seconds, at most `most` events per seal and organisation, all in one transaction.

    With a backlog it goes on at once. Small seals keep the proofs quick.
    """

    def __init__(self, database: Database, keys: KeyStore, *, every: float = 1.0, most: int = 1000) -> None:
        self._database = database
        self._keys = keys
        self._every = every
        self._most = most
        self._trees: dict[UUID, GrowingTree] = {}
        self.broken: set[UUID] = set()
        """Organisations whose log is not continued, because it does not agree with its last checkpoint."""
        self.leading = False
        self._alarmed = 0.0

    async def run(self) -> None:
        """Until cancelled: become leader, seal; begin anew when the database was away."""
        while True:
            try:
                await self._lead()
            except Exception as error:
                logger.warning("The sealer begins anew (%s).", type(error).__name__)
            await asyncio.sleep(self._every)

    async def _lead(self) -> None:
        connection = await self._database.direct()
        try:
            await self._be_elected(connection)
            await connection.execute(ENTER, timeout=_PATIENCE)
            self._trees.clear()
            self.broken.clear()
            self.leading = True
            while True:
                progress = await self.seal(connection)
                self._alarm()
                if not progress.more:
                    await asyncio.sleep(self._every)
        finally:
            self.leading = False
            connection.terminate()

    def _alarm(self) -> None:
        """Once a minute for as long as a log is not continued: it must not be overlooked."""
        now = asyncio.get_running_loop().time()
        if self.broken and now - self._alarmed >= ALARM_EVERY:
            self._alarmed = now
            names = ", ".join(sorted(map(str, self.broken)))
            logger.critical(
                "NOT SEALED: the log no longer fits its checkpoint in %s. See the handbook.", names
            )

    async def _be_elected(self, connection: Connection) -> None:
        sql = "select pg_try_advisory_lock($1)"
        while True:
            if await connection.fetchval(sql, LEADER, timeout=_PATIENCE):
                return
            await asyncio.sleep(self._every)

    async def seal(self, connection: Connection) -> Progress:
        """One round over all organisations; the connection must hold the leader's lock."""
        rows = await connection.fetch(_UNSEALED, self._most, timeout=_PATIENCE)
        seals: list[tuple[object, ...]] = []
        sealed, more = 0, False
        for organisation, events in _by_organisation(rows):
            if organisation in self.broken:
                continue
            try:
                seals.append(await self._prepare(connection, organisation, events))
                sealed += len(events)
                more = more or len(events) == self._most
            except TreeBroken as error:
                self.broken.add(organisation)
                logger.error("The log of %s is not continued: %s", organisation, error)  # noqa: TRY400
        try:
            if seals:
                await connection.executemany(_SEAL, seals, timeout=_PATIENCE)
        except BaseException:
            self._trees.clear()
            raise
        return Progress(sealed, len(seals), more)

    async def _prepare(
        self, connection: Connection, organisation: UUID, events: list[asyncpg.Record]
    ) -> tuple[object, ...]:
        """The parameters of log.seal."""
        start = events[0]["size"]
        tree = self._trees.get(organisation)
        if tree is None or tree.size != start:
            tree = self._trees[organisation] = await self._load(connection, organisation, start)
        hashes = [leaf_hash(event["leaf"]) for event in events]
        tiles = [tile for leaf in hashes for tile in tree.append(leaf)]
        root = tree.root()
        note = await sign_checkpoint(
            Checkpoint(origin_of(organisation), tree.size, root),
            public_key=await self._keys.public_key(organisation),
            sign=lambda message: self._keys.sign(organisation, message),
        )
        places = [[event[name] for event in events] for name in ("id", "epoch", "xid", "seq")]
        return organisation, start, *places, hashes, *_columns(tiles), root, note, clock.now()

    async def _load(self, connection: Connection, organisation: UUID, size: int) -> GrowingTree:
        """The tree as it was sealed, checked against the checkpoint that was signed over it."""
        names = edge_names(size)
        await connection.execute(opening(organisation, readonly=True))
        try:
            rows = (
                await connection.fetch(
                    "select hashes from log.tile_hashes($1, $2)",
                    *zip(*((n.level, n.number) for n in names), strict=True),
                )
                if names
                else []
            )
            note = await connection.fetchval("select note from log.checkpoint order by size desc limit 1")
        finally:
            await connection.execute("commit")
        edges = [[row[0][i : i + 32] for i in range(0, len(row[0]), 32)] for row in rows]
        if [len(edge) for edge in edges] != [name.width for name in names]:
            raise TreeBroken("hashes are missing")
        tree = GrowingTree.from_edges(size, edges)
        await self._compare(tree, organisation, note)
        return tree

    async def _compare(self, tree: GrowingTree, organisation: UUID, note: str | None) -> None:
        if note is None:
            if tree.size:
                raise TreeBroken("no checkpoint")
            return
        public_key = await self._keys.public_key(organisation)
        try:
            last = open_checkpoint(note, origin=origin_of(organisation), public_key=public_key)
        except BadNote as error:
            raise TreeBroken(str(error)) from None
        if (last.size, last.root) != (tree.size, tree.root()):
            raise TreeBroken(
                f"the checkpoint of {last.size} events does not fit the {tree.size} that are stored"
            )


def _by_organisation(rows: list[asyncpg.Record]) -> Iterator[tuple[UUID, list[asyncpg.Record]]]:
    for organisation, events in groupby(rows, itemgetter("organisation_id")):
        yield organisation, list(events)


def _columns(tiles: list[Tile]) -> tuple[list[object], ...]:
    return tuple([getattr(tile, name) for tile in tiles] for name in ("level", "number", "hashes", "root"))

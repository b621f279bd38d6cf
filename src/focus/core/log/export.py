"""An organisation's log as a bundle that verifies without this server."""

from __future__ import annotations

import base64
import json
import zipfile
from collections.abc import AsyncIterator, Collection, Iterable
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import IO, Any
from uuid import UUID

import asyncpg

from focus.core import clock
from focus.core.database import Database, Transaction
from focus.core.keys import KeyStore
from focus.core.log.envelope import PayloadChanged, unseal
from focus.core.log.keyring import Keyring
from focus.core.log.merkle import TILE_WIDTH, consistency_ranges, inclusion_ranges
from focus.core.log.notes import origin_of, verifier_key
from focus.core.log.proofs import Tiles
from focus.core.log.tiles import TileName, bundle, tile_names, tile_path
from focus.core.log.verify import sealed_rows

PAGE = 64
"""Events in memory at a time."""
FORMAT = "focus-log-1"
VERIFIER = "focus_log_verify.py"

_ROWS_OF = """
select l.position, l.event_id, l.hash, e.id, e.leaf, e.key_version, e.payload
from log.leaf l
join log.event e on e.organisation_id = l.organisation_id and e.id = l.event_id
where l.event_id = any ($1) order by l.position
"""

_ENTRIES = """
select e.leaf from log.leaf l
join log.event e on e.organisation_id = l.organisation_id and e.id = l.event_id
where l.position >= $1 and l.position < $2 order by l.position
"""

# One checkpoint a day, the last one of it, and the newest.
_CHECKPOINTS = """
select size, note from (
  select distinct on (date_trunc('day', at at time zone 'UTC')) size, note from log.checkpoint
  order by date_trunc('day', at at time zone 'UTC'), size desc) daily
where size <= $1 order by size
"""


class NothingToExport(Exception):
    """This organisation has no sealed events yet."""


async def export_organisation(
    database: Database, keys: KeyStore, organisation: UUID, *, to: Path, events: Collection[UUID] = ()
) -> Path:
    """Write the bundle into `to`, a new folder or a file ending in .zip; returns it.

    With `events` only these are in it, each with its proof, and nothing of the others. Contents are in
    clear: whoever calls this has logged the export. Raises NothingToExport, FileExistsError.
    """
    run = _Export(organisation, await keys.public_key(organisation), Keyring(database, keys), _target(to))
    try:
        async with database.transaction(organisation, readonly=True) as tx:
            await tx.execute("set transaction isolation level repeatable read")
            await run.write(tx, events)
    finally:
        run.target.close()
    return to


class _Folder:
    def __init__(self, path: Path) -> None:
        path.mkdir(parents=True, mode=0o700)
        self._path = path

    def open(self, name: str) -> IO[bytes]:
        path = self._path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("xb")

    def close(self) -> None:
        """Nothing is open."""


class _Zip:
    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._archive = zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED)
        path.chmod(0o600)

    def open(self, name: str) -> IO[bytes]:
        return self._archive.open(name, "w", force_zip64=True)

    def close(self) -> None:
        self._archive.close()


def _target(to: Path) -> _Folder | _Zip:
    return _Zip(to) if to.suffix == ".zip" else _Folder(to)


class _Export:
    def __init__(
        self, organisation: UUID, public_key: bytes, keyring: Keyring, target: _Folder | _Zip
    ) -> None:
        self._organisation = organisation
        self._origin = origin_of(organisation)
        self._key = verifier_key(self._origin, public_key)
        self._keyring = keyring
        self._size = 0
        self._hashes = Tiles()
        self.target = target

    async def write(self, tx: Transaction, chosen: Collection[UUID]) -> None:
        last = await tx.fetchrow("select size, note from log.checkpoint order by size desc limit 1")
        if last is None:
            raise NothingToExport
        self._size = last["size"]
        self._put("checkpoint", last["note"].encode())
        await self._checkpoints(tx)
        count = await self._events(tx, self._chosen(tx, chosen) if chosen else sealed_rows(tx, page=PAGE))
        if not chosen:
            await self._tiles(tx)
        self._describe(complete=not chosen, count=count)

    def _put(self, name: str, content: bytes) -> None:
        with self.target.open(name) as file:
            file.write(content)

    async def _chosen(self, tx: Transaction, chosen: Collection[UUID]) -> AsyncIterator[asyncpg.Record]:
        for row in await tx.fetch(_ROWS_OF, list(chosen)):
            yield row

    async def _events(self, tx: Transaction, rows: AsyncIterator[asyncpg.Record]) -> int:
        """Write one line after the other; the number of events."""
        count = 0
        with self.target.open("events.ndjson") as file:
            async for row in rows:
                if row["id"] and row["position"] < self._size:
                    file.write(await self._line(tx, row))
                    count += 1
        return count

    async def _checkpoints(self, tx: Transaction) -> None:
        rows = await tx.fetch(_CHECKPOINTS, self._size)
        self._put("checkpoints.ndjson", _lines({"size": row[0], "note": row[1]} for row in rows))
        proofs = []
        for (old, _), (new, _) in pairwise(rows):
            path = await self._hashes.range_roots(tx, consistency_ranges(old, new))
            proofs.append({"old": old, "new": new, "path": [_b64(item) for item in path]})
        self._put("consistency.ndjson", _lines(proofs))

    async def _line(self, tx: Transaction, row: asyncpg.Record) -> bytes:
        path = await self._hashes.range_roots(tx, inclusion_ranges(row["position"], self._size))
        salt = payload = None
        if row["payload"] is not None:
            salt, payload = await self._open(tx, row)
        line = {
            "index": row["position"],
            "id": str(row["id"]),
            "entry": _b64(row["leaf"]),
            "salt": salt,
            "payload": payload,
            "path": [_b64(item) for item in path],
        }
        return _lines([line])

    async def _open(self, tx: Transaction, row: asyncpg.Record) -> tuple[str | None, str | None]:
        """Salt and canonical JSON; both None when it does not decrypt: the verifier reports it as gone."""
        version = row["key_version"]
        keys = await self._keyring.versions(tx, self._organisation, needed=version)
        try:
            opened = unseal(
                row["payload"], data_key=keys[version], organisation=self._organisation, event=row["id"]
            )
        except (PayloadChanged, KeyError):
            return None, None
        return _b64(opened.salt), opened.payload.decode()

    async def _tiles(self, tx: Transaction) -> None:
        for name in tile_names(self._size):
            found = await tx.fetch("select hashes from log.tile_hashes($1, $2)", [name.level], [name.number])
            self._put(tile_path(name), found[0]["hashes"][: 32 * name.width])
        for start in range(0, self._size, TILE_WIDTH):
            end = min(start + TILE_WIDTH, self._size)
            entries = [row["leaf"] for row in await tx.fetch(_ENTRIES, start, end)]
            if len(entries) == end - start:
                path = tile_path(TileName(0, start // TILE_WIDTH, len(entries)), entries=True)
                self._put(path, bundle(entries))

    def _describe(self, *, complete: bool, count: int) -> None:
        log = {
            "format": FORMAT,
            "organisation": str(self._organisation),
            "origin": self._origin,
            "key": self._key,
            "size": self._size,
            "complete": complete,
            "made_at": clock.now().isoformat(),
        }
        self._put("log.json", json.dumps(log, indent=1).encode())
        package = resources.files("focus.core.log")
        self._put(VERIFIER, (package / VERIFIER).read_bytes())
        readme = (package / "bundle_readme.md").read_text("utf-8")
        extent = f"all {self._size} events" if complete else f"{count} of {self._size} events"
        self._put("README.md", readme.format(origin=self._origin, extent=extent, key=self._key).encode())


def _b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _lines(rows: Iterable[dict[str, Any]]) -> bytes:
    return "".join(f"{json.dumps(row, ensure_ascii=False, separators=(',', ':'))}\n" for row in rows).encode()

"""An organisation's log as a bundle that verifies without this server."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from collections.abc import Collection, Iterator
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg

from focus.core import clock
from focus.core.database import Database, Transaction
from focus.core.keys import KeyStore
from focus.core.log.envelope import PayloadChanged, unseal
from focus.core.log.keyring import Keyring
from focus.core.log.merkle import TILE_WIDTH, consistency_ranges, inclusion_ranges
from focus.core.log.notes import origin_of, verifier_key
from focus.core.log.proofs import range_roots
from focus.core.log.tiles import TileName, bundle, tile_names, tile_path
from focus.core.log.verify import sealed_rows

FORMAT = "focus-log-1"
VERIFIER = "focus_log_verify.py"

_ROWS_OF = """
select l.position, l.event_id, l.hash, e.id, e.leaf, e.key_version, e.payload
from log.leaf l
join log.event e on e.organisation_id = l.organisation_id and e.id = l.event_id
where l.event_id = any ($1) order by l.position
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

    def put(self, name: str, content: bytes) -> None:
        path = self._path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def close(self) -> None:
        """Nothing is open."""


class _Zip:
    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._archive = zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED)
        path.chmod(0o600)

    def put(self, name: str, content: bytes) -> None:
        self._archive.writestr(name, content)

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
        self.target = target

    async def write(self, tx: Transaction, chosen: Collection[UUID]) -> None:
        last = await tx.fetchrow("select size, note from log.checkpoint order by size desc limit 1")
        if last is None:
            raise NothingToExport
        self._size = last["size"]
        self.target.put("checkpoint", last["note"].encode())
        await self._checkpoints(tx)
        if chosen:
            rows = await tx.fetch(_ROWS_OF, list(chosen))
        else:
            rows = [row async for row in sealed_rows(tx) if row["position"] < self._size]
            await self._tiles(tx, rows)
        self.target.put("events.ndjson", b"".join([await self._line(tx, row) for row in rows if row["id"]]))
        self._describe(complete=not chosen, count=len(rows))

    async def _checkpoints(self, tx: Transaction) -> None:
        rows = await tx.fetch(_CHECKPOINTS, self._size)
        self.target.put("checkpoints.ndjson", _lines({"size": row[0], "note": row[1]} for row in rows))
        proofs = []
        for (old, _), (new, _) in pairwise(rows):
            path = await range_roots(tx, consistency_ranges(old, new))
            proofs.append({"old": old, "new": new, "path": [_b64(item) for item in path]})
        self.target.put("consistency.ndjson", _lines(proofs))

    async def _line(self, tx: Transaction, row: asyncpg.Record) -> bytes:
        path = await range_roots(tx, inclusion_ranges(row["position"], self._size))
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

    async def _tiles(self, tx: Transaction, rows: list[asyncpg.Record]) -> None:
        for name in tile_names(self._size):
            found = await tx.fetch("select hashes from log.tile_hashes($1, $2)", [name.level], [name.number])
            self.target.put(tile_path(name), found[0]["hashes"][: 32 * name.width])
        entries = {row["position"]: row["leaf"] for row in rows if row["id"]}
        for start in range(0, self._size, TILE_WIDTH):
            places = range(start, min(start + TILE_WIDTH, self._size))
            if all(place in entries for place in places):
                path = tile_path(TileName(0, start // TILE_WIDTH, len(places)), entries=True)
                self.target.put(path, bundle(entries[place] for place in places))

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
        self.target.put("log.json", json.dumps(log, indent=1).encode())
        package = resources.files("focus.core.log")
        self.target.put(VERIFIER, (package / VERIFIER).read_bytes())
        readme = (package / "bundle_readme.md").read_text("utf-8")
        extent = f"all {self._size} events" if complete else f"{count} of {self._size} events"
        self.target.put(
            "README.md", readme.format(origin=self._origin, extent=extent, key=self._key).encode()
        )


def _b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _lines(rows: Iterator[dict[str, Any]] | list[dict[str, Any]]) -> bytes:
    text = io.StringIO()
    for row in rows:
        text.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
    return text.getvalue().encode()

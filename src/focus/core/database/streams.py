"""Migrations: plain SQL files `NNNN_name.sql`, a numbered stream per module, applied once and never changed.

A stream's name is its module's name and its PostgreSQL schema, which the runner creates. Each file runs in
a transaction of its own as `focus_owner` with an empty search path: names carry their schema.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import asyncpg

from focus.core.database import roles
from focus.core.database.database import Database
from focus.core.database.pool import Connection
from focus.core.database.problems import MigrationRefused

_LOCK: Final = 0x464F435553  # "FOCUS"
_FILE: Final = re.compile(r"(\d{4})_([a-z0-9_]+)\.sql")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,62}")

_MEMORY: Final = """
create schema if not exists focus;
grant usage on schema focus to focus_app, focus_door;
create table if not exists focus.migration (
  stream text collate "C" not null,
  number integer not null,
  name text not null,
  sha256 bytea not null,
  applied_at timestamptz not null default clock_timestamp(),
  primary key (stream, number)
);
grant select on focus.migration to focus_app;
"""


class Stream(NamedTuple):
    """A module's migrations: its name and the folder that holds the files."""

    name: str
    folder: Path


class Migration(NamedTuple):
    """One file."""

    stream: str
    number: int
    name: str
    sql: str

    @property
    def sha256(self) -> bytes:
        return hashlib.sha256(self.sql.encode()).digest()

    def __repr__(self) -> str:
        return f"{self.stream}/{self.number:04}_{self.name}.sql"


FOCUS: Final = Stream("focus", Path(__file__).parent / "migrations")
"""The scope and its helpers; always first."""


async def migrate(database: Database | str, streams: Sequence[Stream]) -> list[Migration]:
    """Apply what is missing, in the order given; the list of what was applied.

    Safe when several processes start together: one works, the others wait and find nothing to do.
    Raises MigrationRefused when a file changed, vanished or came too late.
    """
    files = _files_of(streams)
    url = database if isinstance(database, str) else database.url
    await roles.prepare(url, None)
    connection = await roles.connect_admin(url)
    try:
        await connection.execute(f"select pg_advisory_lock({_LOCK})")
        await connection.execute(f"set role {roles.OWNER}; set search_path = ''")
        await connection.execute(_MEMORY)
        return await _apply(connection, files)
    finally:
        await asyncio.shield(connection.close())


async def pending(database: Database, streams: Sequence[Stream]) -> list[Migration]:
    """What `migrate` would apply. Raises MigrationRefused as it does."""
    files = _files_of(streams)
    async with database.unscoped(readonly=True) as tx:
        if await tx.fetchval("select to_regclass('focus.migration') is null"):
            return [file for stream in files.values() for file in stream]
        known = await _remembered(tx.connection)
    return [file for stream in files for file in _missing(stream, files[stream], known.get(stream, {}))]


async def _apply(connection: Connection, files: dict[str, list[Migration]]) -> list[Migration]:
    known = await _remembered(connection)
    missing = [file for stream in files for file in _missing(stream, files[stream], known.get(stream, {}))]
    for stream in files:
        if stream != FOCUS.name:
            await _make_schema(connection, stream)
    for file in missing:
        try:
            async with connection.transaction():
                await connection.execute(file.sql)
                await connection.execute(
                    "insert into focus.migration (stream, number, name, sha256) values ($1, $2, $3, $4)",
                    file.stream,
                    file.number,
                    file.name,
                    file.sha256,
                )
        except asyncpg.PostgresError as error:
            raise MigrationRefused(f"{file} failed: {error.message}") from error
    return missing


async def _make_schema(connection: Connection, stream: str) -> None:
    name = roles.quoted(stream)
    await connection.execute(
        f"create schema if not exists {name};"
        f"grant usage on schema {name} to focus_app;"
        f"alter default privileges in schema {name} grant usage on sequences to focus_app"
    )


async def _remembered(connection: Connection) -> dict[str, dict[int, bytes]]:
    known: dict[str, dict[int, bytes]] = {}
    for row in await connection.fetch("select stream, number, sha256 from focus.migration"):
        known.setdefault(row["stream"], {})[row["number"]] = row["sha256"]
    return known


def _missing(stream: str, files: list[Migration], known: dict[int, bytes]) -> list[Migration]:
    if gone := sorted(known.keys() - {file.number for file in files}):
        raise MigrationRefused(
            f"This database knows {stream}/{gone[-1]:04}, these files do not: it belongs to a newer version."
        )
    last = max(known, default=0)
    missing = [file for file in files if file.number not in known]
    for file in files:
        if file.number in known and known[file.number] != file.sha256:
            raise MigrationRefused(f"{file} was changed after it was applied: write a new migration instead.")
    for file in missing:
        if file.number < last:
            raise MigrationRefused(f"{file} comes after {last:04} was applied: give it a higher number.")
    return missing


def _files_of(streams: Sequence[Stream]) -> dict[str, list[Migration]]:
    """Every stream's files in order, checked before anything is touched."""
    found: dict[str, list[Migration]] = {}
    for stream in (FOCUS, *(stream for stream in streams if stream.name != FOCUS.name)):
        if not _NAME.fullmatch(stream.name) or stream.name.startswith("pg_"):
            raise MigrationRefused(f"{stream.name!r} cannot be a stream: it is no name for a schema.")
        if stream.name in found:
            raise MigrationRefused(f"Stream {stream.name} was given twice.")
        found[stream.name] = _read(stream)
    return found


def _read(stream: Stream) -> list[Migration]:
    if not stream.folder.is_dir():
        raise MigrationRefused(f"{stream.folder} is no folder of migrations.")
    files = []
    for path in sorted(stream.folder.glob("*.sql")):
        matched = _FILE.fullmatch(path.name)
        if matched is None:
            raise MigrationRefused(f"{stream.name}/{path.name} is not named like 0001_name.sql.")
        files.append(Migration(stream.name, int(matched[1]), matched[2], path.read_text("utf-8")))
    for number, file in enumerate(files, 1):
        if file.number != number:
            raise MigrationRefused(f"{file} should have number {number:04}: numbers count from 0001.")
    return files

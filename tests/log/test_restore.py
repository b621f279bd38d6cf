"""A log dumped from one cluster and restored into another, where transaction ids begin anew, goes on."""

from __future__ import annotations

import asyncio
import subprocess
from pathlib import Path

import asyncpg
import pytest

from focus.core.database import Database, migrate
from focus.core.keys import FileKeyStore
from focus.core.log import Log, prove_consistency
from focus.core.log.export import export_organisation
from focus.core.log.merkle import continues
from focus.core.log.sealer import Sealer
from focus.core.log.verify import verify_organisation
from tests.database.postgresql import SystemServer, system_binaries, system_server
from tests.log.conftest import STREAM, fill, note, run_verifier

pytestmark = pytest.mark.slow
"""It breaks what it stands on."""

BURN = "do $$ begin for n in 1..5000 loop perform pg_current_xact_id(); commit; end loop; end $$"
NOW = "select pg_snapshot_xmin(pg_current_snapshot())"


@pytest.fixture(scope="module")
def binaries() -> Path:
    found = system_binaries()
    if found is None or not (found / "pg_dump").exists():
        pytest.skip("this machine has no PostgreSQL of its own")
    return found


def _copy(binaries: Path, old: SystemServer, new: SystemServer, dump: Path) -> None:
    """What an operator does: pg_dump there, pg_restore here."""
    subprocess.run([binaries / "pg_dump", "-Fc", "-f", dump, "-d", old.url], check=True)
    subprocess.run([binaries / "pg_restore", "--exit-on-error", "-d", new.url, dump], check=True)


async def _seal(database: Database, keys: FileKeyStore) -> None:
    connection = await database.direct()
    sealer = Sealer(database, keys)
    while (await sealer.seal(connection)).events:
        pass
    await connection.close()


@pytest.fixture
def keys(tmp_path: Path) -> FileKeyStore:
    return FileKeyStore.open(tmp_path)


@pytest.fixture
async def moved(binaries, keys, zone, tmp_path):
    """Twenty events sealed in the old cluster, two not; then the same database in a younger cluster."""
    with system_server(binaries) as old, system_server(binaries) as new:
        async with Database.open(tmp_path / "old", old.url) as database:
            await migrate(database, [STREAM])
            log = await Log.open(database, keys)
            owner = await asyncpg.connect(old.url)
            await owner.execute(BURN)
            await fill(log, zone, 20)
            await _seal(database, keys)
            await log.commit_now(note(zone, 20))
            await log.commit_now(note(zone, 21))
            await log.stop()
            age = await owner.fetchval(NOW)
            await owner.close()
        async with Database.open(tmp_path / "new", new.url):
            """Makes roles and an empty database."""
        await asyncio.to_thread(_copy, binaries, old, new, tmp_path / "dump")
        await asyncio.to_thread(old.stop)
        async with Database.open(tmp_path / "new", new.url) as database:
            async with database.unscoped() as tx:
                assert await tx.fetchval(NOW) < age
            yield database


async def test_what_was_sealed_waiting_or_is_new_is_all_in_one_log_in_order(moved, keys, zone, tmp_path):
    log = await Log.open(moved, keys)
    for number in range(22, 30):
        await log.commit_now(note(zone, number))
    async with moved.transaction(zone) as tx:
        await log.append(tx, note(zone, 30))
    await _seal(moved, keys)
    await log.stop()

    report = await verify_organisation(moved, keys, zone)
    assert (report.size, report.unsealed, report.findings) == (31, 0, [])
    async with moved.transaction(zone) as tx:
        rows = await tx.fetch("select epoch, event_id from log.leaf order by position")
        events = {event.id: event.what["n"] for event in await log.events_of(tx, limit=100)}
        assert [events[row["event_id"]] for row in rows] == list(range(31))
        assert [row["epoch"] for row in rows] == [0] * 22 + [1] * 9
        roots = dict(await tx.fetch("select size, root from log.checkpoint"))
        proof = await prove_consistency(tx, old=20, new=31)
        assert continues(old=20, old_root=roots[20], new=31, new_root=roots[31], path=proof.path)
    bundle = await export_organisation(moved, keys, zone, to=tmp_path / "bundle")
    assert run_verifier(bundle).returncode == 0


async def test_processes_that_open_a_moved_log_at_once_enter_one_epoch(moved, keys):
    await asyncio.gather(*(Log.open(moved, keys) for _ in range(8)))
    async with moved.unscoped() as tx:
        assert await tx.fetchval("select array_agg(number order by number) from log.epoch") == [0, 1]


async def test_a_log_that_stays_where_it_is_stays_in_its_epoch(database, keys):
    await Log.open(database, keys)
    await Log.open(database, keys)
    async with database.unscoped() as tx:
        assert await tx.fetchval("select count(*) from log.epoch") == 1

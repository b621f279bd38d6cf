"""Processes die, the database goes away and comes back: nothing acknowledged is lost, nothing hangs."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID

import pytest

from focus.core.database import Database, migrate
from focus.core.ids import new_id
from focus.core.keys import FileKeyStore
from focus.core.log import Log, LogUnavailable
from focus.core.log.sealer import LEADER
from focus.core.log.verify import verify_organisation
from tests.database.postgresql import SystemServer, system_binaries
from tests.log.conftest import STREAM, note
from tests.support.waiting import until, until_locked_out

pytestmark = pytest.mark.slow
"""It breaks what it stands on."""

ROOT = Path(__file__).parents[2]


@pytest.fixture
def server():
    """A PostgreSQL that nobody brings back but the test."""
    binaries = system_binaries()
    if binaries is None:
        pytest.skip("this machine has no PostgreSQL of its own")
    server = SystemServer(binaries)
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture
async def own(server, tmp_path):
    async with Database.open(tmp_path / "home", server.url) as database:
        await migrate(database, [STREAM])
        yield database


@pytest.fixture
async def own_log(own, tmp_path):
    log = await Log.open(own, FileKeyStore.open(tmp_path), seal_every=0.05)
    yield log
    await log.stop()


@pytest.fixture
def actor(own, server, tmp_path):
    """Start a process of tests/log/actor.py; those still running at the end are killed."""
    started: list[subprocess.Popen[str]] = []

    def actor(role: str, zone: UUID) -> subprocess.Popen[str]:
        arguments = [role, str(tmp_path / "home"), server.url, str(tmp_path), str(zone)]
        command = [sys.executable, "-m", "tests.log.actor", *arguments]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        started.append(process)
        return process

    yield actor
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


async def _line(process) -> str:
    return (await asyncio.wait_for(asyncio.to_thread(process.stdout.readline), 20)).strip()


async def test_everything_acknowledged_before_kill_9_is_there_and_reads_back(own, own_log, actor, zone):
    process = actor("write", zone)
    acknowledged = [await _line(process) for _ in range(51)]
    process.send_signal(signal.SIGKILL)
    acknowledged += process.communicate()[0].split()
    async with own.transaction(zone) as tx:
        found = {str(event.id) for event in await own_log.events_of(tx, limit=1_000_000)}
    assert set(acknowledged) <= found


async def test_everything_acknowledged_before_the_database_crashed_is_there_afterwards(
    own, own_log, server, zone
):
    acknowledged = set()

    async def write():
        while True:
            event = note(zone)
            await own_log.commit_now(event)
            acknowledged.add(event.id)

    writers = [asyncio.create_task(write()) for _ in range(8)]
    await until(lambda: len(acknowledged) > 20)
    await asyncio.to_thread(server.stop)
    outcomes = await asyncio.wait_for(asyncio.gather(*writers, return_exceptions=True), 3)
    assert {type(outcome) for outcome in outcomes} == {LogUnavailable}
    await asyncio.to_thread(server.start)
    await until(lambda: _can_log(own_log, zone), seconds=20)
    async with own.transaction(zone) as tx:
        found = {event.id for event in await own_log.events_of(tx, limit=1_000_000)}
    assert acknowledged <= found


async def _can_log(log, zone) -> bool:
    try:
        await log.commit_now(note(zone))
    except LogUnavailable:
        return False
    return True


async def test_while_the_database_is_gone_every_call_is_refused_within_two_seconds(own_log, server, zone):
    await own_log.commit_now(note(zone))
    await asyncio.to_thread(server.stop)
    for _ in range(3):
        begin = time.monotonic()
        for event in (note(zone), note(new_id())):
            with pytest.raises(LogUnavailable):
                await own_log.commit_now(event)
        assert time.monotonic() - begin < 4
    await asyncio.to_thread(server.start)
    await until(lambda: _can_log(own_log, zone), seconds=20)


async def test_a_database_that_hangs_is_refused_within_two_seconds_for_all_who_wait(
    own, own_log, zone, server
):
    import asyncpg

    await own_log.commit_now(note(zone))
    blocker = await asyncpg.connect(server.url)
    async with blocker.transaction():
        await blocker.execute("lock table log.event in access exclusive mode")
        begin = time.monotonic()
        first = asyncio.create_task(own_log.commit_now(note(zone)))
        await until_locked_out(blocker, "log.event")
        outcomes = await asyncio.gather(
            first, *(own_log.commit_now(note(zone)) for _ in range(20)), return_exceptions=True
        )
        assert {type(outcome) for outcome in outcomes} == {LogUnavailable}
        assert time.monotonic() - begin < 2
    await blocker.close()
    await until(lambda: _can_log(own_log, zone), seconds=20)


async def test_an_event_whose_commit_was_answered_into_the_void_is_not_called_a_duplicate(own, own_log, zone):
    """The connection breaks after the commit, before its answer: the repeated write finds its own row."""
    await own_log.commit_now(note(zone))
    event = note(zone, 1)
    row = await own_log._row(event)
    await own_log._batcher.write(row)
    real = own_log._batcher._connection

    class Broken:
        def is_closed(self) -> bool:
            return real.is_closed()

        async def fetchval(self, *_: object) -> None:
            raise ConnectionResetError

        def terminate(self) -> None:
            real.terminate()

    own_log._batcher._connection = Broken()
    await own_log._batcher.write(row)
    async with own.transaction(zone) as tx:
        assert len(await own_log.events_of(tx)) == 2


async def test_the_sealer_goes_on_after_the_database_was_restarted(own, own_log, server, zone, tmp_path):
    await own_log.start()
    await own_log.commit_now(note(zone))
    await until(lambda: _sealed(own, zone, 1), seconds=20)
    await asyncio.to_thread(server.stop)
    await until(lambda: not own_log.sealer.leading)
    await asyncio.to_thread(server.start)
    await until(lambda: _can_log(own_log, zone), seconds=20)
    await until(lambda: _sealed(own, zone, 2), seconds=20)
    assert (await verify_organisation(own, FileKeyStore.open(tmp_path), zone)).ok


async def _sealed(database, zone, count) -> bool:
    try:
        async with database.transaction(zone) as tx:
            return (await tx.fetchval("select max(size) from log.checkpoint") or 0) >= count
    except Exception:
        return False


async def test_of_two_processes_one_leads_and_the_other_takes_over_when_it_dies(
    own, own_log, actor, zone, tmp_path
):
    first = actor("seal", zone)
    assert [await _line(first), await _line(first)] == ["started", "leading"]
    second = actor("seal", zone)
    assert await _line(second) == "started"
    await own_log.commit_now(note(zone))
    await until(lambda: _sealed(own, zone, 1), seconds=20)
    assert await _leaders(own) == 1
    first.kill()
    assert await _line(second) == "leading"
    await own_log.commit_now(note(zone))
    await until(lambda: _sealed(own, zone, 2), seconds=20)
    assert await _leaders(own) == 1
    assert (await verify_organisation(own, FileKeyStore.open(tmp_path), zone)).ok


async def _leaders(database) -> int:
    async with database.unscoped() as tx:
        return await tx.fetchval(
            "select count(*) from pg_locks where locktype = 'advisory' and granted"
            " and (classid::bigint << 32 | objid::bigint) = $1",
            LEADER,
        )

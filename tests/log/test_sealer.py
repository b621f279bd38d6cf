"""The order of the log, and what the sealer refuses to sign."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import msgspec
import pytest

from focus.core import clock
from focus.core.ids import new_id
from focus.core.keys import FileKeyStore
from focus.core.log import Log
from focus.core.log.sealer import Sealer
from focus.core.log.verify import verify_organisation
from tests.log.conftest import fill, note


@pytest.fixture
async def line(database):
    connection = await database.direct()
    yield connection
    await connection.close()


async def _sizes(database, zone) -> list[int]:
    async with database.transaction(zone) as tx:
        return [row[0] for row in await tx.fetch("select size from log.checkpoint order by size")]


async def test_one_seal_takes_at_most_its_measure_of_each_organisation(database, keys, log, zone, line, seal):
    await seal()
    other = new_id()
    await fill(log, zone, 250)
    await fill(log, other, 30)
    sealer = Sealer(database, keys, most=100)
    progress = [await sealer.seal(line) for _ in range(4)]
    assert [(one.events, one.organisations, one.more) for one in progress] == [
        (130, 2, True),
        (100, 1, True),
        (50, 1, False),
        (0, 0, False),
    ]
    assert (await _sizes(database, zone), await _sizes(database, other)) == ([100, 200, 250], [30])


async def test_a_transaction_still_open_is_waited_for_so_that_nothing_is_passed_over(
    database, keys, log, zone, seal
):
    late, early = note(zone, 1), note(zone, 2)
    async with database.transaction(zone) as tx:
        await log.append(tx, late)
        await log.commit_now(early)
        await seal()
        assert await _sizes(database, zone) == []
    await seal()
    assert await _sizes(database, zone) == [2]
    assert (await verify_organisation(database, keys, zone)).ok


async def test_writers_that_commit_in_any_order_lose_no_event_to_a_sealer_that_never_rests(
    database, keys, log, zone, line
):
    sealer = Sealer(database, keys)
    done = asyncio.Event()

    async def seal_on():
        while not done.is_set():
            await sealer.seal(line)

    async def write(number):
        for turn in range(15):
            async with database.transaction(zone) as tx:
                await log.append(tx, note(zone, number))
                await asyncio.sleep(0.001 * ((number * 7 + turn) % 5))

    sealing = asyncio.create_task(seal_on())
    await asyncio.gather(*(write(number) for number in range(6)))
    done.set()
    await sealing
    while (await sealer.seal(line)).events:
        pass
    report = await verify_organisation(database, keys, zone)
    assert (report.size, report.unsealed, report.findings) == (90, 0, [])


async def test_a_log_that_no_longer_fits_its_checkpoint_is_not_continued_and_stops_no_other(
    database, keys, log, zone, seal, behind, line
):
    await fill(log, zone, 10)
    await seal()
    await behind.execute(
        "update log.leaf set hash = sha256('x') where organisation_id = $1 and position = 3", zone
    )
    other = new_id()
    await log.commit_now(note(zone))
    await log.commit_now(note(other))
    sealer = Sealer(database, keys)
    await sealer.seal(line)
    assert sealer.broken == {zone}
    assert (await _sizes(database, zone), await _sizes(database, other)) == ([10], [1])


async def test_a_log_is_not_continued_under_another_key(database, log, zone, seal, line, tmp_path):
    await fill(log, zone, 2)
    await seal()
    await log.commit_now(note(zone))
    sealer = Sealer(database, FileKeyStore.open(tmp_path))
    await sealer.seal(line)
    assert zone in sealer.broken
    assert await _sizes(database, zone) == [2]


async def test_a_started_log_seals_by_itself_within_its_beat(database, keys, zone):
    log = await Log.open(database, keys, seal_every=0.05)
    await log.start()
    await log.commit_now(note(zone))
    async with asyncio.timeout(5):
        while not await _sizes(database, zone):
            await asyncio.sleep(0.02)
    await log.stop()


async def test_a_log_that_waits_to_be_sealed_for_more_than_a_minute_is_told(
    database, keys, log, zone, seal, behind, line
):
    await fill(log, zone, 3)
    await seal()
    assert zone not in dict(await log.behind())
    await behind.execute(
        "update log.leaf set hash = sha256('x') where organisation_id = $1 and position = 1", zone
    )
    then = clock.now() - timedelta(seconds=61)
    await log.commit_now(msgspec.structs.replace(note(zone), at=then))
    await log.commit_now(note(zone))
    await Sealer(database, keys).seal(line)
    assert dict(await log.behind())[zone] == then


async def test_a_broken_log_cries_each_minute(database, keys, caplog):
    sealer = Sealer(database, keys)
    sealer.broken.add(new_id())
    sealer._alarmed = -1_000.0
    sealer._alarm()
    sealer._alarm()
    assert [record.levelname for record in caplog.records if "NOT SEALED" in record.message] == ["CRITICAL"]

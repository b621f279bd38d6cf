"""The clock is set while the log is written: times stay as they were, and the jump stands before them."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from focus.core import clock
from focus.core.database import Database
from focus.core.keys import FileKeyStore
from focus.core.log import Log, LogEvent
from tests.log.conftest import note


async def kept(database: Database, log: Log, zone: UUID) -> list[LogEvent]:
    async with database.transaction(zone, readonly=True) as tx:
        return list(reversed(await log.events_of(tx)))


def jump(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """The system's time is set that much forward."""
    before = clock.offset()
    monkeypatch.setattr(clock, "offset", lambda: before + seconds)


@pytest.mark.parametrize("seconds", [-48 * 3_600, -2, 5])
async def test_a_jump_is_told_once_before_the_next_entry(
    database: Database, log: Log, zone: UUID, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    await log.commit_now(note(zone))
    jump(monkeypatch, seconds)
    with clock.fixed(clock.now() + timedelta(seconds=seconds)):
        await log.commit_now(note(zone))
        await log.commit_now(note(zone))
    entries = await kept(database, log, zone)
    assert [event.kind for event in entries] == [
        "search.LookupOpened",
        "log.ClockJumped",
        "search.LookupOpened",
        "search.LookupOpened",
    ]
    assert entries[1].what == {"seen": "running", "by_ms": pytest.approx(seconds * 1000, abs=100)}


async def test_an_entry_within_a_transaction_stands_behind_the_jump_too(
    database: Database, log: Log, zone: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    await log.commit_now(note(zone))
    jump(monkeypatch, -60)
    async with database.transaction(zone) as tx:
        await log.append(tx, note(zone))
    assert [event.kind for event in await kept(database, log, zone)][1] == "log.ClockJumped"


async def test_a_clock_that_is_set_right_by_milliseconds_is_not_told(
    database: Database, log: Log, zone: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    await log.commit_now(note(zone))
    jump(monkeypatch, -0.4)
    await log.commit_now(note(zone))
    assert len(await kept(database, log, zone)) == 2


async def test_a_server_that_starts_behind_its_own_log_says_so(
    database: Database, keys: FileKeyStore, log: Log, zone: UUID
) -> None:
    future = clock.now() + timedelta(hours=48)
    with clock.fixed(future):
        await log.commit_now(note(zone))
    started = await Log.open(database, keys)
    await started.start()
    await started.commit_now(note(zone))
    await started.stop()
    told = (await kept(database, log, zone))[1]
    assert (told.kind, told.what) == ("log.ClockJumped", {"seen": "start", "newest": future.isoformat()})

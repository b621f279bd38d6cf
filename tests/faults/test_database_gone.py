"""The database goes away while officers ask: they are told so, nothing is shown unlogged, it heals itself."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from tests.database.postgresql import SystemServer, system_binaries, system_server
from tests.faults.field import Ledger, ids, logged, patrol
from tests.support.afterwards import working_in
from tests.support.frozen import frozen
from tests.support.server import served

AWAY = {"log.unavailable", "core.database_away"}


@pytest.fixture
def postgresql() -> Iterator[SystemServer]:
    binaries = system_binaries()
    if binaries is None:
        pytest.skip("this machine has no PostgreSQL of its own")
    with system_server(binaries) as found:
        yield found


async def back(ledger: Ledger, *, seconds: float) -> float:
    """Seconds until a lookup begins again."""
    began = time.monotonic()
    while ledger.last_opened < began:
        assert time.monotonic() - began < seconds, "no lookup began again"
        await asyncio.sleep(0.05)
    return ledger.last_opened - began


@pytest.mark.slow
async def test_twenty_seconds_without_database(
    postgresql: SystemServer, sources: Path, tmp_path: Path
) -> None:
    ledger, home = Ledger(), tmp_path / "focus"
    async with served(home, FOCUS_SOURCES=str(sources), FOCUS_DATABASE_URL=postgresql.url) as server:
        async with patrol(server, ledger) as officers:
            organisation = UUID(officers[0].session["organisation"])
            await back(ledger, seconds=10)
            await asyncio.to_thread(postgresql.stop)
            ledger.refused.clear()
            gone = time.monotonic()
            await asyncio.sleep(20)
            assert ledger.last_opened < gone + 2
            assert len(ledger.refused) > 4
            await asyncio.to_thread(postgresql.start)
            assert await back(ledger, seconds=8) < 8
            await asyncio.sleep(1)
        assert server.process.poll() is None
        assert {(status, code) for status, code, _ in ledger.refused} <= {(503, code) for code in AWAY}
        assert all(title and "error-" not in title for _, _, title in ledger.refused)
        assert ledger.longest_s < 5
        await asyncio.sleep(3)
        events = await logged(home, postgresql.url, organisation)
        assert ledger.opened <= ids(events, "LookupOpened")
        assert ledger.opened <= ids(events, "LookupClosed")


@pytest.mark.slow
async def test_the_embedded_database_killed_and_then_frozen(sources: Path, tmp_path: Path) -> None:
    """kill −9 of the postmaster is healed within seconds; frozen, it is 503 until it thaws."""
    ledger, home = Ledger(), tmp_path / "focus"
    async with served(home, embedded=True, FOCUS_SOURCES=str(sources)) as server:
        (data,) = [path.parent for path in home.rglob("PG_VERSION") if (path.parent / "base").is_dir()]
        async with patrol(server, ledger) as officers:
            organisation = UUID(officers[0].session["organisation"])
            await back(ledger, seconds=10)
            os.kill(working_in(data.resolve())[0], signal.SIGKILL)
            await asyncio.sleep(0.5)
            assert await back(ledger, seconds=15) < 15
            with frozen(working_in(data.resolve())):
                ledger.refused.clear()
                await asyncio.sleep(6)
                assert ledger.refused
                assert {code for _, code, _ in ledger.refused} <= AWAY
            assert await back(ledger, seconds=10) < 10
        assert server.process.poll() is None
        await asyncio.sleep(3)
        events = await logged(home, None, organisation)
        assert ledger.opened <= ids(events, "LookupOpened")
        assert ledger.opened <= ids(events, "LookupClosed")

"""The server is killed, or told to end, in the middle of lookups."""

from __future__ import annotations

import asyncio
import signal
import time
from pathlib import Path
from uuid import UUID

import pytest

from tests.faults.field import CAR, Ledger, ids, logged, patrol
from tests.search.connectors.servers import Server
from tests.search.lookups.desk import Lookup, officer_at, until
from tests.support.server import ready, served, start


@pytest.mark.slow
async def test_after_kill_9_every_lookup_that_was_acknowledged_is_in_the_log(
    sources: Path, tmp_path: Path
) -> None:
    ledger, home = Ledger(), tmp_path / "focus"
    async with served(home, embedded=True, FOCUS_SOURCES=str(sources)) as server:
        for _ in range(2):
            seen = len(ledger.opened)
            async with patrol(server, ledger, size=6) as officers:
                organisation = UUID(officers[0].session["organisation"])
                await until(lambda seen=seen: len(ledger.opened) > seen + 20, seconds=20)
                server.kill()
                await asyncio.sleep(0.2)
            began = time.monotonic()
            server.process = start(home, server.environment)
            await ready(server)
            assert time.monotonic() - began < 15
        events = await logged(home, server.environment.get("FOCUS_DATABASE_URL"), organisation)
        assert len(ledger.opened) > 40
        assert ledger.opened <= ids(events, "LookupOpened")


@pytest.mark.slow
async def test_an_id_from_before_the_kill_is_not_answered_again(sources: Path, tmp_path: Path) -> None:
    home = tmp_path / "focus"
    async with served(home, FOCUS_SOURCES=str(sources)) as server:
        lotte = await officer_at(server.base)
        lookup = await lotte.ask(CAR)
        server.kill()
        server.process = start(home, server.environment)
        await ready(server)
        answer = await lotte.post("/api/search/lookups", {"id": lookup.id, "question": CAR})
        assert (answer.status, answer.code) == (409, "search.already_answered")
        await lotte.close()


@pytest.mark.slow
async def test_told_to_end_it_lets_go_of_every_source_and_ends_within_five_seconds(
    hanging: Path, registers: Server, tmp_path: Path
) -> None:
    home = tmp_path / "focus"
    async with served(home, FOCUS_SOURCES=str(hanging)) as server:
        officers = [await officer_at(server.base) for _ in range(3)]
        organisation = UUID(officers[0].session["organisation"])
        heard = [Lookup("") for _ in officers]
        asking = [
            asyncio.create_task(officer.ask(CAR, heard=lookup))
            for officer, lookup in zip(officers, heard, strict=True)
        ]
        await until(lambda: registers.open["hang"] == 6)
        began = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        await asyncio.to_thread(server.process.wait, 10)
        assert time.monotonic() - began < 5
        assert server.process.returncode in {0, -signal.SIGTERM}
        await asyncio.gather(*asking, return_exceptions=True)
        await until(lambda: registers.open["hang"] == 0)
        for officer in officers:
            await officer.close()
        events = await logged(home, server.environment.get("FOCUS_DATABASE_URL"), organisation)
        mine = {lookup.id for lookup in heard}
        assert mine <= ids(events, "LookupOpened")
        assert mine <= ids(events, "LookupClosed")
        assert {e.what["ended"] for e in events if e.what.get("lookup") in mine} <= {"left", "stopped"}


@pytest.mark.slow
@pytest.mark.timeout(240)
async def test_after_kill_9_every_lookup_gets_its_closing_entry(sources: Path, tmp_path: Path) -> None:
    ledger, home = Ledger(), tmp_path / "focus"
    async with served(home, embedded=True, FOCUS_SOURCES=str(sources)) as server:
        async with patrol(server, ledger, size=6) as officers:
            organisation = UUID(officers[0].session["organisation"])
            await until(lambda: len(ledger.opened) > 20, seconds=20)
            server.kill()
            await asyncio.sleep(0.2)
        server.process = start(home, server.environment)
        await ready(server)
        url = server.environment.get("FOCUS_DATABASE_URL")
        for _ in range(20):
            await asyncio.sleep(8)
            events = await logged(home, url, organisation)
            left = ids(events, "LookupOpened") - ids(events, "LookupClosed")
            if not left:
                break
        assert left == set()
        ended = [e.what["ended"] for e in events if e.kind == "search.LookupClosed"]
        assert "cut_off" in ended and "done" in ended
        assert len(ids(events, "LookupClosed")) == len(ended)

"""Row 10: log appends, durable, each in a shared commit; proofs; sealing. In process, real database."""

from __future__ import annotations

import asyncio
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from uuid import UUID, uuid4

from bench.results import Result
from focus.core import clock
from focus.core.database import Database, Stream, migrate
from focus.core.ids import new_id
from focus.core.keys import FileKeyStore
from focus.core.log import Log, LogEvent, prove_inclusion
from focus.core.log.module import module

MIGRATIONS = Path(__file__).resolve().parents[1] / "src" / "focus" / "core" / "log" / "migrations"
SECONDS = 4.0
PROOFS = 200


def event(organisation: UUID, number: int) -> LogEvent:
    """One event of ordinary size."""
    return LogEvent(
        id=new_id(),
        organisation_id=organisation,
        at=clock.now(),
        kind="search.LookupOpened",
        person_id=organisation,
        what={"question": "1-ABC-123", "sources": ["div", "wanted", "sis"], "number": number},
    )


async def appends(log: Log, organisation: UUID, *, writers: int) -> tuple[float, list[UUID]]:
    """Appends per second by so many writers, each waiting for its own to be durable."""
    until = time.perf_counter() + SECONDS
    written: list[UUID] = []

    async def writer() -> None:
        while time.perf_counter() < until:
            one = event(organisation, len(written))
            await log.commit_now(one)
            written.append(one.id)

    started = time.perf_counter()
    await asyncio.gather(*(writer() for _ in range(writers)))
    return len(written) / (time.perf_counter() - started), written


async def run() -> list[Result]:
    """Measure."""
    results = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        async with Database.open(home) as database:
            await migrate(database, [Stream(module.name, MIGRATIONS)])
            log = await Log.open(database, FileKeyStore.open(home))
            organisation = uuid4()
            for writers, target in ((1, None), (16, 20_000), (64, None)):
                rate, written = await appends(log, organisation, writers=writers)
                met = rate >= target if target else None
                shown = f"≥ {target:,}/s" if target else "–"
                results.append(Result(10, f"appends, {writers} at once", f"{rate:,.0f}/s", shown, met))
            results.append(await _proofs(log, database, organisation, written))
    return results


async def _proofs(log: Log, database: Database, organisation: UUID, written: list[UUID]) -> Result:
    """Inclusion proofs of events in a log that is sealed."""
    await log.start()
    await _sealed(database, organisation)
    times = []
    for one in written[:: max(1, len(written) // PROOFS)][:PROOFS]:
        async with database.transaction(organisation) as tx:
            started = time.perf_counter()
            await prove_inclusion(tx, one)
            times.append((time.perf_counter() - started) * 1000)
    await log.stop()
    p99 = quantiles(times, n=100)[98]
    return Result(
        10, "inclusion proof, p50 / p99", f"{median(times):.1f} / {p99:.1f} ms", "p99 ≤ 2 ms", p99 <= 2
    )


async def _sealed(database: Database, organisation: UUID) -> None:
    """Wait until nothing is unsealed."""
    for _ in range(600):
        async with database.transaction(organisation) as tx:
            waiting = await tx.fetchval(
                "select (select count(*) from log.event) - (select count(*) from log.leaf)"
            )
        if not waiting:
            return
        await asyncio.sleep(0.2)
    raise TimeoutError("the log was not sealed within two minutes")

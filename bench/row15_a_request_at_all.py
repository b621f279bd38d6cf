"""Row 15: a request at all: session, proof, policy, scope, indexed read of 20 records, log."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from bench.load import drive, request
from bench.machine import cpu_of
from bench.results import Result
from bench.serving import officer, product
from bench.vehicles.filling import ORGANISATION, STREETS, fill
from tests.support.server import Served

REQUESTS = {1: 1_500, 16: 6_000, 64: 6_000}
RUNS = 3


async def run() -> list[Result]:
    """Requests per CPU-second of the app alone, and with PostgreSQL's."""
    results = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        async with product(home, application="bench.app:create", BENCH_ORGANISATION=ORGANISATION) as served:
            await fill(home)
            someone = await officer(served.base)
            for connections, count in REQUESTS.items():
                runs = [await measure(served, someone.device, connections, count) for _ in range(RUNS)]
                app, both, rate = (median(figures) for figures in zip(*runs, strict=True))
                met = app >= 3_000 and both >= 1_800 if connections == 16 else None
                target = "≥ 3,000 / 1,800" if connections == 16 else "–"
                shown = f"{app:,.0f} / {both:,.0f} ({rate:,.0f}/s)"
                what = f"requests per CPU-second, app / app + PostgreSQL, {connections} at once"
                results.append(Result(15, what, shown, target, met))
            await someone.device.close()
    return results


async def measure(served: Served, device: object, connections: int, count: int) -> tuple[float, float, float]:
    """One run: requests per CPU-second of the app, of app and database, and per second of the clock."""
    prepared = [signed(device) for _ in range(count)]
    before = cpu_of(served.process.pid, served.home)
    outcome = await drive(served.base, prepared, connections=connections)
    used = cpu_of(served.process.pid, served.home).since(before)
    if outcome.failures:
        raise RuntimeError(f"{len(outcome.failures)} failed: {outcome.failures[0]!r}")
    return count / used.app, count / (used.app + used.database), outcome.per_second


def signed(device: object) -> bytes:
    """One request with its own proof."""
    path = "/api/vehicles/of-street"
    headers = device.headers("GET", urlsplit(path).path, b"")  # type: ignore[attr-defined]
    return request("GET", f"{path}?street={random.randrange(STREETS)}", headers, b"")

"""Row 4: lookups per second from own data, two log events each, the first durable before data leaves."""

from __future__ import annotations

import json
import random
import tempfile
from pathlib import Path
from statistics import median
from uuid import uuid4

from bench.load import drive, request
from bench.machine import cpu_of
from bench.results import Result
from bench.serving import officer, product
from bench.vehicles.filling import ORGANISATION, PLATES, fill, plate
from tests.support.device import Device
from tests.support.server import Served

LOOKUPS = {1: 600, 16: 4_000, 64: 4_000}
RUNS = 3


async def run() -> list[Result]:
    """Lookups per second and CPU of each."""
    results = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        async with product(home, application="bench.app:create", BENCH_ORGANISATION=ORGANISATION) as served:
            await fill(home)
            someone = await officer(served.base)
            for connections, count in LOOKUPS.items():
                runs = [await measure(served, someone.device, connections, count) for _ in range(RUNS)]
                rate, app, database = (median(figures) for figures in zip(*runs, strict=True))
                shown = f"{rate:,.0f}/s ({app:,.0f} + {database:,.0f} µs CPU)"
                target, met = ("≥ 2,000/s", rate >= 2_000) if connections == 16 else ("–", None)
                results.append(Result(4, f"lookups from own data, {connections} at once", shown, target, met))
            await someone.device.close()
    return results


async def measure(served: Served, device: Device, connections: int, count: int) -> tuple[float, float, float]:
    """One run: lookups per second, µs CPU of the app and of PostgreSQL per lookup."""
    prepared = [signed(device) for _ in range(count)]
    before = cpu_of(served.process.pid, served.home)
    outcome = await drive(served.base, prepared, connections=connections)
    used = cpu_of(served.process.pid, served.home).since(before)
    if outcome.failures:
        raise RuntimeError(f"{len(outcome.failures)} failed: {outcome.failures[0]!r}")
    return outcome.per_second, used.app / count * 1e6, used.database / count * 1e6


def signed(device: Device) -> bytes:
    """One lookup with its own id and proof."""
    path = "/api/search/lookups"
    body = json.dumps({"id": str(uuid4()), "question": plate(random.randrange(PLATES))}).encode()
    return request("POST", path, device.headers("POST", path, body), body)

"""Row 12: 5,000 phones come back at once: each opens its stream and pulls, at a moment within 30 s."""

from __future__ import annotations

import asyncio
import json
import random
import time
from statistics import quantiles
from urllib.parse import urlsplit

from bench.load import answer, request
from bench.phones.ground import Ground, ground
from bench.phones.streams import PATH, Ear
from bench.results import Result

PHONES, JITTER_S = 5_000, 30.0


async def run() -> list[Result]:
    """Until the last is in sync, and how long each took."""
    async with ground() as place:
        await place.notes(40)
        state, _ = await place.pull()
        started = time.perf_counter()
        answers = await asyncio.gather(*(_phone(place, state) for _ in range(PHONES)), return_exceptions=True)
        whole = time.perf_counter() - started
    errors = [one for one in answers if isinstance(one, BaseException)]
    times = [one for one in answers if isinstance(one, float)]
    p99 = quantiles(times, n=100)[98] if len(times) > 100 else float("nan")
    note = f"p99 {p99:.2f} s each; {len(errors)} errors"
    return [
        Result(
            12,
            f"{PHONES:,} phones in sync again",
            f"{whole:.0f} s",
            "≤ 60 s, no error",
            whole <= 60 and not errors,
            note,
        )
    ]


async def _phone(place: Ground, state: object) -> float:
    await asyncio.sleep(random.random() * JITTER_S)
    began, address = time.perf_counter(), urlsplit(place.served.base)
    loop = asyncio.get_running_loop()
    ear = Ear(request("GET", PATH, place.device.headers("GET", PATH, b""), b""), loop.create_future())
    await loop.create_connection(lambda: ear, address.hostname, address.port)
    await ear.ready
    if ear.refused:
        raise RuntimeError(ear.refused)
    reader, writer = await asyncio.open_connection(address.hostname, address.port, limit=2**22)
    body = json.dumps({"state": state}).encode()
    writer.write(
        request("POST", "/api/sync/pull", place.device.headers("POST", "/api/sync/pull", body), body)
    )
    status = await answer(reader)
    writer.close()
    if not status.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(status)
    return time.perf_counter() - began

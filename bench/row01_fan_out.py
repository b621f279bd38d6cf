"""Row 1: one question to 60 HTTP sources, 57 answering after 20–300 ms and 3 hanging.

What counts is what we add: how long after the first and the slowest answering source the first and the last
card are there. The sources are a server of their own; the product's connectors and engine ask them.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import random
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import msgspec
import uvloop
from aiohttp import web

from bench.results import Result
from focus.modules.search.configuration.loader import load_sources
from focus.modules.search.engine import Engine
from focus.modules.search.merging import Merger
from focus.modules.search.merging.pivots import Offer
from focus.modules.search.questions import Reading
from focus.modules.search.sources.protocol import Source

SOURCES, HANGING, ROUNDS = 60, 3, 8
READING = Reading(kind="plate", normal="1-ABC-123", facts={"plate": "1ABC123", "plate_dashed": "1-ABC-123"})
FILE = """
name = "s{n}"
short = "S{n}"
kind = "rest"
legal = ["WPA art. 44/1"]
data = ["vehicles"]
purposes = ["*"]
matters = ["plate"]
deadline_ms = 6000
max_concurrent = 64
age = "P1D"
[title]
nl = "S{n}"
fr = "S{n}"
de = "S{n}"
en = "S{n}"
[breaker]
failures = 100
pause_ms = 1000
[rest]
base = "{base}"
[[ask]]
for = ["plate"]
path = "/{n}/{{plate}}"
[[map]]
type = "vehicle"
each = "records"
id = "plate"
title = "{{plate}}"
identifiers = {{ plate = "plate" }}
[map.facts]
make = "make"
colour = "colour"
"""


def serve(ready: multiprocessing.SimpleQueue[int]) -> None:
    """Each source answers after a delay of its own; the last three never do."""
    delays = [random.Random(n).uniform(0.02, 0.3) for n in range(SOURCES)]
    body = msgspec.json.encode({"records": [{"plate": "1ABC123", "make": "Volkswagen", "colour": "grey"}]})

    async def answer(request: web.Request) -> web.Response:
        number = int(request.match_info["n"])
        await asyncio.sleep(3600 if number >= SOURCES - HANGING else delays[number])
        return web.Response(body=body, content_type="application/json")

    async def run() -> None:
        app = web.Application()
        app.router.add_get("/{n}/{plate}", answer)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        ready.put(runner.addresses[0][1])
        await asyncio.Event().wait()

    asyncio.run(run())


async def lookup(engine: Engine, sources: list[Source]) -> tuple[float, float]:
    """Seconds until the first card, and until the last of those that answer."""
    started = time.perf_counter()
    merger = Merger(offer=Offer(READING, {}), ranks={})
    times: list[float] = []
    outcomes = engine.run(READING, sources, deadline_s=6.0)
    while len(times) < SOURCES - HANGING and (some := await outcomes.together()):
        for outcome in some:
            for record in outcome.records:
                merger.add(record)
        merger.changes()
        now = time.perf_counter() - started
        times += [now for outcome in some if outcome.state == "answered"]
    await outcomes.aclose()
    return times[0], times[-1]


async def run() -> list[Result]:
    """At 1 and at 20 lookups at once, on the loop that the server runs on."""
    return await asyncio.to_thread(uvloop.run, measured())


async def measured() -> list[Result]:
    """The figures of the row."""
    context = multiprocessing.get_context("spawn")
    ready = context.SimpleQueue()
    server = context.Process(target=serve, args=(ready,), daemon=True)
    server.start()
    delays = [random.Random(n).uniform(0.02, 0.3) for n in range(SOURCES - HANGING)]
    with TemporaryDirectory() as folder:
        base = f"http://127.0.0.1:{ready.get()}"
        for number in range(SOURCES):
            (Path(folder) / f"s{number}.toml").write_text(FILE.format(n=number, base=base))
        sources = load_sources([Path(folder)])
        engine, results = Engine(), []
        await lookup(engine, sources)
        for at_once, last_target in ((1, 10), (20, 40)):
            first, last, cpu = await rounds(engine, sources, at_once)
            first_ms, last_ms = (first - min(delays)) * 1000, (last - max(delays)) * 1000
            what = f"{at_once} at once"
            last_ok = last_ms <= last_target
            results += [
                Result(
                    1,
                    f"first card after the first source, {what}",
                    f"{first_ms:.0f} ms",
                    "≤ 15 ms",
                    first_ms <= 15,
                ),
                Result(
                    1,
                    f"last card after the slowest, {what}",
                    f"{last_ms:.0f} ms",
                    f"≤ {last_target} ms",
                    last_ok,
                ),
                Result(
                    1,
                    f"CPU per lookup, {what}",
                    f"{cpu:.1f} ms",
                    "≤ 8 ms at 20",
                    cpu <= 8 if at_once > 1 else None,
                ),
            ]
        await asyncio.gather(*(source.close() for source in sources))
    server.terminate()
    return results


async def rounds(engine: Engine, sources: list[Source], at_once: int) -> tuple[float, float, float]:
    """Medians of first and last card, and CPU milliseconds per lookup."""
    firsts, lasts = [], []
    before = time.process_time()
    for _ in range(ROUNDS):
        for first, last in await asyncio.gather(*(lookup(engine, sources) for _ in range(at_once))):
            firsts.append(first)
            lasts.append(last)
    cpu = (time.process_time() - before) * 1000 / (ROUNDS * at_once)
    return median(firsts), median(lasts), cpu

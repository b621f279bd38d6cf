"""Row 6: one event to 5,000 live phones of one worker: from the commit's answer to the last of them."""

from __future__ import annotations

import asyncio
import time
from statistics import median

import psutil

from bench.phones.ground import Ground, ground
from bench.phones.streams import Ear, ears
from bench.results import Result

PHONES, TURNS = 5_000, 7


async def run() -> list[Result]:
    """Latency to the last phone and memory of each."""
    async with ground() as place:
        process = psutil.Process(place.served.process.pid)
        (note,) = await place.notes(1, text="a")
        await place.write(note)
        before = process.memory_info().rss
        listening = await ears(place.served.base, place.device, PHONES)
        refused = [ear for ear in listening if ear.refused]
        if refused:
            raise RuntimeError(f"{len(refused)} streams refused: {refused[0].refused!r}")
        each = (process.memory_info().rss - before) / PHONES / 1024
        times = [await turn(place, note, listening) for _ in range(TURNS)]
        for ear in listening:
            ear.close()
    last = median(times)
    shown = f"{last:.0f} ms ({min(times):.0f}–{max(times):.0f})"
    return [
        Result(6, f"last of {PHONES:,} phones after the commit", shown, "≤ 150 ms", last <= 150),
        Result(6, "memory of each phone", f"{each:.1f} KB", "≤ 40 KB", each <= 40),
    ]


async def turn(place: Ground, note: object, listening: list[Ear]) -> float:
    """Milliseconds from the answer to a change until the last phone was told."""
    looks = [ear.looks for ear in listening]
    await place.write(note)  # type: ignore[arg-type]
    answered = time.perf_counter()
    async with asyncio.timeout(20):
        while any(ear.looks == before for ear, before in zip(listening, looks, strict=True)):
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.3)
    return max(0.0, (max(ear.at for ear in listening) - answered) * 1000)

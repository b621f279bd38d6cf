"""Row 8: the server's part of a first sync of 500 dossiers, and of the delta after one change."""

from __future__ import annotations

import time
from statistics import median

from bench.machine import cpu_of
from bench.phones.ground import ground
from bench.results import Result

DOSSIERS, TURNS = 500, 15


async def run() -> list[Result]:
    """Milliseconds by the clock at the client, and of the server's processor."""
    async with ground() as place:
        notes = await place.notes(DOSSIERS)
        firsts, deltas = [], []
        state = None
        for _ in range(TURNS):
            started = time.perf_counter()
            state, records = await place.pull()
            firsts.append((time.perf_counter() - started) * 1000)
            if records < DOSSIERS:  # the town's briefing comes with them
                raise RuntimeError(f"{records} records instead of {DOSSIERS}")
        before = cpu_of(place.served.process.pid, place.served.home)
        for turn in range(TURNS):
            await place.write(notes[turn])
            started = time.perf_counter()
            state, records = await place.pull(state)
            deltas.append((time.perf_counter() - started) * 1000)
            if records != 1:
                raise RuntimeError(f"{records} records instead of 1")
        used = cpu_of(place.served.process.pid, place.served.home).since(before)
    first, delta = median(firsts), median(deltas)
    cpu = f"{(used.app + used.database) / TURNS * 1000:.1f} ms CPU with the change itself"
    return [
        Result(8, f"first sync of {DOSSIERS}, server and client", f"{first:.0f} ms", "≤ 1 s", first <= 1_000),
        Result(8, "delta after one change", f"{delta:.1f} ms", "≤ 30 ms", delta <= 30, cpu),
    ]

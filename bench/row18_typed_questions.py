"""Row 18: questions as officers type them, about a world whose truth is known: is each word true?"""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

from bench.results import Result
from bench.row13_memory import start_world
from bench.serving import ROOT, product
from bench.typed import written
from tests.search.lookups.desk import CASE, give, officer_at
from tests.search.lookups.marking import Marked, mark_all
from world.typed import typed
from world.world import World

QUESTIONS = int(os.environ.get("FOCUS_BENCH_TYPED", "2000"))
PERSONS, SEED, AT_ONCE = 20_000, 1, 4


async def run() -> list[Result]:
    """False greens, what was understood, and how long the final word takes; tables by kind of writing."""
    found = await asked()
    written(found, persons=PERSONS, at_once=AT_ONCE)
    false = sum(one.false_green for one in found)
    understood = sum(one.understood for one in found) / len(found)
    warned = [one for one in found if one.typed.level != "green"]
    told = sum(one.said in {"red", "amber"} for one in warned) / len(warned)
    among = f"of {len(found):,} typed questions"
    link = "[per kind](performance/typed-questions.md)"
    return [
        Result(18, f"false greens {among}", str(false), "0", false == 0, link),
        Result(18, f"understood {among}", f"{understood:.1%}", "≥ 95 %", understood >= 0.95, link),
        Result(18, f"warnings told, of {len(warned):,} that are true", f"{told:.1%}", "–", None, link),
    ]


async def asked() -> list[Marked]:
    """All questions put to the product, which asks the whole world, thinking time and all."""
    truth = World(seed=SEED, persons=PERSONS)
    questions = list(typed(truth, count=QUESTIONS, seed=SEED))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        world, said = await asyncio.to_thread(
            start_world, home, "--persons", str(PERSONS), "--seed", str(SEED)
        )
        give(home / "secrets", said["files"])
        environment = {**said["environment"], "FOCUS_SOURCES": str(ROOT / "world" / "sources")}
        try:
            async with product(home, **environment) as served:
                lotte = await officer_at(served.base)
                try:
                    return await mark_all(lotte, questions, purpose=CASE, at_once=AT_ONCE)
                finally:
                    await lotte.close()
        finally:
            world.terminate()
            await asyncio.to_thread(world.wait, 20)

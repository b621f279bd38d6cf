"""Row 13: memory of one worker after work, and of the whole demo with its world and databases."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from uuid import uuid4

from bench.machine import descendants, memory_mb, postgres_of
from bench.results import Result
from bench.serving import ROOT, officer, product

LOOKUPS = 60


async def run() -> list[Result]:
    """Proportional set sizes, so that pages shared between processes count once."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        world, said = start_world(home)
        environment = {**said["environment"], "FOCUS_SOURCES": str(ROOT / "world" / "sources")}
        try:
            async with product(home, **environment) as served:
                someone = await officer(served.base)
                for number in range(LOOKUPS):
                    question = {"id": str(uuid4()), "question": f"1-ABC-{number:03}"}
                    async for _ in someone.device.lines("/api/search/lookups", question):
                        pass
                await someone.device.close()
                await asyncio.sleep(1)
                worker = memory_mb(served.process.pid)
                everything = {*descendants(world.pid), *descendants(served.process.pid), *postgres_of(home)}
                whole = sum(memory_mb(pid) for pid in everything if Path(f"/proc/{pid}").exists())
        finally:
            world.terminate()
            world.wait(20)
    return [
        Result(13, f"one worker after {LOOKUPS} lookups", f"{worker:.0f} MB", "≤ 150 MB", worker <= 150),
        Result(13, "whole demo, 100,000 people", f"{whole:.0f} MB", "≤ 1 GB", whole <= 1000),
    ]


def start_world(home: Path, *more: str) -> tuple[subprocess.Popen[str], dict[str, dict[str, str]]]:
    """The simulated world as the demo has it."""
    command = [sys.executable, "-m", "world", "serve", "--home", str(home / "world")]
    command += ["--with-parent", str(os.getpid()), *more]
    world = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert world.stdout is not None
    return world, json.loads(world.stdout.readline())

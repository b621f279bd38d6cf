"""An evening is played until it is over, or nobody wants it: the control room, and what is around it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import aiohttp

from world.cameras import send_camera_reads
from world.patrols import patrol
from world.running import until_told_to_end
from world.town.addresses import Town, build_town

from .evening import evening
from .sending import Desk, Sent, play

HOUSEHOLDS = 45_000
"""The region of the demo's hundred thousand people."""
READ_EVERY_S = 60.0
HIT_EVERY = 15
"""After so many rounds of reads comes a hit, and one with the first."""
WANTED = ("2-ZKV-318",)


@dataclass(frozen=True)
class Around:
    """What else is out there. `gateway`: `host:port` for cars on patrol; `cameras`: a feed of cameras."""

    gateway: str | None = None
    cameras: Mapping[str, str] | None = None


async def play_to(
    base: str,
    path: str,
    secret: str,
    *,
    seed: int,
    incidents: int,
    speed: float,
    begin_s: float = 0.0,
    around: Around = Around(),
    parent: int | None = None,
) -> Sent:
    """Send an evening to a feed; what lies before `begin_s` is sent at once, as of then."""
    town = await asyncio.to_thread(build_town, households=HOUSEHOLDS)
    tonight = await asyncio.to_thread(evening, town, seed=seed, incidents=incidents)
    told = Sent()
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as http:
        desk = Desk(http, base, path, secret)
        sending = play(desk, tonight.sendings, speed=speed, begin_s=begin_s, told=told)
        main = [asyncio.create_task(sending), asyncio.create_task(until_told_to_end(parent=parent))]
        beside = [asyncio.create_task(work) for work in _beside(base, town, around)]
        await asyncio.wait(main, return_when=asyncio.FIRST_COMPLETED)
        for task in (*main, *beside):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
    return told


def _beside(base: str, town: Town, around: Around) -> Iterator[Coroutine[Any, Any, None]]:
    if around.gateway:
        host, _, port = around.gateway.rpartition(":")
        yield patrol(host, int(port), town)
    if around.cameras:
        yield _watch(base, around.cameras)


async def _watch(base: str, feed: Mapping[str, str]) -> None:
    """Cameras see cars pass, and now and then one that a list names."""
    number = 0
    while True:
        hits = WANTED if number % HIT_EVERY == 0 else ()
        with suppress(aiohttp.ClientError, TimeoutError):
            await send_camera_reads(base, feed["path"], feed["secret"], count=3, hits=hits)
        number += 1
        await asyncio.sleep(READ_EVERY_S)

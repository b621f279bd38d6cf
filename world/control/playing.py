"""An evening is played to a feed until it is over, or nobody wants it any more."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import aiohttp

from world.running import until_told_to_end
from world.town.addresses import build_town

from .evening import evening
from .sending import Desk, Sent, play

HOUSEHOLDS = 45_000
"""The region of the demo's hundred thousand people."""


async def play_to(
    base: str,
    path: str,
    secret: str,
    *,
    seed: int,
    incidents: int,
    speed: float,
    begin_s: float = 0.0,
    parent: int | None = None,
) -> Sent:
    """Send an evening to a feed; what lies before `begin_s` is sent at once, as of then."""
    tonight = await asyncio.to_thread(
        lambda: evening(build_town(households=HOUSEHOLDS), seed=seed, incidents=incidents)
    )
    told = Sent()
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=30)) as http:
        desk = Desk(http, base, path, secret)
        sending = play(desk, tonight.sendings, speed=speed, begin_s=begin_s, told=told)
        playing = asyncio.create_task(sending)
        ending = asyncio.create_task(until_told_to_end(parent=parent))
        await asyncio.wait({playing, ending}, return_when=asyncio.FIRST_COMPLETED)
        for task in (playing, ending):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
    return told

"""Row 9: commands from phones, sealed and signed, each logged and durable."""

from __future__ import annotations

import asyncio
import time
from statistics import median
from typing import Any

import aiohttp

from bench.phones.ground import Ground, ground
from bench.results import Result
from bench.serving import officer
from focus.core.ids import new_id
from tests.support.device import Device
from tests.support.sealing import delivery, done

PHONES, COMMANDS, RUNS, BATCH = 16, 1_600, 3, 5


async def run() -> list[Result]:
    """Commands per second, delivered by sixteen phones at once in batches of five."""
    async with ground() as place:
        key = (await place.device.get("/api/sync/key")).body
        devices = [(await officer(place.served.base)).device for _ in range(PHONES)]
        rates = [await measure(place, devices, key) for _ in range(RUNS)]
        for device in devices:
            await device.close()
    rate = median(rates)
    return [
        Result(9, "commands of 16 phones, sealed, five a delivery", f"{rate:,.0f}/s", "≥ 500/s", rate >= 500)
    ]


async def measure(place: Ground, devices: list[Device], key: dict[str, str]) -> float:
    """Prepare, then deliver as fast as it goes."""
    prepared = [_bodies(device, key) for device in devices]

    async def phone(http: aiohttp.ClientSession, bodies: list[bytes]) -> None:
        for body in bodies:
            async with http.post(
                place.served.base + "/api/sync/deliver",
                data=body,
                headers={"content-type": "application/json"},
            ) as answer:
                told = await answer.json()
                if answer.status != 200 or any(one["status"] != 200 for one in told["outcomes"]):
                    raise RuntimeError(f"{answer.status}: {told}")

    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as http:
        started = time.perf_counter()
        await asyncio.gather(*(phone(http, bodies) for bodies in prepared))
        return COMMANDS / (time.perf_counter() - started)


def _bodies(device: Device, key: dict[str, str]) -> list[bytes]:
    items = [_item(device, key, number + 1) for number in range(COMMANDS // PHONES)]
    return [delivery(device, items[start : start + BATCH]) for start in range(0, len(items), BATCH)]


def _item(device: Device, key: dict[str, str], number: int) -> dict[str, Any]:
    body = {"note": str(new_id()), "text": "Niemand thuis, briefje achtergelaten."}
    return done(device, key, new_id(), number, "notes.write_note", body)

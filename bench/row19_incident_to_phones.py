"""Row 19: a message of the control room until phones hold it: 200 of its zone, among 5,000 that listen."""

from __future__ import annotations

import asyncio
import json
import random
import time
from contextlib import suppress
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import aiohttp

from bench.load import request
from bench.phones.streams import Ear, ears
from bench.results import Result
from bench.serving import officer, product
from focus.core import clock
from focus.core.database import Database
from focus.core.keys import FileKeyStore
from focus.modules.incidents.feeds import FeedWanted, keep_feed
from tests.support.device import Device
from world.control.sending import Desk

ZONE_PHONES, OTHERS, TURNS = 200, 4_800, 15
PULL = "/api/sync/pull"


async def run() -> list[Result]:
    """From the first octet of the message to the record in the hand of each phone of the zone."""
    with TemporaryDirectory() as folder:
        async with product(Path(folder)) as served:
            there = await officer(served.base, "Joris Aerts")
            elsewhere = await officer(served.base, "Griet Van Loon")
            given = await feed_of(served.home, UUID(there.device.session["organisation"]))
            await on_duty(there.device, "NO-9")
            times = await _measured(served.base, there.device, elsewhere.device, given)
            await there.device.close()
            await elsewhere.device.close()
    p99 = quantiles(times, n=100)[98]
    shown = f"p50 {median(times) * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms"
    what = f"message to {ZONE_PHONES} phones of its zone, {ZONE_PHONES + OTHERS:,} listening"
    return [Result(19, what, shown, "p99 ≤ 1 s", p99 <= 1, "each phone pulls what is new")]


async def feed_of(home: Path, organisation: UUID) -> Any:
    """A control room let into this organisation: its path and secret."""
    keys = FileKeyStore.open(home)

    class Owner:
        """What `keep_feed` wants of a platform."""

    Owner.keys = keys  # type: ignore[attr-defined]
    async with Database.open(home) as database, database.transaction(organisation) as tx:
        return await keep_feed(Owner, tx, FeedWanted(name="Meldkamer", format="webhook"), by=UUID(int=0))  # type: ignore[arg-type]


async def on_duty(device: Device, crew: str) -> None:
    """For eight hours, with this call sign."""
    until = (clock.now().replace(microsecond=0)).timestamp() + 8 * 3600
    body = {"until": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(until)), "crew": crew}
    answer = await device.post("/api/duty/begin-duty", body)
    if answer.status != 200:
        raise RuntimeError(f"{answer.status}: {answer.body}")


async def _measured(base: str, here: Device, there: Device, given: Any) -> list[float]:
    quiet = await ears(base, there, OTHERS)
    listening = await ears(base, here, ZONE_PHONES)
    state = await _state(base, here)
    times: list[float] = []
    async with aiohttp.ClientSession() as http:
        desk = Desk(http, base, given.path, given.secret)
        for turn in range(TURNS + 1):
            incident = f"BENCH-{turn}"
            looks = [ear.looks for ear in listening]
            began = time.perf_counter()
            phones = [
                asyncio.create_task(_phone(base, here, ear, before, state, incident))
                for ear, before in zip(listening, looks, strict=True)
            ]
            answer = await desk.send(*_message(incident))
            if answer.get("outcome") != "applied":
                raise RuntimeError(answer)
            ends = await asyncio.gather(*phones)
            if turn:  # the first one warms the caches
                times += [end - began for end in ends]
            state = await _state(base, here, state)
            await asyncio.sleep(0.5)
    for ear in (*quiet, *listening):
        ear.close()
    return times


def _message(incident: str) -> tuple[str, bytes]:
    made = str(uuid4())
    said = {
        "version": 1, "id": made, "source": "bench.example", "incident_id": incident, "kind": "new",
        "sent_at": clock.now().isoformat(), "title": f"Inbraak {incident}", "incident_kind": "burglary",
        "priority": {"level": 1}, "state": "open",
    }  # fmt: skip
    return made, json.dumps(said).encode()


async def _phone(  # noqa: PLR0917
    base: str, device: Device, ear: Ear, before: int, state: Any, incident: str
) -> float:
    """As the app does: told to look, it pulls at a moment of its own within the spread."""
    async with asyncio.timeout(60):
        while ear.looks == before:
            await asyncio.sleep(0.005)
        await asyncio.sleep(random.random() * ear.spread_ms / 1000)
        while True:
            if incident.encode() in await _pulled(base, device, state):
                return time.perf_counter()
            await asyncio.sleep(0.05)


async def _pulled(base: str, device: Device, state: Any) -> bytes:
    body = json.dumps({"state": state} if state else {}).encode()
    headers = device.headers("POST", PULL, body) | {"connection": "close"}
    address = urlsplit(base)
    reader, writer = await asyncio.open_connection(address.hostname, address.port, limit=2**22)
    writer.write(request("POST", PULL, headers, body))
    octets = await reader.read(-1)
    writer.close()
    with suppress(ConnectionError):
        await writer.wait_closed()
    return octets


async def _state(base: str, device: Device, before: Any = None) -> Any:
    octets = await _pulled(base, device, before)
    found = [line for line in octets.splitlines() if b'"state"' in line]
    return json.loads(found[-1])["state"]

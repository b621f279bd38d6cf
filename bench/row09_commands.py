"""Row 9: commands from phones, sealed and signed, each logged and durable."""

from __future__ import annotations

import asyncio
import json
import time
from datetime import UTC, datetime
from hashlib import sha256
from statistics import median
from typing import Any
from uuid import UUID

from bench.phones.ground import Ground, ground
from bench.phones.sealing import sealed
from bench.results import Result
from focus.core.ids import new_id
from tests.support.device import b64u

COMMANDS, RUNS, BATCH = 1_600, 3, 5


async def run() -> list[Result]:
    """Commands per second, delivered by sixteen phones at once in batches of five."""
    async with ground() as place:
        key = (await place.device.get("/api/sync/key")).body
        rates = [await measure(place, key) for _ in range(RUNS)]
    rate = median(rates)
    return [
        Result(9, "commands of 16 phones, sealed, five a delivery", f"{rate:,.0f}/s", "≥ 500/s", rate >= 500)
    ]


async def measure(place: Ground, key: dict[str, str]) -> float:
    """Prepare, then deliver as fast as it goes."""
    numbers = iter(range(1, COMMANDS + 1))
    items = [_item(place, key, next(numbers)) for _ in range(COMMANDS)]
    deliveries = [items[start : start + BATCH] for start in range(0, COMMANDS, BATCH)]
    bodies = iter([_delivery(place, those) for those in deliveries])

    async def phone() -> None:
        for body in bodies:
            async with place.device.http.post(
                place.served.base + "/api/sync/deliver",
                data=body,
                headers={"content-type": "application/json"},
            ) as answer:
                told = await answer.json()
                if answer.status != 200 or any(one["status"] != 200 for one in told["outcomes"]):
                    raise RuntimeError(f"{answer.status}: {told}")

    started = time.perf_counter()
    await asyncio.gather(*(phone() for _ in range(16)))
    return COMMANDS / (time.perf_counter() - started)


def _item(place: Ground, key: dict[str, str], number: int) -> dict[str, Any]:
    body = {"note": str(new_id()), "text": "Niemand thuis, briefje achtergelaten."}
    made = {
        "token": place.device.token,
        "action": "notes.write_note",
        "at": datetime.now(UTC).isoformat(),
        "body": body,
    }
    return sealed(key, new_id(), number, json.dumps(made).encode())


def _delivery(place: Ground, items: list[dict[str, Any]]) -> bytes:
    sent = round(time.time() * 1000)
    lines = ["focus-deliver-v1", place.device.thumbprint, str(sent), ""]
    for item in items:
        digest = b64u(sha256(f"{item['eph']}.{item['box']}".encode()).digest())
        lines.append(f"{UUID(item['id'])} {item['n']} {item['organisation']} {digest}")
    signature = place.device.sign("\n".join(lines).encode())
    what = {"device": place.device.thumbprint, "sent_ms": sent, "waiting": [], "items": items}
    return json.dumps({**what, "signature": signature}).encode()

"""Requirement 21: the server is killed in the middle of what phones deliver, again and again.

Nothing that was acknowledged is lost, nothing is done twice, and what was not acknowledged is done when it
comes once more.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import aiohttp
import pytest

from focus.core.ids import new_id
from tests.faults.field import logged
from tests.search.lookups.desk import officer_at
from tests.support.sealing import delivery, done
from tests.support.server import Served, ready, served, start

ACTION, COMMANDS, KILLS = "briefing.look_offline", 120, 3


def _looked(device: Any, key: dict[str, str], number: int) -> dict[str, Any]:
    id_ = new_id()
    at = datetime.now(UTC).isoformat()
    body = {"id": str(id_), "question": f"1-ABC-{number:03}", "kind": "plate", "at": at}
    return done(device, key, id_, number, ACTION, body)


async def _deliver(server: Served, device: Any, items: list[dict[str, Any]], done_: set[str]) -> None:
    """Deliver what is left, five at a time, until nothing is or the line breaks."""
    async with aiohttp.ClientSession() as http:
        while left := [item for item in items if item["id"] not in done_]:
            body = delivery(device, left[:5])
            headers = {"content-type": "application/json"}
            async with http.post(server.base + "/api/sync/deliver", data=body, headers=headers) as answer:
                outcomes = json.loads(await answer.read())["outcomes"]
            assert all(one["status"] in (200, 500, 503) for one in outcomes), outcomes
            done_.update(one["id"] for one in outcomes if one["status"] == 200)


@pytest.mark.slow
@pytest.mark.timeout(180)
async def test_killed_in_the_middle_of_deliveries_each_command_is_done_once(tmp_path: Path) -> None:
    chance, home, acknowledged = random.Random(7), tmp_path / "focus", set[str]()
    async with served(home, embedded=True) as server:
        lotte = await officer_at(server.base)
        organisation = UUID(lotte.session["organisation"])
        key = (await lotte.get("/api/sync/key")).body
        items = [_looked(lotte, key, number + 1) for number in range(COMMANDS)]
        for _ in range(KILLS):
            delivering = asyncio.create_task(_deliver(server, lotte, items, acknowledged))
            await asyncio.sleep(0.05 + chance.random() * 0.3)
            server.kill()
            with contextlib.suppress(aiohttp.ClientError, OSError, json.JSONDecodeError):
                await delivering
            began = time.monotonic()
            server.process = start(home, server.environment)
            await ready(server)
            assert time.monotonic() - began < 15
        before = frozenset(acknowledged)
        await _deliver(server, lotte, items, acknowledged)
        await lotte.close()
        events = await logged(home, None, organisation, ["briefing.LookedOffline"])
    seen = Counter(event.what["command"] for event in events)
    assert 0 < len(before) < COMMANDS, "it was not killed in the middle"
    assert seen == Counter(item["id"] for item in items)

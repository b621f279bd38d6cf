"""A control room at work: its evening is sent, signed as Standard Webhooks 1.0 says, at any speed."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp

from world.signing import signed

from .evening import At, Sending


@dataclass
class Sent:
    """What became of what was sent."""

    outcomes: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    """Of each message, how long the answer took."""


class Desk:
    """Sends to one feed. `path` and `secret` as the feed was given them."""

    def __init__(self, http: aiohttp.ClientSession, base: str, path: str, secret: str) -> None:
        self._http, self._url, self._secret = http, base.rstrip("/") + path, secret

    async def send(self, message_id: str, body: bytes) -> dict[str, Any]:
        """The answer; tried again for as long as nobody takes it."""
        while True:
            try:
                async with self._http.post(
                    self._url, data=body, headers=signed(self._secret, message_id, body)
                ) as reply:
                    if reply.status not in (429, 500, 502, 503, 504, 507):
                        return {"status": reply.status, **await reply.json()}
            except (aiohttp.ClientError, TimeoutError):
                pass
            await asyncio.sleep(1)


async def play(
    desk: Desk, sendings: Iterable[Sending], *, speed: float, begin_s: float = 0.0, told: Sent | None = None
) -> Sent:
    """Send an evening, `speed` times as fast as it was, from its second `begin_s` on.

    What lies before is sent at once, as of then.
    """
    found = told or Sent()
    begun = datetime.now(UTC) - timedelta(seconds=begin_s / speed)
    async for one in _paced(sendings, speed, begin_s):
        body = one.said if isinstance(one.said, bytes) else written(one.said, begun, speed)
        before = time.perf_counter()
        answer = await desk.send(one.id, body)
        found.seconds.append(time.perf_counter() - before)
        found.outcomes[answer.get("outcome") or f"status {answer['status']}"] += 1
    return found


async def _paced(sendings: Iterable[Sending], speed: float, begin_s: float) -> AsyncIterator[Sending]:
    begun = time.monotonic()
    for one in sendings:
        wait = (one.at - begin_s) / speed - (time.monotonic() - begun)
        if wait > 0:
            await asyncio.sleep(wait)
        yield one


def written(said: dict[str, Any], begun: datetime, speed: float) -> bytes:
    """With moments instead of seconds; the sender's clock runs `speed` times as fast as the evening's."""

    def moment(value: Any) -> str:
        assert isinstance(value, At)
        return (begun + timedelta(seconds=value.seconds / speed)).isoformat(timespec="milliseconds")

    return json.dumps(said, default=moment, ensure_ascii=False).encode()

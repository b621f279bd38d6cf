"""Thousands of open streams in one client process, read by bare sockets."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bench.load import request
from tests.support.device import Device

PATH = "/api/sync/stream"
_LOOK = b"event: look"


@dataclass(slots=True)
class Ear(asyncio.Protocol):
    """One stream; remembers when it was last told to look."""

    octets: bytes
    ready: asyncio.Future[None]
    looks: int = 0
    at: float = 0.0
    spread_ms: int = 0
    """Within which it was last told to look."""
    refused: bytes = b""
    _transport: asyncio.Transport | None = field(default=None, repr=False)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        transport.write(self.octets)

    def data_received(self, data: bytes) -> None:
        if _LOOK in data:
            self.looks += data.count(_LOOK)
            self.at = time.perf_counter()
            self.spread_ms = int(data.rpartition(b"data: ")[2].split(b"\n", 1)[0])
            if not self.ready.done():
                self.ready.set_result(None)
        elif data.startswith(b"HTTP/1.1 ") and not data.startswith(b"HTTP/1.1 200"):
            self.refused = data[:40]
            if not self.ready.done():
                self.ready.set_result(None)

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.ready.done():
            self.refused = b"lost"
            self.ready.set_result(None)

    def close(self) -> None:
        if self._transport:
            self._transport.abort()


async def ears(base: str, device: Device, count: int, *, over_s: float = 0.0) -> list[Ear]:
    """So many streams, opened one after the other within so many seconds; each has heard its first word."""
    address, loop = urlsplit(base), asyncio.get_running_loop()
    gate = asyncio.Semaphore(200)

    async def one(number: int) -> Ear:
        await asyncio.sleep(over_s * number / count)
        async with gate:
            octets = request("GET", PATH, device.headers("GET", PATH, b""), b"")
            ear = Ear(octets, loop.create_future())
            await loop.create_connection(lambda: ear, address.hostname, address.port)
            await ear.ready
            return ear

    made = await asyncio.gather(*(one(number) for number in range(count)))
    return list(made)

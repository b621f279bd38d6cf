"""Load over HTTP/1.1 from prepared octets: the client's own work stays out of what is measured."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles
from urllib.parse import urlsplit


@dataclass
class Outcome:
    """Latencies in milliseconds and the seconds the whole run took."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    failures: list[bytes] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        """Answers per second."""
        return len(self.latencies) / self.seconds

    @property
    def p50(self) -> float:
        """Median latency."""
        return median(self.latencies)

    @property
    def p99(self) -> float:
        """99th percentile."""
        return quantiles(self.latencies, n=100)[98]


def request(method: str, path: str, headers: dict[str, str], body: bytes) -> bytes:
    """The octets of one request."""
    lines = [f"{method} {path} HTTP/1.1", "host: localhost", f"content-length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


async def drive(base: str, requests: Sequence[bytes], *, connections: int) -> Outcome:
    """Send all requests over so many connections, each waiting for its answer."""
    address = urlsplit(base)
    outcome = Outcome()
    waiting = iter(requests)

    async def one() -> None:
        reader, writer = await asyncio.open_connection(address.hostname, address.port, limit=2**22)
        for octets in waiting:
            started = time.perf_counter()
            writer.write(octets)
            status = await answer(reader)
            outcome.latencies.append((time.perf_counter() - started) * 1000)
            if not status.startswith(b"HTTP/1.1 200"):
                outcome.failures.append(status)
        writer.close()

    started = time.perf_counter()
    await asyncio.gather(*(one() for _ in range(connections)))
    outcome.seconds = time.perf_counter() - started
    return outcome


async def answer(reader: asyncio.StreamReader) -> bytes:
    """Read one answer to its end; its status line."""
    head = await reader.readuntil(b"\r\n\r\n")
    lowered = head.lower()
    at = lowered.find(b"content-length:")
    if at >= 0:
        length = int(lowered[at + 15 : lowered.index(b"\r\n", at)])
        await reader.readexactly(length)
    else:
        while (size := int((await reader.readuntil(b"\r\n")).strip() or b"0", 16)) > 0:
            await reader.readexactly(size + 2)
        await reader.readexactly(2)
    return head.split(b"\r\n", 1)[0]

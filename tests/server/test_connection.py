"""Peers that keep us waiting: each of these once kept everybody waiting, or stayed for ever."""

from __future__ import annotations

import asyncio
import time
from urllib.parse import urlsplit

import pytest

from focus.server import connection
from tests.support.station import Station


async def opened(station: Station) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    address = urlsplit(station.base)
    return await asyncio.open_connection(address.hostname, address.port)


async def ended(reader: asyncio.StreamReader, seconds: float = 5) -> bytes:
    """All that is said until the peer lets go."""
    async with asyncio.timeout(seconds):
        try:
            return await reader.read(-1)
        except ConnectionError:
            return b""


async def test_a_header_without_end_is_refused_and_keeps_nobody_waiting(station: Station) -> None:
    _, writer = await opened(station)
    writer.write(b"GET /api/health HTTP/1.1\r\nhost: localhost\r\nx-long: ")
    answered: list[float] = []

    async def others() -> None:
        while True:
            began = time.perf_counter()
            assert (await station.ask("GET", "/api/health/live")).status == 200
            answered.append(time.perf_counter() - began)

    asking = asyncio.create_task(others())
    with pytest.raises((ConnectionError, TimeoutError)):
        async with asyncio.timeout(20):
            for _ in range(4_000):  # 256 MB, were they taken
                writer.write(b"a" * 65_536)
                await writer.drain()
    await asyncio.sleep(0.2)
    asking.cancel()
    assert answered and max(answered) < 1.0
    writer.close()


@pytest.mark.parametrize("name", [b"x-a", b"cookie"])
async def test_many_headers_are_refused_too(station: Station, name: bytes) -> None:
    reader, writer = await opened(station)
    writer.write(b"GET /api/health HTTP/1.1\r\nhost: localhost\r\n")
    for number in range(2_000):
        writer.write(name + b"-%d: " % number + b"b" * 50 + b"\r\n")
    assert (await ended(reader)).startswith((b"HTTP/1.1 431", b""))
    writer.close()


async def test_one_that_says_nothing_is_let_go(station: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "HEADER_S", 0.2)
    reader, writer = await opened(station)
    assert (await ended(reader)).startswith(b"HTTP/1.1 408")
    writer.close()


async def test_one_that_sends_its_header_drop_by_drop_is_let_go(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "HEADER_S", 0.4)
    reader, writer = await opened(station)
    began = time.perf_counter()
    for octet in b"GET /api/health HTTP/1.1\r\nhost: localhost-and-a-long-name":
        writer.write(bytes([octet]))
        await asyncio.sleep(0.03)
        if reader.at_eof() or reader.exception():
            break
    await ended(reader)
    assert time.perf_counter() - began < 1.2
    writer.close()


async def test_a_body_that_never_ends_is_let_go(station: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BODY_S", 0.3)
    reader, writer = await opened(station)
    writer.write(b"POST /api/lockers/wake HTTP/1.1\r\nhost: localhost\r\ncontent-length: 10\r\n\r\n{")
    await ended(reader)
    writer.close()


async def test_a_second_request_on_the_same_connection_has_its_own_time(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "HEADER_S", 0.5)
    reader, writer = await opened(station)
    for _ in range(3):
        writer.write(b"GET /api/health/live HTTP/1.1\r\nhost: localhost\r\n\r\n")
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 5)
        assert head.startswith(b"HTTP/1.1 200")
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        await reader.readexactly(length)
        await asyncio.sleep(0.4)
    writer.close()

"""Which addresses may be called, however they are written; and what is read of an answer."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest

from focus.core.outside import NotAllowed, NotReached, Outside

INTERNET = [
    "https://example.org/in",
    "https://example.org:8443/in?to=@desk",
    "https://xn--bcher-kva.example/in",
    "https://8.8.8.8/in",
    "https://[2a00:1450:400e:80c::200e]/in",
    "https://[64:ff9b::808:808]/in",
]
INSIDE = [
    "https://10.0.0.\u3251/in",  # ㉑: is 21 where names are made plain
    "https://127.0.0\u30021/in",  # 。: is a dot
    "https://\uff11\uff10.0.0.8/in",
    "https://127.0.0.1./in",
    "https://127.0.0.0x1/in",
    "https://127.1/in",
    "https://0x7f.1/in",
    "https://[::10.0.0.8]/in",
    "https://[64:ff9b::10.0.0.8]/in",
    "https://[64:ff9b::7f00:1]/in",
    "https://[2002:0a00:0008::1]/in",
    "https://[::ffff:127.0.0.1]/in",
    "https://[fec0::1]/in",
    "https://[fd00::1]/in",
    "https://[fe80::1%25eth0]/in",
    "https://[ff0e::1]/in",
    "https://224.0.0.1/in",
    "https://255.255.255.255/in",
    "https://127.0.0.1\\.example.org/in",
    "https://example.org\t.x/in",
    "https://example.org:99999/in",
    "https://" + "a" * 64 + ".example/in",
    "https://a..example/in",
    "https:///in",
    "https://[::1/in",
]


@pytest.mark.parametrize("address", INTERNET)
def test_the_internet_may_be_called(address: str) -> None:
    assert Outside().allows(address)
    assert not Outside(only_listed=True).allows(address)


@pytest.mark.parametrize("address", INSIDE)
def test_what_leads_inside_may_not_however_it_is_written(address: str) -> None:
    assert not Outside().allows(address)


@pytest.mark.parametrize(
    "found",
    [["93.184.215.14", "10.0.0.8"], ["10.0.0.8", "93.184.215.14"], ["64:ff9b::7f00:1"], ["::1"], ["fec0::1"]],
)
async def test_a_name_of_which_one_address_lies_inside_is_not_called(
    monkeypatch: pytest.MonkeyPatch, found: list[str]
) -> None:
    async def resolved(host: str, *_: Any, **__: Any) -> list[Any]:
        return [
            (socket.AF_INET6, 1, 6, "", (one, 443, 0, 0)) if ":" in one else (2, 1, 6, "", (one, 443))
            for one in found
        ]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", resolved)
    with pytest.raises(NotAllowed):
        await Outside().post("https://gis.zone.example/in", b"{}", {})


Reader, Writer = asyncio.StreamReader, asyncio.StreamWriter


@asynccontextmanager
async def server(answer: Callable[[Reader, Writer], Awaitable[None]]) -> AsyncIterator[str]:
    """Its origin."""
    running = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with running:
        yield f"http://127.0.0.1:{running.sockets[0].getsockname()[1]}"


async def test_of_an_answer_only_the_status_is_read() -> None:
    sent, cut = 0, asyncio.Event()

    async def endless(reader: Reader, writer: Writer) -> None:
        nonlocal sent
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n")
        with contextlib.suppress(ConnectionError):
            while sent < 200_000_000:
                writer.write(b"x" * 65_536)
                await writer.drain()
                sent += 65_536
        cut.set()
        writer.close()

    async with server(endless) as origin:
        async with asyncio.timeout(5):
            assert await Outside.of(origin).post(f"{origin}/in", b"", {}) == 200
            await cut.wait()
    assert sent < 20_000_000


@pytest.mark.parametrize("said", [b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\nx: " + b"y" * 200_000, b""])
async def test_an_answer_that_is_none_is_no_answer(said: bytes) -> None:
    async def answer(reader: Reader, writer: Writer) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(said)
        writer.close()

    async with server(answer) as origin:
        with pytest.raises(NotReached):
            await Outside.of(origin).post(f"{origin}/in", b"", {})

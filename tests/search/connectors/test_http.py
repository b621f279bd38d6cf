"""What HTTP allows a source to answer is read; what it does not is refused, and never meant for the next."""

from __future__ import annotations

import asyncio
import gzip
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from focus.modules.search.connectors.http import Address, Pool, Reply
from focus.modules.search.connectors.http.address import request, written
from focus.modules.search.connectors.http.connection import HEAD_LIMIT
from focus.modules.search.sources.protocol import SourceFailed
from tests.search.connectors.authority import Authority

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"


class Line:
    """Counts connections and answers each question with the next of its scripts."""

    def __init__(self, *scripts: bytes, close: bool = False, unasked: bytes = b"") -> None:
        """`unasked`: what it says, once, after its first answer was `taken`."""
        self._scripts, self._close, self._unasked = list(scripts), close, unasked
        self.taken, self.hung_up = asyncio.Event(), asyncio.Event()
        self.connections = 0
        self.asked: list[bytes] = []

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        while self._scripts:
            try:
                self.asked.append(await reader.readuntil(b"\r\n\r\n"))
            except (asyncio.IncompleteReadError, ConnectionError):
                self.hung_up.set()
                break
            writer.write(self._scripts.pop(0))
            if self._close:
                break
            if self._unasked:
                await self.taken.wait()
                writer.write(self._unasked)
                self._unasked = b""
        writer.close()


@asynccontextmanager
async def pool_to(
    line: Line, *, most: int = 1000, serve: ssl.SSLContext | None = None, trust: ssl.SSLContext | None = None
) -> AsyncIterator[Pool]:
    server = await asyncio.start_server(line, "127.0.0.1", 0, ssl=serve)
    port = server.sockets[0].getsockname()[1]
    pool = Pool(Address.of(f"{'https' if serve else 'http'}://localhost:{port}"), most=most, tls=trust)
    try:
        yield pool
    finally:
        pool.close()
        server.close()


async def ask(pool: Pool, *, again: bool = True) -> Reply:
    octets = request("GET", "/x", b"Host: localhost\r\n", None)
    deadline = asyncio.get_running_loop().time() + 2
    return await pool.ask(octets, readable={200}, deadline=deadline, again=again)


async def reason(pool: Pool) -> str:
    with pytest.raises(SourceFailed) as failed:
        await ask(pool)
    return failed.value.reason


@pytest.mark.parametrize(
    "script",
    [
        OK + b"{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n" + OK + b"{}",
        b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK + b"{}",
        b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}",
    ],
)
async def test_an_answer_in_any_framing_is_read(script: bytes) -> None:
    async with pool_to(Line(script)) as pool:
        assert await ask(pool) == Reply(200, None, b"{}")


async def test_an_answer_that_ends_with_its_connection_is_read() -> None:
    async with pool_to(Line(b"HTTP/1.1 200 OK\r\n\r\n{}", close=True)) as pool:
        assert (await ask(pool)).body == b"{}"


async def test_an_answer_cut_off_before_its_length_is_a_reset() -> None:
    async with pool_to(Line(OK + b"{", close=True)) as pool:
        assert await reason(pool) == "reset"


@pytest.mark.parametrize(
    "script",
    [
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
        b"HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a" * HEAD_LIMIT,
    ],
)
async def test_what_http_does_not_allow_is_garbage(script: bytes) -> None:
    async with pool_to(Line(script)) as pool:
        assert await reason(pool) == "garbage"


async def test_a_packed_answer_is_unpacked() -> None:
    packed = gzip.compress(b'{"a":1}')
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed)
    async with pool_to(Line(head + packed)) as pool:
        assert (await ask(pool)).body == b'{"a":1}'


async def test_a_small_packet_that_unpacks_to_much_is_too_large() -> None:
    packed = gzip.compress(bytes(500_000))
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(packed)
    async with pool_to(Line(head + packed), most=1000) as pool:
        assert await reason(pool) == "too_large"


async def test_a_connection_is_used_again() -> None:
    line = Line(OK + b"{}", OK + b"[]")
    async with pool_to(line) as pool:
        assert [(await ask(pool)).body for _ in range(2)] == [b"{}", b"[]"]
    assert line.connections == 1


@pytest.mark.parametrize("more", [b"xx", OK + b"[]"])
async def test_more_than_was_asked_is_garbage(more: bytes) -> None:
    async with pool_to(Line(OK + b"{}" + more)) as pool:
        assert await reason(pool) == "garbage"


async def test_what_comes_unasked_is_never_taken_for_the_next_answer() -> None:
    line = Line(OK + b"{}", OK + b"[]", unasked=OK + b'"late"')
    async with pool_to(line) as pool:
        await ask(pool)
        line.taken.set()
        await asyncio.wait_for(line.hung_up.wait(), 5)
        assert (await ask(pool)).body == b"[]"
    assert line.connections == 2


async def test_a_kept_connection_that_had_ended_is_no_failure() -> None:
    line = Line(OK + b"{}", OK + b"[]", close=True)
    async with pool_to(line) as pool:
        assert [(await ask(pool)).body for _ in range(2)] == [b"{}", b"[]"]
    assert line.connections == 2


async def test_a_status_that_says_no_is_told_without_its_body() -> None:
    async with pool_to(Line(b"HTTP/1.1 500 Oops\r\nContent-Length: 9999999\r\n\r\nxx"), most=10) as pool:
        assert await ask(pool) == Reply(500, None, b"")


@pytest.mark.parametrize("value", ["a\r\nX-Other: 1", "a\nb", "a\0b"])
def test_a_header_that_would_be_two_is_never_written(value: str) -> None:
    with pytest.raises(ValueError, match="cannot be sent"):
        written({"X": value})


def test_a_target_with_spaces_stays_one_word() -> None:
    assert request("GET", "/a b\r\nc", b"", None).split(b"\r\n")[0] == b"GET /a%20b%0D%0Ac HTTP/1.1"


async def test_a_source_whose_certificate_nobody_vouches_for_is_told_as_such(tmp_path: Path) -> None:
    async with pool_to(Line(OK + b"{}"), serve=Authority(tmp_path).server()) as pool:
        assert await reason(pool) == "tls"


async def test_an_own_authority_may_vouch_for_a_source(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    async with pool_to(Line(OK + b"{}"), serve=authority.server(), trust=authority.client()) as pool:
        assert (await ask(pool)).body == b"{}"


async def test_a_source_may_ask_for_our_certificate(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    server, client = authority.server(asks=True), authority.client(shows=True)
    async with pool_to(Line(OK + b"{}"), serve=server, trust=client) as pool:
        assert (await ask(pool)).body == b"{}"

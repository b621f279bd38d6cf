"""One connection to a source, one question at a time. What comes is read by llhttp, in its strict mode."""

from __future__ import annotations

import asyncio
import ssl
import zlib
from collections.abc import Collection
from typing import Any, Final

import httptools
import msgspec

from focus.modules.search.sources.protocol import SourceFailed

HEAD_LIMIT: Final = 65_536
"""Octets before the body; more is an attack or a mistake."""


class Reply(msgspec.Struct, frozen=True, gc=False):
    """An answer, read to its end; `body` is empty when its status was not among those to read."""

    status: int
    charset: str | None
    body: bytes
    date: str = ""
    """When it was sent, by the source's clock."""
    retry_after: str = ""
    """When to come back: seconds, or a moment."""


class Connection(asyncio.Protocol):
    """Fails with `SourceFailed`: reset, tls, garbage, too_large or timeout; and is of no use after that."""

    def __init__(self, most: int) -> None:
        """`most`: octets of a body, packed and unpacked."""
        self.open = False
        """Whether it may be asked."""
        self.heard = False
        """Whether anything came since the last question."""
        self.idle_since = 0.0
        self._most = most
        self._parser = httptools.HttpResponseParser(self)
        self._answer: asyncio.Future[Reply] | None = None
        self._readable: Collection[int] = ()
        self._begin()

    def _begin(self) -> None:
        self._headed = self._whole = self._over = self._more = self._sized = False
        self._keeps = False
        self._head = self._size = self._status = 0
        self._type = self._packing = self._date = self._later = b""
        self._parts: list[bytes] = []

    async def ask(self, octets: bytes, *, readable: Collection[int], deadline: float) -> Reply:
        """Send and read to the end. Called off, it hangs up at once."""
        loop = asyncio.get_running_loop()
        self._begin()
        self.heard = False
        self._readable = readable
        answer: asyncio.Future[Reply] = loop.create_future()
        self._answer = answer
        timer = loop.call_at(deadline, self._fail, "timeout", "")
        try:
            self._transport.write(octets)
            return await answer
        except BaseException:
            self.hang_up()
            raise
        finally:
            timer.cancel()
            self._answer = None

    def hang_up(self) -> None:
        """Close without another word."""
        self.open = False
        self._transport.abort()

    def connection_made(self, transport: Any) -> None:
        self._transport = transport
        self.open = True

    def connection_lost(self, exc: Exception | None) -> None:
        self.open = False
        if self._headed and not self._sized and exc is None:
            self._whole = True
            self._finish()
        else:
            reason = "tls" if isinstance(exc, ssl.SSLError) else "reset"
            self._fail(reason, type(exc).__name__ if exc else "closed")

    def data_received(self, data: bytes) -> None:
        if self._answer is None:
            # Nobody asked: it would be taken for the answer to the next question.
            self.hang_up()
            return
        self.heard = True
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade) as problem:
            self._fail("garbage", f"{type(problem).__name__}: {problem}"[:300])
            return
        if self._more:
            self._fail("garbage", "more than one answer")
        elif self._over:
            self._fail("too_large", f"more than {self._most} bytes")
        elif self._whole or (self._headed and self._status not in self._readable):
            self._finish()
        elif not self._headed:
            self._head += len(data)
            if self._head > HEAD_LIMIT:
                self._fail("garbage", "headers without end")

    def on_message_begin(self) -> None:
        self._more = self._whole

    def on_header(self, name: bytes, value: bytes) -> None:
        match name.lower():
            case b"content-type":
                self._type = value
            case b"content-encoding":
                self._packing = value.strip().lower()
            case b"content-length":
                self._sized, self._size = True, int(value)
            case b"transfer-encoding":
                self._sized = True
            case b"date":
                self._date = value
            case b"retry-after":
                self._later = value

    def on_headers_complete(self) -> None:
        self._status = self._parser.get_status_code()
        self._headed = self._status >= 200
        self._keeps = self._parser.should_keep_alive()
        self._over = self._size > self._most and self._status in self._readable
        self._size = 0

    def on_body(self, body: bytes) -> None:
        if self._status in self._readable:
            self._size += len(body)
            self._over = self._over or self._size > self._most
            if not self._over:
                self._parts.append(body)

    def on_message_complete(self) -> None:
        if self._headed:
            self._whole = True
        else:
            self._begin()  # 1xx: the answer itself follows

    def _finish(self) -> None:
        if self._answer is None or self._answer.done():
            return
        body = self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)
        if self._packing not in (b"", b"identity") and body:
            try:
                body = unpacked(body, self._packing, self._most)
            except SourceFailed as failed:
                self._fail(failed.reason, failed.detail)
                return
        if not (self._whole and self._keeps):
            self.hang_up()
        date, later = self._date.decode("latin-1"), self._later.decode("latin-1")
        self._answer.set_result(Reply(self._status, charset(self._type), body, date, later))

    def _fail(self, reason: Any, detail: str) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(SourceFailed(reason, detail))


def charset(content_type: bytes) -> str | None:
    """`application/json; charset=utf-8` → `utf-8`."""
    _, found, rest = content_type.lower().partition(b"charset=")
    return rest.partition(b";")[0].strip(b" \"'").decode("latin-1") if found else None


def unpacked(body: bytes, packing: bytes, most: int) -> bytes:
    """A packed body, never more than `most` of it. Raises `SourceFailed`."""
    if packing not in (b"gzip", b"x-gzip"):
        raise SourceFailed("garbage", f"packed as {packing[:20].decode('latin-1')}")
    stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        plain = stream.decompress(body, most + 1)
    except zlib.error as problem:
        raise SourceFailed("garbage", str(problem)) from None
    if len(plain) > most:
        raise SourceFailed("too_large", f"more than {most} bytes unpacked")
    if not stream.eof:
        raise SourceFailed("garbage", "packed and cut off")
    return plain

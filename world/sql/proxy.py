"""A TCP door before each SQL source: it delays, breaks and counts what passes."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from pathlib import Path
from random import Random

from world.serving.faults import Condition, Conditions, huge_bytes

from . import messages
from .messages import Messages

_chunk = 64 * 1024
_closing = {"reset", "out", "401", "wrong-schema", "garbage"}
"""Faults that cut the connections that are open when they begin."""


class Proxy:
    """One source's door. A request ends with Sync, or is a simple Query."""

    def __init__(self, condition: Condition, conditions: Conditions, upstream: Path) -> None:
        self.condition, self.conditions, self.upstream = condition, conditions, upstream
        self.passages: set[Passage] = set()
        self.port = 0
        self._server: asyncio.Server | None = None
        condition.when_broken.append(self._cut)

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._welcome, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        if self._server is not None:
            self._server.close()
        for passage in list(self.passages):
            passage.close()
        while self.passages:  # noqa: ASYNC110 - each ends in its own task
            await asyncio.sleep(0.01)

    def _cut(self) -> None:
        fault = self.condition.fault
        if fault is not None and fault.mode in _closing:
            for passage in list(self.passages):
                passage.close()

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        fault = self.condition.fault
        if fault is not None and fault.mode in ("out", "reset"):
            reset(writer)
            return
        try:
            server = await asyncio.open_unix_connection(str(self.upstream))
        except OSError:
            reset(writer)
            return
        passage = Passage(self, reader, writer, *server)
        self.passages.add(passage)
        try:
            await passage.run()
        finally:
            self.passages.discard(passage)


def reset(writer: asyncio.StreamWriter) -> None:
    peer = writer.get_extra_info("socket")
    if peer is not None:
        with contextlib.suppress(OSError):
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


class Passage:
    """One client's connection through the door, both ways."""

    def __init__(
        self,
        door: Proxy,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        server_reader: asyncio.StreamReader,
        server_writer: asyncio.StreamWriter,
    ) -> None:
        self.door, self.condition = door, door.condition
        self.reader, self.writer = reader, writer
        self.server_reader, self.server_writer = server_reader, server_writer
        self.pending = 0
        self.key = b""
        self.cancelled = False
        self.columns = 0
        self.raw_replies = 0
        self.signed_in = False
        self._flushed = False

    def close(self) -> None:
        reset(self.writer)
        self.server_writer.close()

    async def run(self) -> None:
        """Pass until either side ends; what was pending then counts as cancelled."""
        ways = [asyncio.create_task(self._up()), asyncio.create_task(self._down())]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            self.condition.counters.cancelled += self.pending
            self.writer.close()
            self.server_writer.close()

    @property
    def mode(self) -> str:
        fault = self.condition.fault
        return fault.mode if fault else ""

    async def _up(self) -> None:
        """Client to server. Reading goes on while a request waits, so that a departure is noticed."""
        inbox: asyncio.Queue[tuple[bytes, bytes] | None] = asyncio.Queue()
        passing = asyncio.create_task(self._pass_on(inbox))
        parser = Messages(greeting=True)
        try:
            while chunk := await self.reader.read(_chunk):
                for message in parser.feed(chunk):
                    self._count(message[0])
                    inbox.put_nowait(message)
        except ConnectionError:
            pass
        finally:
            passing.cancel()
            await asyncio.gather(passing, return_exceptions=True)

    async def _pass_on(self, inbox: asyncio.Queue[tuple[bytes, bytes] | None]) -> None:
        held = b""
        while (item := await inbox.get()) is not None:
            kind, message = item
            if not kind:
                if not self._greet(message):
                    return
            elif kind == b"H":
                await self._stuck()
            elif kind in (b"S", b"Q"):
                if not await self._request():
                    held = b""
                    continue
            elif kind != b"p":
                held += message
                if kind != b"X":
                    continue
                message = b""
            self.server_writer.write(held + message)
            held = b""
            await self.server_writer.drain()

    def _greet(self, message: bytes) -> bool:
        code = messages.startup_code(message)
        if code in (messages.ssl_request, messages.gss_request):
            self.raw_replies += 1
        elif code == messages.cancel_request:
            for other in self.door.passages:
                other.cancelled |= bool(other.pending) and other.key == message[8:]
        elif self.mode == "401":
            self.writer.write(messages.error("28P01", "password authentication failed", severity="FATAL"))
            self.writer.close()
            return False
        return True

    def _count(self, kind: bytes) -> None:
        """A request begins with its first Flush or Sync; a Sync after a Flush belongs to the same."""
        if kind in (b"S", b"Q") and self._flushed:
            self._flushed = False
        elif kind in (b"H", b"S", b"Q") and not self._flushed:
            self._flushed = kind == b"H"
            self.pending += 1
            self.condition.counters.started += 1

    async def _stuck(self) -> None:
        while self.mode == "hang":  # noqa: ASYNC110 - a fault may also end by its time
            await asyncio.sleep(0.02)

    async def _request(self) -> bool:
        """Whether the request may go to the server."""
        await self.door.conditions.wait(self.condition)
        await self._stuck()
        if self.mode in ("reset", "out"):
            self.close()
            return False
        if self.mode == "500":
            self.writer.write(messages.error("XX000", "internal error") + messages.ready)
            self._done()
            return False
        return True

    def _done(self) -> None:
        if self.pending:
            self.pending -= 1
            if self.cancelled:
                self.condition.counters.cancelled += 1
            else:
                self.condition.counters.finished += 1
        self.cancelled = False

    async def _down(self) -> None:
        """Server to client."""
        parser = Messages(greeting=False)
        try:
            while chunk := await self.server_reader.read(_chunk):
                while self.raw_replies and chunk:
                    self.writer.write(chunk[:1])
                    chunk = chunk[1:]
                    self.raw_replies -= 1
                for kind, message in parser.feed(chunk):
                    await self._answer(kind, message)
                await self.writer.drain()
        except ConnectionError:
            pass

    async def _answer(self, kind: bytes, message: bytes) -> None:
        mode = self.mode if self.signed_in else ""
        if kind == b"K":
            self.key = message[5:]
        elif kind == b"T":
            self.columns = int.from_bytes(message[5:7])
            message = messages.other_columns(message) if mode == "wrong-schema" else message
        elif kind == b"D" and mode == "wrong-charset":
            message = messages.latin_row(message)
        elif kind == b"C" and mode == "huge":
            await self._flood()
        if mode == "garbage":
            message = Random(len(message)).randbytes(len(message))
        if mode == "drip":
            await self._drip(message)
        else:
            self.writer.write(message)
        if kind == b"Z":
            self.signed_in = True
            self._done()

    async def _drip(self, message: bytes) -> None:
        fault = self.condition.fault
        for at in range(len(message)):
            self.writer.write(message[at : at + 1])
            await self.writer.drain()
            await asyncio.sleep(fault.ms / 1_000 if fault else 0)

    async def _flood(self) -> None:
        """Ten megabytes of rows that nobody asked for."""
        row = messages.empty_row(self.columns)
        batch = row * max(1, _chunk // len(row))
        for _ in range(huge_bytes // len(batch) + 1):
            self.writer.write(batch)
            await self.writer.drain()

"""A directory over LDAP, as much of it as a police service asks: bind, search, and the usual faults."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from world.serving.faults import Condition, huge_bytes

Entry = dict[str, list[str]]
_success, _size_exceeded, _no_access, _unavailable = 0, 4, 49, 52


@dataclass
class Directory:
    """`people` by distinguished name; only `who` with `password` may search."""

    condition: Condition
    people: dict[str, Entry]
    who: str
    password: str
    port: int = 0
    lines: set[asyncio.StreamWriter] = field(default_factory=set)
    _server: asyncio.Server | None = None

    async def start(self, port: int = 0, tls: Any = None) -> None:
        self._server = await asyncio.start_server(self._welcome, "127.0.0.1", port, ssl=tls)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        if self._server is not None:
            self._server.close()
        self.cut()

    def cut(self) -> None:
        """Drop every connection."""
        for line in list(self.lines):
            _reset(line)

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.lines.add(writer)
        talk = _Talk(self, reader, writer)
        try:
            while True:
                number, tag, content = _message(await _read(reader))
                if tag == 0x42:
                    break
                await talk.answer(number, tag, content)
        except (asyncio.IncompleteReadError, ConnectionError):
            if talk.asked:
                self.condition.counters.cancelled += 1
        finally:
            self.lines.discard(writer)
            writer.close()


@dataclass
class _Talk:
    """One connection."""

    directory: Directory
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    known: bool = False
    asked: bool = False

    async def answer(self, number: int, tag: int, content: bytes) -> None:
        fault = self.directory.condition.fault
        mode = fault.mode if fault else ""
        if mode == "out":
            return self._say(number, _done(0x61 if tag == 0x60 else 0x65, _unavailable))
        if tag == 0x60:
            parts = list(_elements(content))
            given = (parts[1][1].decode(), parts[2][1].decode())
            self.known = given == (self.directory.who, self.directory.password) and mode != "401"
            return self._say(number, _done(0x61, _success if self.known else _no_access))
        if tag != 0x63:
            return None
        counters = self.directory.condition.counters
        counters.started += 1
        self.asked = True
        await self._search(number, content, mode, fault.ms if fault else 0)
        self.asked = False
        counters.finished += 1
        return None

    async def _search(self, number: int, content: bytes, mode: str, ms: int) -> None:
        if mode == "hang":
            await self.reader.read(1)
            raise ConnectionResetError
        if mode == "slow":
            await asyncio.sleep(ms / 1_000)
        if mode == "reset":
            _reset(self.writer)
            raise ConnectionResetError
        if mode == "garbage":
            self.writer.write(Random(number).randbytes(4_096))
            return
        whole = _wrapped(number, _done(0x65, 80)) if mode == "500" else self._found(number, content, mode)
        if mode == "cut":
            self.writer.write(whole[: len(whole) // 2])
            await self.writer.drain()
            _reset(self.writer)
            raise ConnectionResetError
        if mode == "drip":
            for at in range(len(whole)):
                self.writer.write(whole[at : at + 1])
                await asyncio.sleep(ms / 1_000)
        else:
            self.writer.write(whole)
        await self.writer.drain()

    def _found(self, number: int, content: bytes, mode: str) -> bytes:
        if not self.known:
            return _wrapped(number, _done(0x65, 50))
        parts = list(_elements(content))
        most, tree = int.from_bytes(parts[3][1], "big"), parts[6]
        asked = {value.decode().lower() for _, value in _elements(parts[7][1])}
        found = [item for item in self.directory.people.items() if _holds(tree, item[1])]
        said = [_wrapped(number, _entry(dn, e, asked, mode)) for dn, e in found[:most]]
        if mode == "huge" and said:
            said *= huge_bytes // len(said[0]) + 1
        code = _size_exceeded if len(found) > most else _success
        return b"".join(said) + _wrapped(number, _done(0x65, code))

    def _say(self, number: int, operation: bytes) -> None:
        self.writer.write(_wrapped(number, operation))


def _reset(writer: asyncio.StreamWriter) -> None:
    peer = writer.get_extra_info("socket")
    with contextlib.suppress(OSError):
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def _read(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readexactly(2)
    size = head[1]
    if size & 0x80:
        size = int.from_bytes(await reader.readexactly(size & 0x7F), "big")
    return await reader.readexactly(size)


def _elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        tag, size, at = data[at], data[at + 1], at + 2
        if size & 0x80:
            many = size & 0x7F
            size, at = int.from_bytes(data[at : at + many], "big"), at + many
        yield tag, data[at : at + size]
        at += size


def _message(content: bytes) -> tuple[int, int, bytes]:
    parts = list(_elements(content))
    return int.from_bytes(parts[0][1], "big"), parts[1][0], parts[1][1]


def _tlv(tag: int, content: bytes) -> bytes:
    size = len(content)
    if size < 0x80:
        return bytes((tag, size)) + content
    return bytes((tag, 0x84)) + size.to_bytes(4, "big") + content


def _wrapped(number: int, operation: bytes) -> bytes:
    return _tlv(0x30, _tlv(2, number.to_bytes(4, "big")) + operation)


def _done(tag: int, code: int) -> bytes:
    return _tlv(tag, _tlv(10, bytes((code,))) + _tlv(4, b"") + _tlv(4, b""))


def _entry(dn: str, entry: Entry, asked: set[str], mode: str) -> bytes:
    made = []
    for name, values in entry.items():
        if name.lower() in asked:
            said = f"x-{len(name)}" if mode == "wrong-schema" else name
            octets = b"".join(_tlv(4, _text(value, mode)) for value in values)
            made.append(_tlv(0x30, _tlv(4, said.encode()) + _tlv(0x31, octets)))
    return _tlv(0x64, _tlv(4, dn.encode()) + _tlv(0x30, b"".join(made)))


def _text(value: str, mode: str) -> bytes:
    return value.encode("latin-1", "replace") + b"\xe9" if mode == "wrong-charset" else value.encode()


def _holds(node: tuple[int, bytes], entry: Entry) -> bool:
    tag, content = node
    if tag in (0xA0, 0xA1, 0xA2):
        inside = [_holds(each, entry) for each in _elements(content)]
        return all(inside) if tag == 0xA0 else any(inside) if tag == 0xA1 else not inside[0]
    if tag == 0x87:
        return bool(_values(entry, content))
    (_, name), (_, wanted) = _elements(content)
    values = _values(entry, name)
    if tag == 0xA4:
        return any(_parts_hold(list(_elements(wanted)), value) for value in values)
    return wanted.decode().casefold() in values


def _values(entry: Entry, name: bytes) -> list[str]:
    asked = name.decode().lower()
    return [v.casefold() for n, values in entry.items() if n.lower() == asked for v in values]


def _parts_hold(parts: list[tuple[int, bytes]], value: str) -> bool:
    at = 0
    for tag, part in parts:
        text = part.decode().casefold()
        if tag == 0x80 and not value.startswith(text):
            return False
        if tag == 0x82:
            return value[at:].endswith(text)
        found = value.find(text, at)
        if found < 0:
            return False
        at = found + len(text)
    return True

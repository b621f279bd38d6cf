"""PostgreSQL's wire protocol, as much of it as faults need: messages, and answers made to be wrong."""

from __future__ import annotations

import struct
from collections.abc import Iterator

ssl_request, gss_request, cancel_request = 80_877_103, 80_877_104, 80_877_102
ready = b"Z\x00\x00\x00\x05I"


class Messages:
    """Bytes in, whole messages out: (kind, all its bytes). A client's first messages have no kind: b''."""

    def __init__(self, *, greeting: bool) -> None:
        self._left = b""
        self.greeting = greeting
        """Whether the client has not yet sent its startup message."""

    def feed(self, chunk: bytes) -> Iterator[tuple[bytes, bytes]]:
        self._left += chunk
        while True:
            head = 0 if self.greeting else 1
            if len(self._left) < head + 4:
                return
            length = head + struct.unpack_from("!i", self._left, head)[0]
            if len(self._left) < length:
                return
            message, self._left = self._left[:length], self._left[length:]
            kind = message[:head]
            if self.greeting and startup_code(message) not in (ssl_request, gss_request, cancel_request):
                self.greeting = False
            yield kind, message


def startup_code(message: bytes) -> int:
    code: int = struct.unpack_from("!i", message, 4)[0]
    return code


def error(code: str, words: str, *, severity: str = "ERROR") -> bytes:
    fields = b"".join(
        key + value.encode() + b"\0"
        for key, value in ((b"S", severity), (b"V", severity), (b"C", code), (b"M", words))
    )
    return b"E" + struct.pack("!i", len(fields) + 5) + fields + b"\0"


def other_columns(description: bytes) -> bytes:
    """A row description whose columns have names that nobody agreed on."""
    count = struct.unpack_from("!h", description, 5)[0]
    made, at = description[:7], 7
    for number in range(count):
        end = description.index(b"\0", at)
        made += f"col_{number}".encode() + description[end : end + 19]
        at = end + 19
    return made[:1] + struct.pack("!i", len(made) - 1) + made[5:]


def latin_row(row: bytes) -> bytes:
    """A data row in which every e of a text became the Latin-1 é, which is no UTF-8."""
    made, at = bytearray(row), 7
    for _ in range(struct.unpack_from("!h", row, 5)[0]):
        length = struct.unpack_from("!i", row, at)[0]
        at += 4
        value = row[at : at + max(0, length)]
        if length > 0 and all(32 <= byte < 127 or byte >= 192 or 128 <= byte < 192 for byte in value):
            made[at : at + length] = value.replace(b"e", b"\xe9")
        at += max(0, length)
    return bytes(made)


def empty_row(columns: int) -> bytes:
    """A data row with nothing in any column."""
    return b"D" + struct.pack("!ih", 6 + 4 * columns, columns) + b"\xff\xff\xff\xff" * columns

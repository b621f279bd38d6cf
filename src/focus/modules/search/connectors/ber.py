"""BER as LDAP uses it (RFC 4511, 5.1): definite lengths, low tags. What is read is bounded by what came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

SEQUENCE: Final = 0x30
SET: Final = 0x31
INTEGER: Final = 0x02
OCTETS: Final = 0x04
ENUMERATED: Final = 0x0A
BOOLEAN: Final = 0x01


class BerInvalid(ValueError):
    """No BER, or none that LDAP allows."""


def tlv(tag: int, content: bytes) -> bytes:
    """Tag, length, content."""
    size = len(content)
    if size < 0x80:
        return bytes((tag, size)) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(length))) + length + content


def integer(value: int, tag: int = INTEGER) -> bytes:
    """A whole number, signed as BER has it."""
    return tlv(tag, value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True))


def octets(text: str, tag: int = OCTETS) -> bytes:
    """A text in UTF-8."""
    return tlv(tag, text.encode())


def head(data: bytes) -> tuple[int, int] | None:
    """(octets of tag and length, octets of content); None when more must come. Raises `BerInvalid`."""
    if len(data) < 2:
        return None
    if data[0] & 0x1F == 0x1F:
        raise BerInvalid("a long tag")
    first = data[1]
    if first < 0x80:
        return 2, first
    many = first & 0x7F
    if not 1 <= many <= 4:
        raise BerInvalid("a length that LDAP does not allow")
    if len(data) < 2 + many:
        return None
    return 2 + many, int.from_bytes(data[2 : 2 + many], "big")


def elements(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(tag, content) of all that stands in it. Raises `BerInvalid`."""
    at = 0
    while at < len(data):
        found = head(data[at : at + 6])
        if found is None or at + sum(found) > len(data):
            raise BerInvalid("cut off")
        begin = at + found[0]
        yield data[at], data[begin : begin + found[1]]
        at = begin + found[1]


def number(content: bytes) -> int:
    """A whole number of at most four octets. Raises `BerInvalid`."""
    if not 1 <= len(content) <= 5:
        raise BerInvalid("no number")
    return int.from_bytes(content, "big", signed=True)

"""Messages of LDAP (RFC 4511): bind, search, their answers."""

from __future__ import annotations

from typing import Any, Final

from focus.modules.search.connectors.ber import (
    BOOLEAN,
    ENUMERATED,
    SEQUENCE,
    SET,
    BerInvalid,
    elements,
    integer,
    number,
    octets,
    tlv,
)  # fmt: skip
from focus.modules.search.sources.filters import Node
from focus.modules.search.sources.protocol import FailureReason, SourceFailed

BIND: Final = 0x61
ENTRY: Final = 0x64
DONE: Final = 0x65
REFERENCE: Final = 0x73
EXTENDED: Final = 0x78
STARTTLS: Final = "1.3.6.1.4.1.1466.20037"
_SCOPES: Final = {"base": 0, "one": 1, "subtree": 2}
_SIGNS: Final = {
    "&": 0xA0,
    "|": 0xA1,
    "!": 0xA2,
    "=": 0xA3,
    "parts": 0xA4,
    ">=": 0xA5,
    "<=": 0xA6,
    "~=": 0xA8,
}
_PRESENT: Final = 0x87

_REASONS: Final[dict[int, FailureReason]] = {
    3: "timeout", 4: "too_large", 7: "refused_login", 8: "refused_login", 11: "too_large",
    13: "refused_login", 16: "wrong_schema", 17: "wrong_schema", 48: "refused_login", 49: "refused_login",
    50: "refused_login", 51: "busy", 52: "unreachable",
}  # fmt: skip
"""Result codes; every other is an error that the source reports."""


def refusal(code: int, words: str) -> SourceFailed:
    """What a result code other than success means."""
    return SourceFailed(_REASONS.get(code, "status"), f"LDAP result {code} {words}".strip()[:200])


def message(number_: int, operation: bytes) -> bytes:
    """An operation in its envelope."""
    return tlv(SEQUENCE, integer(number_) + operation)


def bind(name: str, password: str) -> bytes:
    """Simple bind, version 3."""
    return tlv(0x60, integer(3) + octets(name) + octets(password, 0x80))


def starttls() -> bytes:
    """From here on encrypted."""
    return tlv(0x77, octets(STARTTLS, 0x80))


def search(base: str, scope: str, filter_: Node, attributes: list[str], *, most: int, seconds: int) -> bytes:
    """At most so many entries within so many seconds."""
    limits = integer(0, ENUMERATED) + integer(most) + integer(seconds) + tlv(BOOLEAN, b"\0")
    wanted = tlv(SEQUENCE, b"".join(map(octets, attributes)))
    place = octets(base) + integer(_SCOPES[scope], ENUMERATED)
    return tlv(0x63, place + limits + encoded(filter_) + wanted)


def encoded(node: Node) -> bytes:
    """A filter."""
    sign, inside = node
    if sign == "present":
        return octets(inside, _PRESENT)
    if sign in ("&", "|", "!"):
        return tlv(_SIGNS[sign], b"".join(map(encoded, inside)))
    name, value = inside
    if sign != "parts":
        return tlv(_SIGNS[sign], octets(name) + tlv(0x04, value))
    last = len(value) - 1
    parts = b"".join(
        tlv(0x80 if at == 0 else 0x82 if at == last else 0x81, piece)
        for at, piece in enumerate(value)
        if piece
    )
    return tlv(_SIGNS[sign], octets(name) + tlv(SEQUENCE, parts))


def opened(content: bytes) -> tuple[int, int, bytes]:
    """(message id, tag of the operation, its content). Raises `BerInvalid`."""
    found = list(elements(content))
    if len(found) < 2 or found[0][0] != 0x02:
        raise BerInvalid("no message")
    return number(found[0][1]), found[1][0], found[1][1]


def result(content: bytes) -> tuple[int, str]:
    """(code, the server's words). Raises `BerInvalid`."""
    found = list(elements(content))
    if len(found) < 3 or found[0][0] != ENUMERATED:
        raise BerInvalid("no result")
    return number(found[0][1]), found[2][1].decode("utf-8", "replace")


def entry(content: bytes, wanted: dict[str, str]) -> dict[str, Any]:
    """Attributes as asked for (`wanted`: lower case → as written), one value as text, several as a list.

    Raises `BerInvalid`, UnicodeDecodeError.
    """
    parts = list(elements(content))
    if len(parts) != 2 or parts[1][0] != SEQUENCE:
        raise BerInvalid("no entry")
    row: dict[str, Any] = {"dn": parts[0][1].decode()}
    for tag, attribute in elements(parts[1][1]):
        pair = list(elements(attribute))
        if tag != SEQUENCE or len(pair) != 2 or pair[1][0] != SET:
            raise BerInvalid("no attribute")
        name = wanted.get(pair[0][1].decode().lower())
        if name is not None:
            values = [value.decode() for _, value in elements(pair[1][1])]
            if values:
                row[name] = values[0] if len(values) == 1 else values
    return row

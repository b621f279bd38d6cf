"""Messages of LDAP (RFC 4511): bind, search, their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
from focus.modules.search.sources.drift import Drift
from focus.modules.search.sources.filters import Node
from focus.modules.search.sources.protocol import FailureReason, SourceFailed
from focus.modules.search.sources.unread import Unread

BIND: Final = 0x61
ENTRY: Final = 0x64
DONE: Final = 0x65
REFERENCE: Final = 0x73
EXTENDED: Final = 0x78
REFERRAL: Final = 10
"""Result code."""
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
_ENDS_EARLY: Final = re.compile(r"range=\d+-\d+")
"""Of a directory that gives many values in pieces; `range=0-*` is the last one."""
_HOST: Final = re.compile(r"ldaps?://([A-Za-z0-9.\-:\[\]]*)")
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


def entry(content: bytes, wanted: dict[str, str], told: dict[Drift, None]) -> dict[str, Any]:
    """Attributes as asked for (`wanted`: lower case → as written), one value as text, several as a list.

    Options belong to their attribute (`sn;lang-fr` is a `sn`). A value that is no text stands as `Unread`,
    and `told` hears of it and of a range that goes on: the rest did not come. Raises `BerInvalid`.
    """
    parts = list(elements(content))
    if len(parts) != 2 or parts[1][0] != SEQUENCE:
        raise BerInvalid("no entry")
    found: dict[str, dict[bytes, None]] = {}
    for described, values in sorted(_attributes(parts[1][1]), key=_options):
        name = wanted.get(";".join(described)) or wanted.get(described[0])
        if name is None or not values:
            continue
        if any(_ENDS_EARLY.fullmatch(option) for option in described[1:]):
            told[Drift(name, "shape", "list")] = None
        found.setdefault(name, {}).update(dict.fromkeys(values))
    row: dict[str, Any] = {"dn": parts[0][1].decode("utf-8", "replace")}
    for name, octets_ in found.items():
        read = [_text(value) for value in octets_]
        if any(isinstance(value, Unread) for value in read):
            told[Drift(name, "type", "text")] = None
        row[name] = read[0] if len(read) == 1 else read
    return row


def _attributes(content: bytes) -> Iterator[tuple[list[str], list[bytes]]]:
    """(name and options in lower case, values)"""
    for tag, attribute in elements(content):
        pair = list(elements(attribute))
        if tag != SEQUENCE or len(pair) != 2 or pair[1][0] != SET:
            raise BerInvalid("no attribute")
        described = pair[0][1].decode("ascii", "replace").lower().split(";")
        yield described, [value for _, value in elements(pair[1][1])]


def _options(attribute: tuple[list[str], list[bytes]]) -> int:
    return len(attribute[0])


def _text(value: bytes) -> str | Unread:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return Unread("text", "")


def pointed(content: bytes) -> str:
    """Where a referral points: hosts, never what is asked there."""
    found = _HOST.findall(content.decode("ascii", "replace"))
    return ", ".join(dict.fromkeys(found))[:120] or "nowhere that we can read"

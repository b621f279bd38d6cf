"""The country that is written beside a plate: `NL 12-ABC-3`, `1-ABC-123 (BE)`, `BE1ABC123`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from focus.modules.search.understanding import countries

LONGEST = 24
"""Signs of a plate with its country."""

_TOLD = 0.9
BESIDE = 0.62
"""The weight of a sign before a gap and a plate of no known shape."""

_BEFORE = re.compile(r"\(?([A-Z]{1,3})(?:\) ?|: ?|[- .])(\S.*)")
_AFTER = re.compile(r"(.*\S) ?[\[( .,\-]([A-Z]{1,3})[\])]?")
_GLUED = re.compile(r"(?=[A-ZÄÖÜ]*[0-9])[A-ZÄÖÜ0-9]{5,12}")
_ONE = frozenset("BDFL")
"""Signs of one letter that are understood without a gap; others are as likely part of the plate."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A plate and the sign of its country."""

    country: str
    """As vehicles carry it: `B`, `D`, `UK`."""
    plate: str
    glued: bool = False
    short: bool = False
    """A glued sign of one letter."""
    alone: float = 0.0
    """The weight of the sign without a known shape: in brackets or before a colon it can be nothing else."""


def signs(upper: str) -> Iterator[Signed]:
    """Each way to split a text into a country and a plate; which is right its shape tells."""
    if (match := _BEFORE.fullmatch(upper)) and match[1] in countries.KNOWN:
        told = upper[0] == "(" or upper[len(match[1])] == ":"
        alone = _TOLD if told else BESIDE if len(match[1]) < 3 and _of_a_plate(match[2]) else 0.0
        yield Signed(countries.sign(match[1]), match[2].strip(), alone=alone)
    if (match := _AFTER.fullmatch(upper)) and match[2] in countries.KNOWN:
        apart = BESIDE if len(match[2]) > 1 and _of_a_plate(match[1]) else 0.0
        alone = _TOLD if upper[-1] in ")]" else apart
        yield Signed(countries.sign(match[2]), match[1].strip(" (["), alone=alone)
    if _GLUED.fullmatch(upper):
        yield from _glued(upper)


def _glued(upper: str) -> Iterator[Signed]:
    for size in (3, 2, 1):
        for sign, plate in ((upper[:size], upper[size:]), (upper[-size:], upper[:-size])):
            if sign in countries.KNOWN and (size > 1 or sign in _ONE):
                yield Signed(countries.sign(sign), plate, glued=True, short=size == 1)


def _of_a_plate(rest: str) -> bool:
    """Letters and digits with a gap between them."""
    return bool(re.fullmatch(r"(?=.*[A-Z])(?=.*\d)[A-Z0-9]{1,5}(?:[ \-][A-Z0-9]{1,5}){1,3}", rest))

"""Which times a request may name: those that every rule can still reckon with and every store can hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

import msgspec

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 9000
"""A day more or less, an offset, or a hundred years of a wrong clock never lead out of the calendar; and
PostgreSQL's infinities, which the driver writes as the first and the last day there are, are far off."""


def strange_times(value: Any, path: str = "") -> Iterator[str]:
    """Paths, as in `visits[0].on`, of days and times outside these years, and of times without their zone."""
    kind = type(value)
    if kind is datetime or kind is date:
        if not FIRST_YEAR <= value.year <= LAST_YEAR or (kind is datetime and value.tzinfo is None):
            yield path
    elif kind is dict:
        for name, item in value.items():
            yield from strange_times(item, f"{path}.{name}" if path else str(name))
    elif kind is list or kind is tuple:
        for number, item in enumerate(value):
            yield from strange_times(item, f"{path}[{number}]")
    elif isinstance(value, msgspec.Struct):
        for name, encoded in zip(value.__struct_fields__, value.__struct_encode_fields__, strict=True):
            yield from strange_times(getattr(value, name), f"{path}.{encoded}" if path else encoded)

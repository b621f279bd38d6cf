"""What a record may hold in a field of each kind; see `focus.kit.values` for how wrong values are told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from focus.kit.composites import composite
from focus.kit.declaring.fields import Choice, Field, Number, Photos, Text
from focus.kit.values import Faults, Wrong, day, moment, number, text


def _text(field: Text, value: object) -> str | None:
    cleaned = text(value, field.max, lines=field.lines)
    if cleaned is not None and field.pattern and not re.fullmatch(field.pattern, cleaned):
        raise Wrong("pattern")
    return cleaned


def _number(field: Number, value: object) -> int | float:
    cleaned = number(value)
    if isinstance(cleaned, float) and -int(Decimal(repr(cleaned)).as_tuple().exponent) > field.decimals:
        raise Wrong("decimals")
    if field.min is not None and cleaned < field.min:
        raise Wrong("too_small")
    if field.max is not None and cleaned > field.max:
        raise Wrong("too_big")
    return cleaned


def _choice(field: Choice, value: object) -> str | None:
    if value == "":
        return None
    if not isinstance(value, str) or value not in field.options:
        raise Wrong("option")
    return value


def _yes_no(_: Field, value: object) -> bool:
    if not isinstance(value, bool):
        raise Wrong("yes_no")
    return value


def _photos(field: Photos, value: object) -> list[dict[str, Any]] | None:
    if not isinstance(value, list):
        raise Wrong("photos")
    if len(value) > field.at_most:
        raise Wrong("too_many")
    cleaned: list[dict[str, Any]] = []
    faults: Faults = []
    for number_, one in enumerate(value):
        try:
            photo = composite("photo", one)
        except Wrong as wrong:
            faults += [(f"[{number_}]{'.' if path else ''}{path}", code) for path, code in wrong.faults]
            continue
        if photo is None:
            faults.append((f"[{number_}]", "photo"))
        elif any(photo["id"] == other["id"] for other in cleaned):
            faults.append((f"[{number_}]", "twice"))
        else:
            cleaned.append(photo)
    if faults:
        raise Wrong("photos", faults)
    return cleaned or None


_CLEANERS: Mapping[str, Callable[[Any, object], Any]] = {
    "text": _text,
    "number": _number,
    "choice": _choice,
    "yes_no": _yes_no,
    "date": lambda _, value: day(value),
    "moment": lambda _, value: moment(value),
    "photos": _photos,
}


def cleaner(field: Field) -> Callable[[object], Any]:
    """What cleans values of a field that is no group."""
    found = _CLEANERS.get(field.kind)
    if found is None:
        return lambda value: composite(field.kind, value)
    return lambda value: found(field, value)

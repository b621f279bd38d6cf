"""Values of several parts: persons, vehicles, addresses, places, areas, photos, signatures."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from stdnum.be import bis, nn

from focus.kit.values import Faults, Wrong, day, identifier, moment, number, shown_name, text

_HASH = re.compile("[0-9a-f]{64}")
_PLATE = re.compile("[A-Z0-9À-ÖØ-ÞĀ-ž]{1,12}")
_COUNTRY = re.compile("[A-Z]{2}")
_NATIONAL = re.compile("[0-9]{11}")


def _national_number(value: object) -> str | None:
    cleaned = text(value)
    if cleaned is None:
        return None
    digits = re.sub("[ .-]", "", cleaned)
    if not _NATIONAL.fullmatch(digits) or not (nn.is_valid(digits) or bis.is_valid(digits)):
        raise Wrong("national_number")
    return digits


def _plate(value: object) -> str | None:
    cleaned = text(value)
    if cleaned is None:
        return None
    plate = re.sub("[ .·-]", "", cleaned).upper()
    if not _PLATE.fullmatch(plate):
        raise Wrong("plate")
    return plate


def _country(value: object) -> str | None:
    cleaned = text(value)
    if cleaned is not None and not _COUNTRY.fullmatch(cleaned := cleaned.upper()):
        raise Wrong("country")
    return cleaned


def _sex(value: object) -> str | None:
    if value not in ("", "F", "M", "X"):
        raise Wrong("option")
    return str(value) or None


def _hash(value: object) -> str:
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        raise Wrong("hash")
    return value


def _degrees(most: int) -> Callable[[object], int | float]:
    def cleaned(value: object) -> int | float:
        degrees = number(value)
        if abs(degrees) > most:
            raise Wrong("point")
        return degrees

    return cleaned


_Parts = Mapping[str, tuple[Callable[[object], Any], bool]]
"""How a part is cleaned, and whether it must be there."""


_POINT: _Parts = {"longitude": (_degrees(180), False), "latitude": (_degrees(90), False)}


_PARTS: Mapping[str, _Parts] = {
    "person": {
        "id": (text, False),
        "family_name": (text, True),
        "given_names": (text, False),
        "birth_date": (day, False),
        "national_number": (_national_number, False),
        "sex": (_sex, False),
    },
    "vehicle": {"plate": (_plate, True), "country": (_country, False)},
    "address": {
        "street": (text, True),
        "number": (text, True),
        "box": (text, False),
        "postcode": (text, True),
        "municipality": (text, True),
        "country": (_country, False),
        **_POINT,
        "ward": (text, False),
    },
    "place": {"text": (text, False), **_POINT},
    "area": {"id": (text, True), "label": (text, True)},
    "photo": {"id": (identifier, True), "sha256": (_hash, True), "at": (moment, True)},
    "signature": {"id": (identifier, True), "by": (text, True), "at": (moment, True)},
}


def composite(kind: str, value: object) -> dict[str, Any] | None:
    """A value of several parts; one that has none is not filled in."""
    if not isinstance(value, dict):
        raise Wrong(kind)
    parts = _PARTS[kind]
    faults: Faults = [(shown_name(name), "unknown") for name in value if name not in parts]
    cleaned: dict[str, Any] = {}
    for name, (clean, _) in parts.items():
        try:
            one = clean(value[name]) if value.get(name) is not None else None
        except Wrong as wrong:
            faults += [(name, code) for _, code in wrong.faults]
        else:
            if one is not None:
                cleaned[name] = one
    if not cleaned and not faults:
        return None
    named = {name for name, _ in faults}
    faults += [
        (name, "required") for name, (_, must) in parts.items() if must and name not in {*cleaned, *named}
    ]
    if ("longitude" in cleaned) != ("latitude" in cleaned) and not named & set(_POINT):
        faults.append(("", "point"))
    if faults:
        raise Wrong(kind, faults)
    if kind == "person":
        cleaned.setdefault("given_names", "")
    return cleaned

"""The shape of a value: what a record may hold in a field of each kind, in the one form in which it is kept.

Every function takes a value of JSON and gives it cleaned, or None where nothing is filled in. Wrong values
raise `Wrong` with a code of `focus.kit.codes`, each of which has a text in `texts/`. The app does the same;
the shared vectors hold both to it, so nothing here relies on what Python alone would do.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from stdnum.be import bis, nn

from focus.kit.calendar import FIRST_YEAR, LAST_YEAR, read_day
from focus.kit.declaring import Choice, Field, Number, Photos, Text

Faults = list[tuple[str, str]]
"""`(path, code)`: `("visits[0].at", "moment")`."""

_AROUND = " \t\r\n\u00a0\ufeff"
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_CONTROL_IN_LINES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOMENT = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_HASH = re.compile("[0-9a-f]{64}")
_PLATE = re.compile("[A-Z0-9À-ÖØ-ÞĀ-ž]{1,12}")
_COUNTRY = re.compile("[A-Z]{2}")
_NATIONAL = re.compile("[0-9]{11}")
_NAME = re.compile("[A-Za-z0-9_]{1,40}")
_SAFE = 2**53 - 1
"""The largest whole number that a JavaScript number holds exactly."""
_PART_MOST = 200


class Wrong(Exception):
    """A value that does not fit; `parts` are faults below it, or None if it is the value itself."""

    def __init__(self, code: str, parts: Faults | None = None) -> None:
        super().__init__(code)
        self.faults: Faults = parts if parts is not None else [("", code)]


def shown_name(name: object) -> str:
    """The name of an unknown field, or nothing when it is none that could be meant: it comes from outside."""
    return name if isinstance(name, str) and _NAME.fullmatch(name) else ""


def text(value: object, most: int = _PART_MOST, *, lines: bool = False) -> str | None:
    """Text in NFC, without white space around it; line ends as `\\n`."""
    if not isinstance(value, str) or _SURROGATE.search(value):
        raise Wrong("text")
    if lines and "\r" in value:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    value = value.strip(_AROUND)
    if not value.isascii():
        value = unicodedata.normalize("NFC", value)
    if (_CONTROL_IN_LINES if lines else _CONTROL).search(value):
        raise Wrong("control")
    if len(value) > most:
        raise Wrong("too_long")
    return value or None


def _text(field: Text, value: object) -> str | None:
    cleaned = text(value, field.max, lines=field.lines)
    if cleaned is not None and field.pattern and not re.fullmatch(field.pattern, cleaned):
        raise Wrong("pattern")
    return cleaned


def number(value: object) -> int | float:
    """A finite number; a whole one as int."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Wrong("number")
    if isinstance(value, float):
        if not math.isfinite(value):
            raise Wrong("number")
        if value.is_integer():
            value = int(value)
    if abs(value) > _SAFE:
        raise Wrong("too_big" if value > 0 else "too_small")
    return value


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


def day(value: object) -> str | None:
    """`YYYY-MM-DD`, a day that exists, 1900 to 2199."""
    if value == "":
        return None
    if not isinstance(value, str):
        raise Wrong("date")
    try:
        read_day(value)
    except ValueError:
        raise Wrong("date") from None
    return value


def moment(value: object) -> str | None:
    """`YYYY-MM-DDTHH:MM:SSZ`, 1900 to 2199."""
    if value == "":
        return None
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        raise Wrong("moment")
    if not FIRST_YEAR <= int(value[:4]) <= LAST_YEAR:
        raise Wrong("moment")
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise Wrong("moment") from None
    return value


def identifier(value: object, code: str = "id") -> str:
    """A UUID in small letters."""
    if isinstance(value, str) and _UUID.fullmatch(value.lower()):
        return value.lower()
    raise Wrong(code)


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

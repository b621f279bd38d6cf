"""Plain values: text, numbers, days, moments, identifiers, in the one form in which they are kept.

Every function takes a value of JSON and gives it cleaned, or None where nothing is filled in. Wrong values
raise `Wrong` with a code of `focus.kit.codes`, each of which has a text in `texts/`. The app does the same;
the shared vectors hold both to it, so nothing here relies on what Python alone would do.
"""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import datetime

from focus.kit.calendar import FIRST_YEAR, LAST_YEAR, read_day

Faults = list[tuple[str, str]]
"""`(path, code)`: `("visits[0].at", "moment")`."""

_AROUND = " \t\r\n\u00a0\ufeff"
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_CONTROL_IN_LINES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOMENT = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
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

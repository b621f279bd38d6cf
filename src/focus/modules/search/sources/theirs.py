"""Their value → ours, for every connector and list alike.

What is not there stays so; what stands for "unknown" is nothing either; what is there and cannot be read as
the kind that was agreed raises `NotOfKind`. Nothing else: no value is ever lost without a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, Final, Literal

from focus.core import clock
from focus.modules.search.records import Identifier
from focus.modules.search.sources.dates import read_date, read_time
from focus.modules.search.sources.unread import NotOfKind, Unread
from focus.modules.search.sources.values import as_text
from focus.modules.search.understanding.folding import plain
from focus.modules.search.understanding.identify import identify
from focus.modules.search.understanding.unknown import says_unknown, unknown_birth, unknown_identifier

Declared = Literal["boolean", "integer", "decimal", "float", "date", "dateTime", "text"]
"""What a schema can say of a value."""

_YES: Final = frozenset(
    {"true", "t", "yes", "y", "1", "ja", "j", "oui", "o", "vrai", "wahr", "waar", "on", "-1"}
)
_NO: Final = frozenset(
    {"false", "f", "no", "n", "0", "neen", "nee", "nein", "non", "faux", "falsch", "onwaar", "off"}
)
_SPREADSHEET: Final = re.compile(r"[0-9](?:[.,][0-9]+)?E\+?[0-9]+", re.IGNORECASE)
_SCIENTIFIC: Final = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]+", re.IGNORECASE)
"""A number as a spreadsheet shows a long one: its last digits are gone."""
_OF_DIGITS: Final = frozenset({"national_number", "bis_number", "company", "phone"})
_INTEGER: Final = re.compile(r"[+-]?[0-9]+")
_DECIMAL: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_FLOAT: Final = re.compile(rf"(?:{_DECIMAL.pattern})(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN")
_WHOLE: Final = 10


def truth_of(value: Any) -> bool | None:
    """Yes or no in the spellings of four languages; None: not there. Raises `NotOfKind`."""
    if value is None or isinstance(value, bool):
        return value
    written = as_text(value)
    text = plain(written.strip().removesuffix(".0"))
    if text in _YES:
        return True
    if text in _NO:
        return False
    if not text:
        return None
    raise NotOfKind("yes or no", written)


def number_of(value: Any) -> Decimal | None:
    """A number; yes is 1 and no 0; None: not there. Raises `NotOfKind`."""
    if isinstance(value, bool):
        return Decimal(value)
    written = as_text(value)
    if not written:
        return None
    try:
        number = Decimal(written.replace(",", "."))
    except InvalidOperation:
        raise NotOfKind("number", written) from None
    if not number.is_finite():
        raise NotOfKind("number", written)
    return number


def date_of(written: str, formats: tuple[str, ...] = ()) -> str:
    """ISO 8601, possibly partial; `""` when nothing stands there or it says unknown. Raises `NotOfKind`."""
    if not written or says_unknown(written):
        return ""
    found = read_date(written, formats)
    if not found:
        raise NotOfKind("date", written, change="form")
    return found


def birth_of(written: str, formats: tuple[str, ...] = ()) -> str:
    """As `date_of`; nobody is born in the future, and stand-ins such as 1900-01-01 are nobody's.

    Raises `NotOfKind`.
    """
    found = date_of(written, formats)
    if not found or unknown_birth(found):
        return ""
    today = clock.now().astimezone(clock.BRUSSELS).date().isoformat()
    if found <= today:
        return found
    if any("%y" in form for form in formats) and found[:4] not in written:
        return f"{int(found[:4]) - 100}{found[4:]}"
    raise NotOfKind("birth date", written, change="form")


def identifier_of(kind: str, written: str, country: str = "") -> Identifier | None:
    """An identifier in normal form; None when nothing stands there or a stand-in. Raises `NotOfKind`."""
    if not written or says_unknown(written):
        return None
    found = None if _mangled(kind, written) else identify(kind, written, country)
    if found is None and unknown_identifier(kind, written):
        return None
    if found is None:
        raise NotOfKind(kind.replace("_", " "), written, change="form")
    return None if unknown_identifier(kind, found.value) else found


def _mangled(kind: str, written: str) -> bool:
    """Whether a spreadsheet or a number type has taken digits away."""
    return bool((_SPREADSHEET if kind in _OF_DIGITS else _SCIENTIFIC).fullmatch(written))


def declared(kind: Declared, written: str) -> Any:
    """A text that a schema declares to be of a kind: true, false, or the text itself; else `Unread`.

    Numbers stay text: a national number that is declared to be one keeps its zero.
    """
    if kind == "text":
        return written
    text = " ".join(written.split())
    if not text:
        return None
    return _READ[kind](text, written)


def _boolean(text: str, written: str) -> bool | Unread:
    try:
        found = truth_of(text)
    except NotOfKind:
        found = None
    return Unread("boolean", written) if found is None else found


def _fitting(kind: str, fits: Callable[[str], Any]) -> Callable[[str, str], str | Unread]:
    return lambda text, written: text if fits(text) else Unread(kind, written)


def _day(text: str, written: str) -> str | Unread:
    found = read_date(text)
    return found if len(found) == _WHOLE and "-00" not in text[:_WHOLE] else Unread("date", written)


_READ: Final[dict[str, Callable[[str, str], Any]]] = {
    "boolean": _boolean,
    "integer": _fitting("integer", _INTEGER.fullmatch),
    "decimal": _fitting("decimal", _DECIMAL.fullmatch),
    "float": _fitting("float", _FLOAT.fullmatch),
    "date": _day,
    "dateTime": _fitting("dateTime", read_time),
}

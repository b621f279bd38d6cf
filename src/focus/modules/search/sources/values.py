"""Values out of an answer: where they are (paths) and what they are as text or date."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any
from uuid import UUID

from focus.core.clock import BRUSSELS
from focus.modules.search.sources.drift import sort_of
from focus.modules.search.sources.protocol import WrongSchema

Get = Callable[[Any, Any], Any]
"""(element, what holds the element) → value or None."""
Text = Callable[[Any, Any], str]

_SPLIT = re.compile(r"(?<!\\)\.")


class PathInvalid(ValueError):
    """Not a path."""


def compile_path(path: str) -> Get:
    """`a.b.0`, `.`, `^a`, `=constant`, `list[*].a` (gathers a list). Raises `PathInvalid`."""
    if path.startswith("="):
        constant = path[1:]
        return lambda _e, _r: constant
    if path.startswith("^"):
        above = compile_path(path[1:] or ".")
        return lambda _e, r: above(r, None)
    if path == ".":
        return lambda e, _r: e
    if "[*]" in path:
        return _gathering(path)
    return _steps(_keys(path))


def _keys(path: str) -> list[str]:
    keys = [key.replace("\\.", ".") for key in _SPLIT.split(path)]
    if not all(keys) or any(key != key.strip() for key in keys):
        raise PathInvalid(f"'{path}' is no path: write keys with dots, such as holder.name")
    return keys


def _steps(keys: list[str]) -> Get:
    if len(keys) == 1 and not keys[0].isdigit():
        only = keys[0]
        return lambda e, _r: e.get(only) if type(e) is dict else None
    if len(keys) == 2 and not keys[0].isdigit() and not keys[1].isdigit():
        return _two(*keys)

    def walk(e: Any, _r: Any) -> Any:
        for at, key in enumerate(keys):
            if type(e) is dict:
                e = e.get(key)
            elif type(e) is list and key.isdigit():
                e = e[int(key)] if int(key) < len(e) else None
            elif e and at:
                raise _another_type(e, ".".join(keys[:at]))
            else:
                return None
        return e

    return walk


def _two(first: str, second: str) -> Get:
    def get(e: Any, _r: Any) -> Any:
        if type(e) is not dict:
            return None
        inner = e.get(first)
        if type(inner) is dict:
            return inner.get(second)
        if inner:
            raise _another_type(inner, first)
        return None

    return get


def _another_type(value: Any, path: str) -> WrongSchema:
    """Not `""`, `[]`, 0 or false: those stand for an object that is not there."""
    sort = sort_of(value)
    return WrongSchema(
        f"{sort} at '{path}' where an object was expected", field=path, change="type", found=sort
    )


def _gathering(path: str) -> Get:
    before, _, after = path.partition("[*]")
    outer = compile_path(before or ".")
    inner = compile_path(after.removeprefix(".") or ".")

    def gather(e: Any, r: Any) -> list[Any] | None:
        found = outer(e, r)
        if type(found) is not list:
            return None
        values: list[Any] = []
        for x in found:
            value = inner(x, e)
            values.extend(value) if type(value) is list else values.append(value)
        return values

    return gather


def compile_text(paths: str | Sequence[str]) -> Text:
    """The first path that holds something, as text."""
    gets = [compile_path(p) for p in ([paths] if isinstance(paths, str) else paths)]
    if len(gets) == 1:
        return _named_text(gets[0], paths if isinstance(paths, str) else paths[0])

    def first(e: Any, r: Any) -> str:
        fault: WrongSchema | None = None
        for get, path in zip(gets, paths, strict=True):
            try:
                text = as_text(get(e, r))
            except WrongSchema as other:
                fault = fault or other.at(path)
                continue
            if text:
                return text
        if fault is not None:
            raise fault
        return ""

    return first


def _named_text(get: Get, path: str) -> Text:
    def text(e: Any, r: Any) -> str:
        try:
            return as_text(get(e, r))
        except WrongSchema as fault:
            raise fault.at(path) from None

    return text


def as_text(value: Any) -> str:
    """Text of a scalar; a list of scalars by commas; nothing is `""`. Raises `WrongSchema` for an object."""
    kind = type(value)
    if kind is str:
        return value.strip()  # type: ignore[no-any-return]
    if value is None:
        return ""
    if kind is bool:
        return "true" if value else "false"
    if kind is int:
        return str(value)
    if kind is list or kind is tuple:
        return ", ".join(x for x in map(as_text, value) if x)
    return _rarer_text(value)


def _rarer_text(value: Any) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, str | UUID):
        return str(value)
    found = sort_of(value)
    raise WrongSchema(f"{found} where text was expected", change="type", found=found)


_PIECES = {
    "%Y": r"(?P<Y>\d{4})", "%m": r"(?P<m>\d{1,2})", "%d": r"(?P<d>\d{1,2})",
    "%H": r"(?P<H>\d{1,2})", "%M": r"(?P<M>\d{2})", "%S": r"(?P<S>\d{2})", "%f": r"(?P<f>\d{1,6})", "%%": "%",
}  # fmt: skip
_FIXED = {"%m": r"(?P<m>\d{2})", "%d": r"(?P<d>\d{2})", "%H": r"(?P<H>\d{2})"}
_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


@lru_cache(256)
def _pattern(form: str) -> re.Pattern[str] | None:
    """None: a form with directives that only strptime knows."""
    tight = not re.search(r"%[a-zA-Z][^%\s\w]", form)
    pieces = re.findall(r"%.|[^%]+", form)
    if any(p.startswith("%") and p not in _PIECES for p in pieces):
        return None
    known = _PIECES | _FIXED if tight else _PIECES
    return re.compile("".join(known.get(p) or re.escape(p) for p in pieces) + "$")


@lru_cache(8192)
def read_date(text: str, formats: tuple[str, ...] = ()) -> str:
    """ISO 8601, partial when the form or a 00 makes it so; `""` when no form fits."""
    for form in formats or ("iso",):
        if form == "iso":
            found = _iso_date(text)
        elif form in ("unix", "unix_ms"):
            moment = _unix(text, form)
            found = moment.astimezone(BRUSSELS).date().isoformat() if moment else ""
        else:
            found = _formed(text, form)
        if found:
            return found
    return ""


def _iso_date(text: str) -> str:
    match = _ISO.match(text)
    if match:
        return _partial(match[1], match[2], match[3])
    moment = _iso_time(text)
    return moment.astimezone(BRUSSELS).date().isoformat() if moment else ""


def _formed(text: str, form: str) -> str:
    pattern = _pattern(form)
    if pattern is None:
        try:
            return datetime.strptime(text, form).date().isoformat()  # noqa: DTZ007
        except ValueError:
            return ""
    match = pattern.match(text)
    if not match:
        return ""
    parts = match.groupdict()
    return _partial(parts.get("Y"), parts.get("m"), parts.get("d"))


def _partial(year: str | None, month: str | None, day: str | None) -> str:
    if not year or year == "0000":
        return ""
    if not month or int(month) == 0:
        return year
    if not day or int(day) == 0:
        return f"{year}-{int(month):02d}" if int(month) <= 12 else ""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


@lru_cache(2048)
def read_time(text: str, formats: tuple[str, ...] = ()) -> datetime | None:
    """An aware moment; a time without a zone is Belgian; a date alone is its midnight. None: no form fits."""
    for form in formats or ("iso",):
        if form == "iso":
            moment = _iso_time(text)
        elif form in ("unix", "unix_ms"):
            moment = _unix(text, form)
        else:
            moment = _strptime(text, form)
        if moment:
            return moment
    return None


def _iso_time(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=BRUSSELS)


def _unix(text: str, form: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(float(text) / (1000 if form == "unix_ms" else 1), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _strptime(text: str, form: str) -> datetime | None:
    try:
        moment = datetime.strptime(text, form)  # noqa: DTZ007
    except ValueError:
        return None
    if form.endswith("Z"):
        return moment.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=BRUSSELS)

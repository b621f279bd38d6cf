"""Values out of an answer: where they are (paths) and what they are as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Any
from uuid import UUID

from focus.modules.search.sources.drift import sort_of
from focus.modules.search.sources.protocol import WrongSchema
from focus.modules.search.sources.unread import NotOfKind, Unread

Get = Callable[[Any, Any], Any]
"""(element, what holds the element) → value or None."""
Text = Callable[[Any, Any], str]

_CONTROL = re.compile("[\x80-\x9f]")
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
    """Text of a scalar; a list of scalars by commas; nothing is `""`. Raises `WrongSchema`."""
    kind = type(value)
    if kind is str:
        text: str = value.replace("\0", "").strip()
        return text if text.isascii() else _without_controls(text)
    if value is None:
        return ""
    if kind is bool:
        return "true" if value else "false"
    if kind is int:
        return str(value)
    if kind is list or kind is tuple:
        return _joined(value)
    return _rarer_text(value)


def _joined(values: Sequence[Any]) -> str:
    """One that cannot be read is told by who read the answer; alone it is not nothing."""
    readable = [value for value in values if not isinstance(value, Unread)]
    if values and not readable:
        return as_text(values[0])
    return ", ".join(x for x in map(as_text, readable) if x)


def _without_controls(text: str) -> str:
    """Signs of Windows that were taken for Latin-1 on their way, as browsers read them: `D’Hondt`."""
    return text if _CONTROL.search(text) is None else _CONTROL.sub(_of_windows, text).strip()


def _of_windows(match: re.Match[str]) -> str:
    return bytes([ord(match[0])]).decode("cp1252", "ignore")


def _of_octets(octets: bytes) -> str:
    try:
        return as_text(octets.decode())
    except UnicodeDecodeError:
        raise NotOfKind("text") from None


def _rarer_text(value: Any) -> str:
    if isinstance(value, Unread):
        raise NotOfKind(value.kind, value.written)
    if isinstance(value, float) and not isfinite(value):
        raise NotOfKind("number", found="number")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, bytes):
        return _of_octets(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, str | UUID):
        return str(value)
    found = sort_of(value)
    raise WrongSchema(f"{found} where text was expected", change="type", found=found)

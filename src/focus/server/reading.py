"""Reading a request: body with a limit, query and JSON into typed parameters, faults by field.

A fault names the path and never quotes the value: values are personal data.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from typing import Any, get_origin
from urllib.parse import parse_qs

import msgspec

from focus.core.calendar import strange_times
from focus.core.errors import FieldProblem, InvalidInput, Problem

Receive = Callable[[], Awaitable[Mapping[str, Any]]]


class InvalidJson(Problem):
    """The body is no JSON."""

    code = "core.invalid_json"
    status = 400


class TooLarge(Problem):
    """The body is longer than this route takes."""

    code = "core.too_large"
    status = 413


class Gone(Exception):
    """The client went away before it had sent everything."""


async def read_body(receive: Receive, limit: int) -> bytes:
    """The whole body; raises `TooLarge` once it exceeds `limit` octets."""
    message = await receive()
    if message["type"] == "http.disconnect":
        raise Gone
    body: bytes = message.get("body", b"")
    if len(body) > limit:
        raise TooLarge
    if not message.get("more_body"):
        return body
    parts, size = [body], len(body)
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        part = message.get("body", b"")
        size += len(part)
        if size > limit:
            raise TooLarge
        parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts)


def from_json(body: bytes, kind: Any) -> Any:
    """A JSON body as `kind`; an empty body is an empty object."""
    try:
        try:
            return _in_calendar(msgspec.json.decode(body or b"{}", type=kind))
        except msgspec.ValidationError as fault:
            # Whatever follows the first wrong value was not read yet, and may be no JSON.
            raise InvalidInput(fields=_faults(msgspec.json.decode(body or b"{}"), kind, fault)) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise InvalidJson from None


def from_query(query: bytes, kind: Any) -> Any:
    """A query string as `kind`; a repeated name fills a list."""
    try:
        given = parse_qs(query.decode("ascii"), keep_blank_values=True, strict_parsing=bool(query))
    except (UnicodeDecodeError, ValueError):
        raise InvalidInput from None
    lists = _lists(kind)
    values = {name: texts if name in lists else texts[-1] for name, texts in given.items()}
    try:
        return _in_calendar(msgspec.convert(values, kind, strict=False))
    except msgspec.ValidationError as fault:
        raise InvalidInput(fields=_faults(values, kind, fault, strict=False)) from None


def _in_calendar(found: Any) -> Any:
    """What was read, if nobody can stumble over its times."""
    strange = [FieldProblem(path=path, code="core.field_invalid") for path in strange_times(found)]
    if strange:
        raise InvalidInput(fields=strange)
    return found


@cache
def _lists(kind: Any) -> frozenset[str]:
    """The names of a struct's fields that take several values."""
    several = {list, tuple, set, frozenset}
    fields = msgspec.structs.fields(kind)
    return frozenset(field.encode_name for field in fields if get_origin(field.type) in several)


def _faults(
    given: Any, kind: Any, first: msgspec.ValidationError, *, strict: bool = True
) -> list[FieldProblem]:
    """Every field at fault: msgspec stops at the first, so each is converted by itself."""
    if not (isinstance(given, dict) and isinstance(kind, type) and issubclass(kind, msgspec.Struct)):
        return [FieldProblem(path=_path(first), code="core.field_invalid")]
    faults = []
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for name, field in fields.items():
        if name not in given:
            if field.required:
                faults.append(FieldProblem(path=name, code="core.field_missing"))
            continue
        try:
            msgspec.convert(given[name], field.type, strict=strict)
        except msgspec.ValidationError as fault:
            inner = _path(fault)
            faults.append(FieldProblem(path=f"{name}.{inner}" if inner else name, code="core.field_invalid"))
    if kind.__struct_config__.forbid_unknown_fields:
        # The name of an unknown field is given by the caller, so it is not repeated.
        faults += [FieldProblem(path="", code="core.field_unknown") for _ in given.keys() - fields.keys()]
    return faults or [FieldProblem(path=_path(first), code="core.field_invalid")]


def _path(fault: msgspec.ValidationError) -> str:
    """`Expected …  - at `$.visits[0].on`` → `visits[0].on`."""
    _, found, path = str(fault).rpartition(" - at `$")
    return path.rstrip("`").lstrip(".") if found else ""

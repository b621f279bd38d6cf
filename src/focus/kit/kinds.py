"""Values of a declaration that are of another type than its structs say, for who runs no type checker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

import msgspec

from focus.kit.declaring.fields import Field
from focus.kit.faults import Where, nearest


def wrong_kinds(value: object, where: Where = ()) -> Iterator[tuple[Where, str]]:
    """Every value in a struct, and in what it holds, whose type is not the declared one."""
    if isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(type(value)):
            item = getattr(value, field.name)
            yield from _wrong(item, field.type, (*where, field.name))
            yield from wrong_kinds(item, (*where, field.name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from wrong_kinds(item, (*where, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from wrong_kinds(item, (*where, number))


def _wrong(value: Any, kind: Any, where: Where) -> Iterator[tuple[Where, str]]:
    if kind == dict[str, Field] and isinstance(value, dict):
        for name, field in value.items():
            if not (isinstance(name, str) and isinstance(field, Field) and field.kind):
                yield (*where, name), "is no field"
        return
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as wrong:
        yield where, _reason(value, kind, str(wrong))


def _reason(value: Any, kind: Any, message: str) -> str:
    if get_origin(kind) is Literal and isinstance(value, str):
        return f"'{value}' is none of {', '.join(get_args(kind))}{nearest(value, get_args(kind))}"
    words, _, _ = message.partition(" - at")
    return words.replace("`", "").replace("Expected", "expected", 1)

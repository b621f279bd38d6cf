"""Texts and times at the edges of what can be written, put into each field of a valid content in turn."""

from __future__ import annotations

import base64
import copy
from collections.abc import Iterator
from typing import Any

from msgspec import inspect as mi

Path = tuple[str | int, ...]

TEXTS: dict[str, str] = {
    "empty": "",
    "nul": "a\x00b",
    "blank": " \t\u00a0\u200b",
    "right to left": "\u202e\u200fabc\u061c",
    "no character": "\uffff\U0010ffff",
    "long": "x" * 990_000,
}
DATES = {"first year": "0001-01-01", "last year": "9999-12-31", "no day": "2025-02-30", "empty": ""}
TIMES = {
    "first moment": "0001-01-01T00:00:00Z",
    "last moment": "9999-12-31T23:59:59.999999Z",
    "before the first": "0001-01-01T00:00:00+23:59",
    "after the last": "9999-12-31T23:59:59-23:59",
    "far east": "2026-01-01T00:00:00+23:59",
    "far west": "2026-01-01T00:00:00-23:59",
    "no zone": "2026-01-01T00:00:00",
}
LISTS: dict[str, list[Any]] = {"no items": []}


def variants(kind: mi.Type, content: Any) -> Iterator[tuple[str, Any]]:
    """(name, content) with one field at one edge each."""
    for path, edges in _fields(kind, content, ()):
        for name, value in edges.items():
            yield f"{'.'.join(map(str, path))}: {name}", _with(content, path, value)


def _fields(kind: mi.Type, value: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    match kind:
        case mi.Metadata():
            yield from _fields(kind.type, value, path)
        case mi.UnionType():
            plain = (mi.StrType, mi.DateType, mi.DateTimeType)
            chosen = [one for one in kind.types if not isinstance(one, mi.NoneType)]
            for one in chosen if any(isinstance(one, plain) for one in chosen) else chosen[:1]:
                yield from _fields(one, value, path)
        case mi.StructType() | mi.DataclassType() if isinstance(value, dict):
            for field in kind.fields:
                if field.encode_name in value:
                    yield from _fields(field.type, value[field.encode_name], (*path, field.encode_name))
        case mi.ListType() | mi.SetType() | mi.FrozenSetType() | mi.VarTupleType() | mi.CollectionType():
            yield path, LISTS
            if value:
                yield from _fields(kind.item_type, value[0], (*path, 0))
        case mi.DictType() if isinstance(value, dict):
            yield path, {"no entries": {}}
            for name in list(value)[:1]:
                yield from _fields(kind.value_type, value[name], (*path, name))
        case mi.StrType():
            yield path, TEXTS
        case mi.BytesType():
            yield (
                path,
                {name: base64.b64encode(text.encode()[:700_000]).decode() for name, text in TEXTS.items()},
            )
        case mi.DateType():
            yield path, DATES
        case mi.DateTimeType():
            yield path, TIMES


def _with(content: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    changed = copy.deepcopy(content)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return changed

"""As much of JSON Schema as the standards use: what is wrong with a value, and values that are right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

_TYPES = {
    "string": str,
    "object": dict,
    "array": list,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}
_FORMATS = {"uuid": UUID, "date-time": datetime.fromisoformat, "date": date.fromisoformat}


def faults(value: Any, schema: dict[str, Any], whole: dict[str, Any], path: str = "") -> Iterator[str]:
    """Everywhere that a value breaks its schema; `whole` is the document that references point into."""
    if "$ref" in schema:
        schema = _target(schema["$ref"], whole) | {
            name: one for name, one in schema.items() if name != "$ref"
        }
    for one in schema.get("allOf", ()):
        yield from faults(value, one, whole, path)
    if schema.get("anyOf") and all(list(faults(value, one, whole, path)) for one in schema["anyOf"]):
        yield f"{path}: none of the alternatives"
    kind = _TYPES.get(schema.get("type", ""), object)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind not in (bool, object)):
        yield f"{path}: not {schema['type']}"
    elif isinstance(value, dict):
        yield from _of_object(value, schema, whole, path)
    elif isinstance(value, list):
        if len(value) < schema.get("minItems", 0) or len(value) > schema.get("maxItems", len(value)):
            yield f"{path}: too few or too many"
        for at, inner in enumerate(value):
            yield from faults(inner, schema.get("items", {}), whole, f"{path}/{at}")
    else:
        yield from _of_value(value, schema, path)


def _of_object(
    value: dict[str, Any], schema: dict[str, Any], whole: dict[str, Any], path: str
) -> Iterator[str]:
    known = schema.get("properties", {})
    yield from (f"{path}/{name}: missing" for name in schema.get("required", ()) if name not in value)
    for name, inner in value.items():
        if name in known:
            yield from faults(inner, known[name], whole, f"{path}/{name}")
        elif schema.get("unevaluatedProperties") is False:
            yield f"{path}/{name}: unknown"


def _of_value(value: Any, schema: dict[str, Any], path: str) -> Iterator[str]:
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: not of the enumeration"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{path}: not of the pattern"
    if not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{path}: out of range"
    if check := _FORMATS.get(schema.get("format", "")):
        try:
            check(value)
        except ValueError:
            yield f"{path}: no {schema['format']}"


def _target(reference: str, whole: dict[str, Any]) -> dict[str, Any]:
    """References into files that are not there (NIEM) allow anything."""
    if not reference.startswith("#/"):
        return {}
    found: Any = whole
    for step in reference.removeprefix("#/").split("/"):
        found = found[step]
    return found


_WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)
_FROM, _TO = map(datetime.fromisoformat, ("1900-01-01", "2200-12-31"))
_MOMENTS = st.datetimes(_FROM, _TO, timezones=st.just(UTC)).map(datetime.isoformat)


def values(schema: dict[str, Any], whole: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that a schema allows."""
    if "$ref" in schema:
        return values(_target(schema["$ref"], whole), whole)
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "format" in schema:
        return {"uuid": st.uuids().map(str), "date-time": _MOMENTS, "date": st.dates().map(str)}[
            schema["format"]
        ]
    if schema["type"] == "object":
        return _objects(schema, whole)
    if schema["type"] == "array":
        return st.lists(values(schema["items"], whole), min_size=schema.get("minItems", 0), max_size=3)
    if "pattern" in schema:
        return st.from_regex(re.compile(schema["pattern"], re.ASCII), fullmatch=True)
    return {
        "string": _WORDS,
        "boolean": st.booleans(),
        "integer": st.integers(0, 10_000),
        "number": st.floats(schema.get("minimum", -1e6), schema.get("maximum", 1e6)),
    }[schema["type"]]


def _objects(schema: dict[str, Any], whole: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    properties = {name: values(one, whole) for name, one in schema["properties"].items()}
    needed = set(schema.get("required", ())) | {
        name for one in schema.get("anyOf", ())[:1] for name in one["required"]
    }
    return st.fixed_dictionaries(
        {name: one for name, one in properties.items() if name in needed},
        optional={name: one for name, one in properties.items() if name not in needed},
    )

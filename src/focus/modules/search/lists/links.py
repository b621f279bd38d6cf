"""Entities of FollowTheMoney that name others by id: those stand in them, as yente nests them.

A passport has its `holder`, a vehicle its `owner`. Ownership and directorship are entities between two
others: who owns or leads a thing becomes its property. The file is read three times, and never kept in memory
but for those that others name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

_NAMING: Final = {
    "Passport": ("holder",),
    "Identification": ("holder",),
    "Vehicle": ("owner", "operator"),
}
"""Schema → properties that name another entity."""
_BETWEEN: Final = {
    "Ownership": ("owner", "asset", "owner"),
    "Directorship": ("director", "organization", "director"),
}
"""Schema of a link → (who, of what, as which property of that)."""

Read = Callable[[Path], Iterator[tuple[int, Any]]]


def linked(read: Read, file: Path) -> Iterator[tuple[int, Any]]:
    """The lines of a file, each entity with those that it names."""
    links, named = _links(read(file))
    known = {each["id"]: _brief(each) for each in _entities(read(file)) if each["id"] in named}
    for line, element in read(file):
        if isinstance(element, dict):
            _nest(element, links, known)
        yield line, element


def _entities(lines: Iterable[tuple[int, Any]]) -> Iterator[dict[str, Any]]:
    for _, each in lines:
        if isinstance(each, dict) and isinstance(each.get("id"), str):
            yield each


def _links(lines: Iterable[tuple[int, Any]]) -> tuple[dict[str, dict[str, list[str]]], set[str]]:
    """(id → property → ids of those who stand between, everybody who is named)"""
    links: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    named: set[str] = set()
    for each in _entities(lines):
        schema = each.get("schema")
        for name in _NAMING.get(schema, ()) if isinstance(schema, str) else ():
            named.update(_ids(each, name))
        if isinstance(schema, str) and schema in _BETWEEN:
            who, of, as_ = _BETWEEN[schema]
            for thing in _ids(each, of):
                links[thing][as_] += _ids(each, who)
            named.update(_ids(each, who))
    return links, named


def _ids(entity: dict[str, Any], name: str) -> list[str]:
    properties = entity.get("properties")
    values = properties.get(name) if isinstance(properties, dict) else None
    return [value for value in values if isinstance(value, str)] if isinstance(values, list) else []


def _nest(element: dict[str, Any], links: dict[str, dict[str, list[str]]], known: dict[str, Any]) -> None:
    properties, key = element.get("properties"), element.get("id")
    if not isinstance(properties, dict):
        return
    schema = element.get("schema")
    names = set(_NAMING.get(schema, ())) if isinstance(schema, str) else set()
    between = links.get(key, {}) if isinstance(key, str) else {}
    for name in sorted(names | set(between)):
        others = dict.fromkeys([*_ids(element, name), *between.get(name, [])])
        given = properties.get(name) or []
        if not isinstance(given, list):
            continue  # It stays as it is: whoever reads it says that it is of another shape.
        whole = [value for value in given if isinstance(value, dict)]
        if others or whole:
            properties[name] = [*whole, *(known.get(one) or _stranger(one) for one in others)]


def _stranger(id_: str) -> dict[str, Any]:
    """Who is named and not in the file."""
    return {"id": id_, "caption": id_, "schema": "Thing", "properties": {}}


def _brief(entity: dict[str, Any]) -> dict[str, Any]:
    """Without those that it names in its turn."""
    return {
        name: entity[name] for name in ("id", "caption", "schema", "properties", "datasets") if name in entity
    }

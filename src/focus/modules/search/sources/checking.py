"""Every fault of a source's file at once: where, what is wrong, what would be right."""

from __future__ import annotations

import types
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec


class Fault(msgspec.Struct, frozen=True):
    """`path` as in `map[0].facts.colour`; counted from 0."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class FileFault(msgspec.Struct, frozen=True):
    """A fault with its file and the line, from 1; 0: of the file as a whole."""

    file: Path
    fault: Fault
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.fault}" if self.line else f"{self.file}: {self.fault}"


def faults_of(value: Any, wanted: Any, path: str = "") -> Iterator[Fault]:
    """What keeps a decoded value from being `wanted` (a struct, or a type made of structs)."""
    if wanted is Any:
        return
    if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
        yield from _of_struct(value, wanted, path)
        return
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        yield from _of_union(value, inner, path)
    elif origin is list or origin is tuple:
        yield from _of_list(value, inner[0], path)
    elif origin is dict:
        yield from _of_table(value, inner[1], path)
    elif origin is Literal:
        if value not in inner:
            yield Fault(
                path, f"{_told(value)} is none of {', '.join(map(str, inner))}{_nearest(value, inner)}"
            )
    elif not _is(value, wanted):
        yield Fault(path, f"{_told(value)} where {_named(wanted)} is needed")


def _of_struct(value: Any, wanted: type[msgspec.Struct], path: str) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(path, f"{_told(value)} where a table is needed")
        return
    fields = {f.encode_name: f for f in msgspec.structs.fields(wanted)}
    hints = get_type_hints(wanted)
    for key in value:
        if key not in fields:
            yield Fault(
                _below(path, key), f"no such field{_nearest(key, fields)}; there are {', '.join(fields)}"
            )
    for key, field in fields.items():
        if key in value:
            yield from faults_of(value[key], hints[field.name], _below(path, key))
        elif field.required:
            yield Fault(_below(path, key), f"is missing; {_named(hints[field.name])} is needed")


def _of_union(value: Any, choices: tuple[Any, ...], path: str) -> Iterator[Fault]:
    """The faults against the choice that has the value's own shape."""
    if value is None and type(None) in choices:
        return
    shape = [choice for choice in choices if _shaped(value, choice)]
    if not shape:
        yield Fault(path, f"{_told(value)} where {_named_any(choices)} is needed")
        return
    found = [list(faults_of(value, choice, path)) for choice in shape]
    yield from min(found, key=len)


def _shaped(value: Any, choice: Any) -> bool:
    if isinstance(choice, type) and issubclass(choice, msgspec.Struct):
        return isinstance(value, dict)
    origin = get_origin(choice) or choice
    if origin is Literal:
        return isinstance(value, str)
    return origin is not type(None) and isinstance(origin, type) and _is(value, origin)


def _of_list(value: Any, inner: Any, path: str) -> Iterator[Fault]:
    if not isinstance(value, list):
        yield Fault(path, f"{_told(value)} where a list is needed: [{_told(value)}]")
        return
    for at, element in enumerate(value):
        yield from faults_of(element, inner, f"{path}[{at}]")


def _of_table(value: Any, inner: Any, path: str) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(path, f"{_told(value)} where a table is needed")
        return
    for key, element in value.items():
        yield from faults_of(element, inner, _below(path, key))


def _is(value: Any, wanted: type) -> bool:
    if wanted is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool))


def _below(path: str, key: str) -> str:
    return f"{path}.{key}" if path else str(key)


def _nearest(value: Any, choices: Any) -> str:
    near = get_close_matches(str(value), [str(c) for c in choices], n=1)
    return f" (did you mean {near[0]}?)" if near else ""


def unknown_word(word: str, known: Any, *, what: str) -> str:
    """`colr is no fact of the vocabulary (did you mean colour?)`"""
    return f"{word} is no {what} of the vocabulary{_nearest(word, known)}"


def _told(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value[:40]}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, list) else str(value)


def _named(wanted: Any) -> str:
    if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
        return "a table"
    names = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}
    if wanted in names:
        return names[wanted]
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return _named_any(inner)
    if origin is Literal:
        return f"one of {', '.join(map(str, inner))}"
    return {list: "a list", tuple: "a list", dict: "a table"}.get(origin, "something else")


def _named_any(choices: tuple[Any, ...]) -> str:
    return " or ".join(_named(c) for c in choices if c is not type(None))

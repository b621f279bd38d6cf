"""Octets to a tree of objects, lists and values: JSON and XML alike, safely."""

from __future__ import annotations

import json
import math
from typing import Any, Final

from focus.modules.incidents.messages.limits import DEEPEST, MOST_OCTETS, MOST_PARTS
from focus.modules.incidents.messages.unreadable import Unreadable

Tree = dict[str, Any]
"""Names to objects, lists, texts, numbers, booleans and null. The reader's own copy: it may be taken apart.
"""
_LEAST: Final = -(2**63)
_MOST: Final = 2**63 - 1
_BOM: Final = b"\xef\xbb\xbf"


def sized(octets: bytes) -> bytes:
    """The octets as they are. Raises `Unreadable` too_large."""
    if len(octets) > MOST_OCTETS:
        raise Unreadable("too_large", detail=f"{len(octets)} octets, at most {MOST_OCTETS}")
    return octets


def json_tree(octets: bytes) -> Tree:
    """A JSON object (RFC 8259, UTF-8) as a tree.

    Numbers with a point are IEEE 754 doubles. An object that gives a name twice is refused, because whichever
    is kept, the other would be lost. Raises `Unreadable`.
    """
    text = _decoded(sized(octets).removeprefix(_BOM))
    try:
        tree = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number, parse_float=_finite)
    except RecursionError:
        raise Unreadable("too_deep", detail=f"at most {DEEPEST}") from None
    except json.JSONDecodeError as problem:
        raise Unreadable(
            "malformed", detail=f"no JSON at line {problem.lineno}, column {problem.colno}"
        ) from None
    except ValueError:
        raise Unreadable("malformed", detail="a number of too many digits") from None
    if not isinstance(tree, dict):
        raise Unreadable("wrong_type", detail="an object is expected")
    check(tree)
    return tree


def check(tree: Tree) -> None:
    """Raises `Unreadable` where a tree is too deep, too large, or holds what nothing can store."""
    waiting: list[tuple[str, Any, int]] = [("", tree, 1)]
    count = 0
    while waiting:
        path, value, depth = waiting.pop()
        count += 1
        if count > MOST_PARTS:
            raise Unreadable("too_many_parts", detail=f"at most {MOST_PARTS}")
        if depth > DEEPEST:
            raise Unreadable("too_deep", detail=f"at most {DEEPEST}")
        if isinstance(value, str):
            _storable(value, path)
        elif isinstance(value, int) and not _LEAST <= value <= _MOST:
            raise Unreadable("out_of_range", path, "a whole number of 64 bits")
        elif isinstance(value, dict):
            for name, inner in value.items():
                _storable(name, path)
                waiting.append((f"{path}/{escaped(name)}", inner, depth + 1))
        elif isinstance(value, list):
            waiting.extend((f"{path}/{at}", inner, depth + 1) for at, inner in enumerate(value))


def escaped(name: str) -> str:
    """A name as a step of a JSON pointer."""
    return name.replace("~", "~0").replace("/", "~1")


def _decoded(octets: bytes) -> str:
    try:
        return octets.decode()
    except UnicodeDecodeError as problem:
        raise Unreadable("encoding", detail=f"no UTF-8 at octet {problem.start}") from None


def _storable(text: str, path: str) -> None:
    """PostgreSQL keeps no NUL, and UTF-8 has no half of a surrogate pair."""
    if "\0" in text:
        raise Unreadable("unstorable_text", path, "NUL")
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise Unreadable("unstorable_text", path, "half of a surrogate pair")


def _once(pairs: list[tuple[str, Any]]) -> Tree:
    tree = dict(pairs)
    if len(tree) != len(pairs):
        raise Unreadable("duplicate_name", detail="an object gives one name twice")
    return tree


def _no_number(_: str) -> float:
    raise Unreadable("malformed", detail="NaN and Infinity are no JSON")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise Unreadable("out_of_range", detail="a number beyond what a double holds")
    return number

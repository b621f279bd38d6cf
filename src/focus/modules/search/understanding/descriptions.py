"""Descriptions without a name or number: `grijze golf`, `VW caddy grijs`, `man met zwarte jas`."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from focus.modules.search.understanding import names
from focus.modules.search.understanding.folding import words
from focus.modules.search.understanding.known import Known


@cache
def _words(kind: str) -> frozenset[str]:
    text = resources.files(__package__).joinpath("data", "descriptions.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines())
    return frozenset(word for row in rows if row[0] == f"{kind}:" for word in row[1:])


_COLOURS = _words("colour")
_VEHICLES = _words("vehicle")
_PERSONS = _words("person")
_FILLING = _words("filling")
_COUNTED = re.compile(r"(?=.{0,2}\d)\w{1,3}")
"""`x5`, `3x`, `2`: a model or a number of things."""
_ALL = _COLOURS | _VEHICLES | _PERSONS | _FILLING


def is_anybody(text: str) -> bool:
    """`man`, `femme`: who is called so beside an age is no name."""
    return words(text) in _PERSONS


def is_description(text: str, known: Known) -> bool:
    """Whether a text only says how somebody or something looks."""
    said = [word for word in words(text).split(" ") if word in _ALL or not _COUNTED.fullmatch(word)] or [""]
    telling = [word for word in said if word in _ALL - _FILLING]
    if len(said) == 1:
        return bool(telling) and said[0] in _VEHICLES and known.leaning(said[0]) == 0
    others = [word for word in said if word not in _ALL]
    if not telling:
        return False
    if names.recognised(text) == 2 and _VEHICLES.isdisjoint(said):
        return False
    if not others:
        return len(telling) > 1 or len(said) > 2 or said[0] in _PERSONS
    pair = any(word in _COLOURS for word in telling) and any(word in _VEHICLES for word in telling)
    return pair and len(others) * 2 < len(said)

"""Descriptions without a name or number: `grijze golf`, `VW caddy grijs`, `man met zwarte jas`."""

from __future__ import annotations

from functools import cache
from importlib import resources

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
_ALL = _COLOURS | _VEHICLES | _PERSONS | _FILLING


def is_description(text: str, known: Known) -> bool:
    """Whether a text only says how somebody or something looks."""
    said = words(text).split(" ")
    telling = [word for word in said if word in _ALL - _FILLING]
    if len(said) == 1:
        return bool(telling) and said[0] in _VEHICLES and known.leaning(said[0]) == 0
    others = [word for word in said if word not in _ALL]
    if not telling:
        return False
    if not others:
        return len(telling) > 1 or len(said) > 2 or said[0] in _PERSONS
    pair = any(word in _COLOURS for word in telling) and any(word in _VEHICLES for word in telling)
    return pair and len(others) * 2 < len(said)

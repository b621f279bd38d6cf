"""Belgian municipalities and larger localities as people write them in Dutch, French and German."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import NamedTuple

from focus.modules.search.understanding.folding import words

LONGEST_NAME = 5
"""Words of the longest name of a place that is looked for."""


class _Book(NamedTuple):
    names: frozenset[str]
    postcodes: frozenset[str]


def is_place(name: str) -> bool:
    """Whether a place of Belgium is called so; capitals, accents and hyphens do not matter."""
    return words(name) in _book().names


def is_postcode(number: str) -> bool:
    """Whether a Belgian municipality has this postcode."""
    return number in _book().postcodes


@cache
def _book() -> _Book:
    text = resources.files(__package__).joinpath("data", "places.txt").read_text(encoding="utf-8")
    names: set[str] = set()
    postcodes: set[str] = set()
    for line in text.splitlines():
        if not line.startswith("#"):
            codes, _, called = line.partition("|")
            postcodes.update(codes.split(",") if codes else ())
            names.update(form for name in called.split(",") for form in _forms(words(name)))
    return _Book(frozenset(names), frozenset(postcodes))


def _forms(name: str) -> tuple[str, ...]:
    """`Sint-Truiden` is written St-Truiden as well."""
    for whole, short in (("sint ", "st "), ("sainte ", "ste "), ("saint ", "st ")):
        if name.startswith(whole):
            return name, short + name.removeprefix(whole)
    return (name,)

"""What a stored name is found by, and what of a question is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from msgspec.structs import replace

from focus.core.names import given
from focus.core.names.parts import Part, parts_of

_HALVED: Final = re.compile(r"((?:[^\W\d_]|[ '’-])+), ((?:[^\W\d_]|[ -])*[^\W\d_]{4,})")
"""Surname, given names, and no title, abbreviation or particle behind them."""
_ANYBODY: Final = "Peeters"
_MOST_PAIRS: Final = 12
_MOST_SLOTS: Final = 8
_SHORTEST_HALF: Final = 2
_ALSO_GIVEN: Final = frozenset(("van", "de", "di", "da", "le", "la", "al", "el", "an", "ben"))
"""Particles that are given names too: `Van Waerde` may be a surname alone."""


class Slot(NamedTuple):
    """A word to look up and the parts of the question that it stands for."""

    part: Part
    parts: frozenset[int]

    @property
    def texts(self) -> tuple[str, ...]:
        """The ways in which it may be stored, itself first."""
        core = (self.part.core,) if len(self.part.core) > 2 else ()
        return tuple(dict.fromkeys((self.part.full, *self.part.others, *core)))


def pairs_of(name: str) -> tuple[tuple[Part, Part], ...]:
    """(surname, given name) for all of a stored name: each surname with each given name.

    A name of one part is a pair with itself; where the writing does not say which is which, we guess,
    and the search looks both ways round.
    """
    parts = _parts(name)
    if len(parts) < 2:
        return ((parts[0], parts[0]),) if parts else ()
    families, givens = _split(parts)
    return tuple((family, own) for family in families for own in givens)[:_MOST_PAIRS]


def _parts(name: str) -> tuple[Part, ...]:
    """As `parts_of`; the usual writing is taken apart by halves, of which a register repeats most."""
    halved = _HALVED.fullmatch(name)
    families = _families(halved[1]) if halved else ()
    return families + _givens(halved[2]) if halved and families else parts_of(name)


@lru_cache(maxsize=262_144)
def _families(text: str) -> tuple[Part, ...]:
    return parts_of(f"{text}, {_ANYBODY}")[:-1]


@lru_cache(maxsize=262_144)
def _givens(text: str) -> tuple[Part, ...]:
    return parts_of(f"{_ANYBODY}, {text}")[1:]


def _split(parts: tuple[Part, ...]) -> tuple[list[Part], list[Part]]:
    families = [part for part in parts if part.role == "f"]
    givens = [part for part in parts if part.role != "f"]
    if families and givens:
        return families, givens
    if families:
        return families[:1], families[1:]
    firm = [part for part in parts if not part.loose] or list(parts)
    at = 0 if _looks_given(firm[-1]) and not _looks_given(firm[0]) else len(firm) - 1
    others = [part for part in parts if part is not firm[at]]
    middle = firm[1:-1] if len(firm) > 2 else []
    first = firm[0] if at else firm[-1]
    return [firm[at], *(part for part in middle if not _looks_given(part))], [first, *_without(others, first)]


def _without(parts: Iterable[Part], gone: Part) -> list[Part]:
    return [part for part in parts if part is not gone]


def _looks_given(part: Part) -> bool:
    return bool(given.sex(part.full)) and part.role != "f"


def aliases_of(part: Part) -> list[str]:
    """Other forms under which a word is found: without particles, with marks written out."""
    core = [part.core] if part.core != part.full and len(part.core) > 2 else []
    return [*core, *(other for other in part.others if other and other != part.full)]


def slots_of(name: str) -> list[Slot]:
    """The parts of a question, then neighbours as one word: `Xiao Ming`, `Xiaoming`."""
    parts = parts_of(name)[:6]
    slots = [Slot(part, frozenset((i,))) for i, part in enumerate(parts)]
    for i, (one, two) in enumerate(pairwise(parts)):
        named = not one.initial and not two.initial and one.role == two.role
        if named and (len(parts) > 2 or one.full in _ALSO_GIVEN):
            word = one.full + two.full
            slots.append(Slot(replace(one, full=word, core=word, others=()), frozenset((i, i + 1))))
    return slots[:_MOST_SLOTS]


def halves(word: str) -> list[tuple[str, str]]:
    """The ways to take a word apart."""
    return [(word[:i], word[i:]) for i in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1)]

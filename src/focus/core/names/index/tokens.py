"""What a stored name is found by, and what of a question is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, combinations, islice, pairwise, product
from typing import Final, NamedTuple

from msgspec.structs import replace
from rapidfuzz.distance import OSA

from focus.core.names import given, tables
from focus.core.names.parts import Part, parts_of
from focus.core.names.scripts import latin

_SURNAME: Final = re.compile(r"(?:[^\W\d_]|[ '’-])+")
"""No title with a dot, no second comma."""
_ANYBODY: Final = "Peeters"
_MOST_PAIRS: Final = 16
_MOST_SLOTS: Final = 8
_SHORTEST_HALF: Final = 2
_PARTICLES: Final = tables.words("particle")
_NOT_ALONE: Final = _PARTICLES.union(
    *(
        tables.words(kind)
        for kind in ("title", "rank", "suffix", "formerly", "called", "son", "article", "faith")
    )
)
_USUAL: Final = ("van", "der", "den", "de", "el", "al", "ben")
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
    """(surname, given name) for all of a stored name: each with each, then any two of a kind.

    A name of one part is a pair with itself; where the writing does not say which is which, we guess,
    and the search looks both ways round.
    """
    parts = _parts(name)
    if len(parts) < 2:
        return ((parts[0], parts[0]),) if parts else ()
    families, givens = _split(parts)
    return tuple(
        islice(
            chain(product(families, givens), combinations(families, 2), combinations(givens, 2)), _MOST_PAIRS
        )
    )


def _parts(name: str) -> tuple[Part, ...]:
    """As `parts_of`; the usual writing is taken apart by its words, of which a register repeats most."""
    surname, comma, given_names = name.partition(", ")
    if comma:
        families = _families(surname)
        givens = _givens(given_names) if families else ()
        if givens:
            return families + givens
    return parts_of(name)


@lru_cache(maxsize=262_144)
def _families(text: str) -> tuple[Part, ...]:
    """The parts of a surname; none when more must be seen to take it apart."""
    return parts_of(f"{text}, {_ANYBODY}")[:-1] if _SURNAME.fullmatch(text) else ()


def _givens(text: str) -> tuple[Part, ...]:
    """Word by word; none when one of them says something about its neighbour."""
    found: tuple[Part, ...] = ()
    for word in text.split():
        parts = _given(word)
        if not parts:
            return ()
        found += parts
    return found


@lru_cache(maxsize=262_144)
def _given(word: str) -> tuple[Part, ...]:
    plain = latin(word).replace("-", "")
    alone = len(plain) > 1 and plain.isalpha() and plain not in _NOT_ALONE and plain[:3] != "abd"
    return parts_of(f"{_ANYBODY}, {word}")[1:] if alone else ()


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


def otherwise(name: str) -> list[str]:
    """Other readings of a question: `Maes An`, where `an` might be a particle; `Jan vna der Elst`."""
    words = name.split()
    if len(words) < 2 or "," in name:
        return []
    found = []
    for at in (0, len(words) - 1):
        own = words[at].lower()
        if own in _PARTICLES and given.sex(own):
            found.append(f"{' '.join(words[:at] + words[at + 1 :])}, {words[at]}")
    mended = [_particle(word) for word in words[:-1]] + words[-1:]
    if mended != words:
        found.append(" ".join(mended))
    return found


def _particle(word: str) -> str:
    """The particle that a short word without meaning is a slip away from, or the word itself."""
    low = word.lower()
    known = low in _PARTICLES or given.sex(low) or low in given.families()
    if known or not 2 <= len(low) <= 4:
        return word
    return next((each for each in _USUAL if OSA.distance(low, each, score_cutoff=1) <= 1), word)


def halves(word: str) -> list[tuple[str, str]]:
    """The ways to take a word apart."""
    return [(word[:i], word[i:]) for i in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1)]

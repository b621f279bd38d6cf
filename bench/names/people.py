"""A country's register for the benchmark: the world's people, with as many different names as life has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bench.names.surnames import rare_given, rare_surnames
from focus.core.names import Entry
from world.chance import zipf
from world.names import Culture, vocabulary
from world.people.households import make_households
from world.people.population import Population

_CHUNK = 50_000
_RARE_SURNAME = 0.45
_RARE_GIVEN = 0.12
_NO_DATE, _YEAR_ONLY = 0.002, 0.004
_NONE = 65_535

__all__ = ["Person", "Population", "Register"]


@dataclass(frozen=True)
class Person:
    """One row of the register."""

    id: str
    surname: str
    given: tuple[str, ...]
    born: str
    culture: Culture
    surnames: tuple[str, ...]
    """Two for a child that bears both parents'."""

    @property
    def name(self) -> str:
        """As the register writes it."""
        return f"{self.surname}, {' '.join(self.given)}"


class Register:
    """`persons` people; the same seed and size give the same. 60 octets a person in memory."""

    def __init__(self, *, persons: int, seed: int = 1) -> None:
        self.persons, self._seed = persons, seed
        words = vocabulary()
        columns = make_households(seed, persons)
        chance = np.random.default_rng([seed, 0x4E414D45])
        self._culture = columns["culture"]
        self._surname = columns["surname"].astype(np.int32)
        self._surname2, self._given2 = (columns[name].astype(np.int32) for name in ("surname2", "given2"))
        self._given = columns["given"].astype(np.int32)
        self._surnames, self._givens = list(words.surnames), list(words.given)
        self._add_rare(chance, columns["household"])
        self._birth = columns["birth"]
        luck = chance.random(persons)
        self._known = np.where(luck < _NO_DATE, 0, np.where(luck < _NO_DATE + _YEAR_ONLY, 4, 10)).astype(
            np.uint8
        )

    def _add_rare(self, chance: np.random.Generator, household: NDArray[np.int32]) -> None:
        """A share of families bears a rare name, a share of people has a rare given name."""
        families = int(household[-1]) + 1
        rare = (chance.random(families) < _RARE_SURNAME)[household]
        draw = chance.random(families)[household]
        for culture, names in rare_surnames(self._seed).items():
            here = np.flatnonzero(rare & (self._culture == culture))
            edges = np.cumsum(zipf(len(names), exponent=0.45))
            picked = np.minimum(np.searchsorted(edges, draw[here]), len(names) - 1)
            self._surname[here] = len(self._surnames) + picked
            self._surnames += names
        given = rare_given(self._seed)
        here = np.flatnonzero(chance.random(self.persons) < _RARE_GIVEN)
        edges = np.cumsum(zipf(len(given), exponent=0.6))
        picked = np.minimum(np.searchsorted(edges, chance.random(len(here))), len(given) - 1)
        self._given[here] = len(self._givens) + picked
        self._givens += given

    @cached_property
    def different(self) -> tuple[int, int]:
        """How many surnames and given names occur."""
        return len(np.unique(self._surname)), len(np.unique(self._given))

    def person(self, row: int) -> Person:
        """The person of a row."""
        return next(self._people(row, row + 1))

    def entries(self, first: int) -> Iterator[Entry]:
        """All from a row on, as a load takes them."""
        for start in range(first, self.persons, _CHUNK):
            for person in self._people(start, min(start + _CHUNK, self.persons)):
                yield Entry(person.id, person.name, person.born or None)

    def _people(self, first: int, last: int) -> Iterator[Person]:
        rows = slice(first, last)
        dates = np.datetime_as_string(self._birth[rows].astype("datetime64[D]")).tolist()
        columns = (self._surname, self._surname2, self._given, self._given2, self._known, self._culture)
        surnames, givens = self._surnames, self._givens
        for row, (date, s, s2, g, g2, known, culture) in enumerate(
            zip(dates, *(column[rows].tolist() for column in columns), strict=True), first
        ):
            surname = surnames[s] if s2 == _NONE else f"{surnames[s]} {surnames[s2]}"
            given = (givens[g],) if g2 == _NONE else (givens[g], givens[g2])
            both = (surnames[s],) if s2 == _NONE else (surnames[s], surnames[s2])
            yield Person(f"{row:011}", surname, given, date[:known], Culture(culture), both)

"""The gazetteer: every street of the address register, read from a file into memory.

Columns as in Belgium's BeSt Address open data: `street_nl,street_fr,street_de,postcode,municipality_nl,
municipality_fr,municipality_de`, UTF-8, header required, further columns left out.
"""

from __future__ import annotations

import csv
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import OSA

from focus.modules.search.understanding import street_words
from focus.modules.search.understanding.folding import words

COLUMNS = (
    "street_nl", "street_fr", "street_de",
    "postcode", "municipality_nl", "municipality_fr", "municipality_de",
)  # fmt: skip
_SAME_BEGINNING = 3
_MOST_NEAR = 3


class Place(NamedTuple):
    """A postcode with its municipality in the languages that it has."""

    postcode: str
    names: tuple[str, ...]


class Street(NamedTuple):
    """A street as the register writes it, and where there is one of that name."""

    name: str
    places: tuple[Place, ...]


class Streets:
    """Streets by name, in any of their languages."""

    def __init__(self, rows: Iterable[tuple[tuple[str, ...], Place]]) -> None:
        names: dict[str, int] = {}
        places: dict[Place, int] = {}
        found: set[tuple[int, int]] = set()
        for streets, place in rows:
            at = places.setdefault(place, len(places))
            found.update((names.setdefault(street, len(names)), at) for street in streets)
        self._names, self._places = list(names), list(places)
        keyed = [street_words.key(name) for name in names]
        self._keys: list[str] = []
        self._first, self._name, self._place = array("I"), array("I"), array("I")
        self._of_place: dict[int, array[int]] = {at: array("I") for at in places.values()}
        for name, at in sorted(found, key=lambda pair: (keyed[pair[0]], pair)):
            if not self._keys or keyed[name] != self._keys[-1]:
                self._keys.append(keyed[name])
                self._first.append(len(self._name))
            self._name.append(name)
            self._place.append(at)
            self._of_place[at].append(len(self._keys) - 1)
        self._first.append(len(self._name))
        self._by_town = self._towns()

    @classmethod
    def read(cls, file: Path) -> Streets:
        """Of a CSV file. Raises ValueError with one sentence: what is wrong, and in which line."""
        try:
            with file.open(encoding="utf-8-sig", newline="") as lines:
                return cls(_rows(file, csv.reader(lines, strict=True)))
        except OSError as problem:
            raise ValueError(f"{file} cannot be read: {problem.strerror}") from None
        except UnicodeDecodeError:
            raise ValueError(f"{file} is not UTF-8") from None
        except csv.Error as problem:
            raise ValueError(f"{file} is no CSV: {problem}") from None

    def __len__(self) -> int:
        return len(self._name)

    def has_place(self, name: str) -> bool:
        """Whether a municipality of the register is called so, in any language."""
        return words(name) in self._by_town

    def find(self, street: str, *, postcode: str = "", municipality: str = "") -> tuple[Street, ...]:
        """The streets that are called so, perhaps cut short (`bosdr.`, `St-Jansstr`), there or anywhere."""
        within = self._within(postcode, municipality)
        found: dict[int, list[Place]] = {}
        for key in street_words.keys(street):
            at = bisect_left(self._keys, key)
            if at < len(self._keys) and self._keys[at] == key:
                self._take(at, within, found)
        return self._told(found)

    def near(self, street: str, *, postcode: str = "", municipality: str = "") -> tuple[Street, ...]:
        """Streets whose name is one slip away: a letter too many, too few, another, or two exchanged."""
        within = self._within(postcode, municipality)
        found: dict[int, list[Place]] = {}
        for key in street_words.keys(street):
            if len(key) < 6:
                continue
            for at in self._candidates(key, within):
                if OSA.distance(key, self._keys[at], score_cutoff=1) == 1:
                    self._take(at, within, found)
        return self._told(found)[:_MOST_NEAR]

    def covers(self, postcode: str, municipality: str) -> bool:
        """Whether the register would know a street there; without a place, whether it knows any."""
        if not postcode and not municipality:
            return bool(self._name)
        return self._within(postcode, municipality) is not None

    def _candidates(self, key: str, within: frozenset[int] | None) -> Iterator[int]:
        if within is not None and len(within) <= 20:
            for place in within:
                yield from self._of_place[place]
            return
        begun = key[:_SAME_BEGINNING]
        at = bisect_left(self._keys, begun)
        while at < len(self._keys) and self._keys[at].startswith(begun):
            if abs(len(self._keys[at]) - len(key)) <= 1:
                yield at
            at += 1

    def _take(self, at: int, within: frozenset[int] | None, found: dict[int, list[Place]]) -> None:
        for row in range(self._first[at], self._first[at + 1]):
            if within is None or self._place[row] in within:
                found.setdefault(self._name[row], []).append(self._places[self._place[row]])

    def _told(self, found: Mapping[int, list[Place]]) -> tuple[Street, ...]:
        return tuple(Street(self._names[name], tuple(dict.fromkeys(at))) for name, at in found.items())

    def _within(self, postcode: str, municipality: str) -> frozenset[int] | None:
        """The places meant; None where none was said, or none that the register knows."""
        by_code = self._by_town.get(postcode) if postcode else None
        by_name = self._by_town.get(words(municipality)) if municipality else None
        if by_code and by_name and by_code & by_name:
            return by_code & by_name
        return by_code or by_name

    def _towns(self) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for at, place in enumerate(self._places):
            for name in (place.postcode, *map(words, place.names)):
                found.setdefault(name, set()).add(at)
        return {name: frozenset(at) for name, at in found.items()}


def _rows(file: Path, lines: Iterator[list[str]]) -> Iterator[tuple[tuple[str, ...], Place]]:
    header = next(lines, [])
    missing = [column for column in COLUMNS if column not in header]
    if missing:
        raise ValueError(f"{file}, line 1: the header lacks {', '.join(missing)}")
    pick = itemgetter(*map(header.index, COLUMNS))
    known: dict[tuple[str, ...], Place | None] = {}
    for number, line in enumerate(lines, 2):
        said = pick(line) if len(line) == len(header) else ("",) * len(COLUMNS)
        town = said[3:]
        if town not in known:
            known[town] = _place(town)
        streets = tuple({street.strip(): None for street in said[:3] if street.strip()})
        if not streets or (place := known[town]) is None:
            raise ValueError(
                f"{file}, line {number}: it must hold a street, a postcode in digits and a municipality"
            )
        yield streets, place


def _place(town: tuple[str, ...]) -> Place | None:
    postcode, *names = (said.strip() for said in town)
    called = tuple(dict.fromkeys(filter(None, names)))
    return Place(postcode, called) if called and postcode.isascii() and postcode.isdigit() else None

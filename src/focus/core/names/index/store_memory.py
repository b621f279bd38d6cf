"""Entries in this process: for lists of some thousands and for tests."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator

import numpy as np

from focus.core.names.index.dates import number_of
from focus.core.names.index.pairs import Pairs
from focus.core.names.index.store import Entry, Numbers, Rows, Stored, Words
from focus.core.names.index.tokens import aliases_of, pairs_of
from focus.core.names.index.vocabulary import Vocabulary, Word

_Row = tuple[int, int, int, int]


class MemoryStore:
    """The store of `Index.of`. Additions and removals are seen by the next search."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._numbers: dict[str, int] = {}
        self._aliases: dict[str, set[str]] = {}
        self._entries: dict[int, Stored] = {}
        self._by_id: dict[str, int] = {}
        self._by_pair: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        self._by_born: dict[int, set[_Row]] = defaultdict(set)
        self._last = 0
        self._words: Words | None = None
        self.put(entries)

    def put(self, entries: Iterable[Entry]) -> None:
        """Add entries; one whose id is known is replaced."""
        for entry in entries:
            self.remove([entry.id])
            self._last += 1
            stored = Stored(self._last, entry.id, entry.name, number_of(entry.born))
            self._entries[stored.number] = stored
            self._by_id[entry.id] = stored.number
            for family, given in self._pairs(stored):
                insort(self._by_pair[family, given], (stored.born, stored.number))
                self._by_born[stored.born].add((family, given, stored.born, stored.number))
        self._words = None

    def remove(self, ids: Iterable[str]) -> None:
        """Forget entries; an id that is not known says nothing."""
        for each in ids:
            stored = self._entries.pop(self._by_id.pop(each, 0), None)
            if stored is None:
                continue
            for family, given in self._pairs(stored):
                self._by_pair[family, given].remove((stored.born, stored.number))
                self._by_born[stored.born].discard((family, given, stored.born, stored.number))

    def _pairs(self, stored: Stored) -> Iterator[tuple[int, int]]:
        for pair in dict.fromkeys(pairs_of(stored.name)):
            for part in pair:
                self._numbers.setdefault(part.full, len(self._numbers) + 1)
                self._aliases.setdefault(part.full, set()).update(aliases_of(part))
            yield self._numbers[pair[0].full], self._numbers[pair[1].full]

    async def words(self) -> Words:
        """The vocabulary, made anew after a change."""
        if self._words is None:
            words = [
                Word(number, text, tuple(sorted(self._aliases[text])))
                for text, number in self._numbers.items()
            ]
            pairs = Pairs.for_(len(self._by_pair))
            held = np.array([pair for pair, found in self._by_pair.items() if found], np.int32).reshape(-1, 2)
            pairs.add(held[:, 0], held[:, 1])
            self._words = Words(Vocabulary.of(words), Vocabulary.of([], first=len(words) + 1), pairs)
        return self._words

    async def born_on(self, born: int) -> Rows:
        """All pairs of those born on a date."""
        return _rows(sorted(self._by_born.get(born, ())))

    async def with_pairs(self, family: Numbers, given: Numbers, most: Numbers) -> Rows:
        """Entries for each pair."""
        asked = zip(_zipped(family, given), most.tolist(), strict=True)
        return _rows([row for pair, count in asked for row in self._of(pair)[:count]])

    async def with_pairs_on(self, family: Numbers, given: Numbers, dates: tuple[int, ...], most: int) -> Rows:
        """The same with one of these birth dates."""
        wanted = set(dates)
        found = ([row for row in self._of(pair) if row[2] in wanted] for pair in _zipped(family, given))
        return _rows([row for rows in found for row in rows[:most]])

    async def with_pairs_between(
        self, family: Numbers, given: Numbers, first: int, last: int, most: int
    ) -> Rows:
        """The same with a birth date in this span, or none."""
        found = (
            [row for row in self._of(pair) if first <= row[2] <= last or not row[2]]
            for pair in _zipped(family, given)
        )
        return _rows([row for rows in found for row in rows[:most]])

    async def with_both(
        self, one: tuple[Numbers, Numbers], other: tuple[Numbers, Numbers], most: int
    ) -> Rows:
        """Entries that have both pairs."""
        found = []
        for pair, further in zip(_zipped(*one), _zipped(*other), strict=True):
            also = set(self._by_pair.get(further, ()))
            found += [row for row in self._of(pair) if row[2:] in also][:most]
        return _rows(found)

    async def with_family(self, family: Numbers, first: int, last: int, most: int) -> Rows:
        """Up to `most` entries for each surname."""
        found = []
        for wanted in family.tolist():
            pairs = sorted(pair for pair in self._by_pair if pair[0] == wanted)
            rows = [row for pair in pairs for row in self._of(pair) if first <= row[2] <= last]
            found += rows[:most]
        return _rows(found)

    async def entries(self, numbers: Numbers) -> list[Stored]:
        """These entries."""
        return [self._entries[each] for each in numbers.tolist() if each in self._entries]

    def _of(self, pair: tuple[int, int]) -> list[_Row]:
        return [(*pair, born, number) for born, number in self._by_pair.get(pair, ())]


def _zipped(family: Numbers, given: Numbers) -> list[tuple[int, int]]:
    return list(zip(family.tolist(), given.tolist(), strict=True))


def _rows(found: list[_Row]) -> Rows:
    table = np.array(found, np.int32).reshape(-1, 4)
    return Rows(table[:, 0], table[:, 1], table[:, 2], table[:, 3])

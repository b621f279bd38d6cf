"""What a search needs of the place where entries are kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from focus.core.names.index.pairs import Pairs
from focus.core.names.index.vocabulary import Likely, Vocabulary, Word, merged

Numbers = NDArray[np.int32]


class Entry(NamedTuple):
    """Somebody to be found. `born` whole or in part: a date, `1985-03`, `1985`, None."""

    id: str
    name: str
    """As written; `Surname, Given names` where the source tells them apart."""
    born: date | str | None = None


class Stored(NamedTuple):
    """An entry as a store holds it."""

    number: int
    id: str
    name: str
    born: int


class Rows(NamedTuple):
    """Pairs of words with the entries they belong to, and their birth dates."""

    family: Numbers
    given: Numbers
    born: Numbers
    entry: Numbers


@dataclass(frozen=True)
class Words:
    """The vocabulary as of the last rebuild, what has come since, and the pairs that occur.

    Numbers of words never change their meaning, so that a search may go on with old `Words`.
    """

    base: Vocabulary
    since: Vocabulary
    pairs: Pairs

    def texts(self, numbers: Numbers) -> list[str]:
        """The words under these numbers; empty for those that came later."""
        if not len(numbers) or int(numbers.max()) < self.since.first:
            return self.base.texts(numbers)
        found = np.full(len(numbers), "", object)
        old, known = numbers < self.since.first, numbers < self.since.first + len(self.since)
        found[old] = self.base.texts(numbers[old])
        found[known & ~old] = self.since.texts(numbers[known & ~old])
        return list(found)

    def known(self, words: list[str]) -> list[bool]:
        """Which of these are words as they stand, or forms of words."""
        known = self.base.known(words)
        found: list[bool] = (known | self.since.known(words) if len(self.since) else known).tolist()
        return found

    def near(self, word: str) -> Likely:
        """Words that are likely meant."""
        return self._both(self.base.near(word), lambda: self.since.near(word))

    def far(self, word: str, *, bare: bool) -> Likely:
        """Words that may be meant."""
        return self._both(self.base.far(word, bare=bare), lambda: self.since.far(word, bare=bare))

    def keyed(self, word: str) -> Likely:
        """Words that sound or look the same, or are forms of the same given name, or have its consonants."""
        return self._both(self.base.keyed(word), lambda: self.since.keyed(word))

    def initial(self, letter: str) -> Likely:
        """Words that begin with a letter."""
        return self._both(self.base.initial(letter), lambda: self.since.initial(letter))

    def exact(self, word: str, value: float) -> Likely:
        """The word itself, and what it is a form of."""
        return self._both(self.base.exact(word, value), lambda: self.since.exact(word, value))

    def _both(self, found: Likely, more: Callable[[], Likely]) -> Likely:
        return merged([found, more()]) if len(self.since) else found


class Store(Protocol):
    """Entries by pairs of words and by birth date. Every answer is ordered: by pair, birth date, entry."""

    async def words(self) -> Words:
        """The vocabulary with everything that was committed before the call."""
        ...

    async def born_on(self, born: int) -> Rows:
        """All pairs of those born on a date."""
        ...

    async def with_pairs(self, family: Numbers, given: Numbers, most: Numbers) -> Rows:
        """Entries for each pair, no more than `most` says for that pair."""
        ...

    async def with_pairs_on(self, family: Numbers, given: Numbers, dates: tuple[int, ...], most: int) -> Rows:
        """The same with one of these birth dates."""
        ...

    async def with_pairs_between(
        self, family: Numbers, given: Numbers, first: int, last: int, most: int
    ) -> Rows:
        """The same with a birth date in this span, or none."""
        ...

    async def with_both(
        self, one: tuple[Numbers, Numbers], other: tuple[Numbers, Numbers], most: int
    ) -> Rows:
        """Entries that have a pair of the one and the pair of the other at the same place."""
        ...

    async def with_family(self, family: Numbers, first: int, last: int, most: int) -> Rows:
        """Up to `most` entries for each surname, with a birth date in this span."""
        ...

    async def entries(self, numbers: Numbers) -> list[Stored]:
        """These entries; those removed meanwhile are left out."""
        ...


__all__ = ["Entry", "Rows", "Store", "Stored", "Word", "Words"]

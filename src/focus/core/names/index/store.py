"""Names in memory as arrays: by pairs of words, by birth date, and as they are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from focus.core.names.index.keys import plain_hash
from focus.core.names.index.pairs import Pairs
from focus.core.names.index.vocabulary import Likely, Vocabulary, merged

Numbers = NDArray[np.int32]
Keys = NDArray[np.int64]


class Stored(NamedTuple):
    """A name as it is held: its own number, whose it is, and his birth date."""

    number: int
    owner: int
    name: str
    born: int


class Rows(NamedTuple):
    """Pairs of words with the names they belong to, and birth dates."""

    family: Numbers
    given: Numbers
    born: Numbers
    entry: Numbers


@dataclass(frozen=True)
class Words:
    """The vocabulary as it was built, what has come since, and the pairs that occur."""

    base: Vocabulary
    since: Vocabulary
    pairs: Pairs

    def texts(self, numbers: Numbers) -> list[str]:
        """The words under these numbers."""
        if not len(numbers) or int(numbers.max()) < self.since.first:
            return self.base.texts(numbers)
        found = np.full(len(numbers), "", object)
        old = numbers < self.since.first
        found[old] = self.base.texts(numbers[old])
        found[~old] = self.since.texts(numbers[~old])
        return list(found)

    def known(self, words: list[str]) -> list[bool]:
        """Which of these are words as they stand, or forms of words."""
        known = self.base.known(words)
        found: list[bool] = (known | self.since.known(words) if len(self.since) else known).tolist()
        return found

    def near(self, word: str) -> Likely:
        """Words that are likely meant."""
        return self._both(self.base.near(word), lambda: self.since.near(word))

    def far(self, word: str, *, bare: bool, meant: bool) -> Likely:
        """Words that may be meant; `meant`: it is a name as it stands."""
        return self._both(
            self.base.far(word, bare=bare, meant=meant), lambda: self.since.far(word, bare=bare, meant=meant)
        )

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
        return merged([found, more()]) if len(self.since) or self.since.forms else found


class Columns(NamedTuple):
    """What is kept of names. A row is a pair of words that may be surname and given name of a name."""

    text: NDArray[np.uint8]
    """All names behind each other."""
    starts: Keys
    owner: Keys
    born: Numbers
    plain: Keys
    """`plain_hash` of each name, ascending; `plain_name`: whose."""
    plain_name: Numbers
    pair: Keys
    """Surname << 32 | given name, ascending; within a pair by birth date and name. `pair_name`: whose."""
    pair_name: Numbers


class Store:
    """What a search asks. Never changes once made; every answer is ordered: by pair, birth date, name."""

    def __init__(self, words: tuple[Vocabulary, Vocabulary], columns: Columns) -> None:
        self.columns = columns
        pairs = Pairs.for_(len(columns.pair))
        pairs.add(*_apart(columns.pair))
        self.words = Words(*words, pairs)
        born = columns.born[columns.pair_name]
        self._by_born = np.argsort(born, kind="stable").astype(np.int32)
        self._borns = born[self._by_born]

    def __len__(self) -> int:
        return len(self.columns.owner)

    @property
    def size(self) -> int:
        """Octets in memory, about."""
        own = (*self.columns, self._by_born, self._borns, self.words.pairs.bits)
        return sum(each.nbytes for each in own) + self.words.base.size + self.words.since.size

    def born_on(self, born: int) -> Rows:
        """All pairs of those born on a date."""
        low, high = np.searchsorted(self._borns, (born, born + 1))
        return self._rows(np.sort(self._by_born[low:high]))

    def with_pairs(self, family: Numbers, given: Numbers, most: Numbers) -> Rows:
        """Rows of each pair, no more than `most` says for that pair."""
        low, high = self._spans(family, given)
        return self._rows(_ranges(low, np.minimum(high, low + most))[0])

    def with_pairs_where(
        self, family: Numbers, given: Numbers, fits: Callable[[Numbers], NDArray[np.bool_]], most: int
    ) -> Rows:
        """The same where the birth date fits, up to `most` of each pair."""
        return self._where(self._spans(family, given), fits, most)

    def with_both(self, one: tuple[Numbers, Numbers], other: tuple[Numbers, Numbers], most: int) -> Rows:
        """Names that have a pair of the one and the pair of the other at the same place."""
        names, found = self.columns.pair_name, [np.zeros(0, np.int64)]
        spans, further = self._spans(*one), self._spans(*other)
        for low, high, first, last in np.stack((*spans, *further), axis=1).tolist():
            found.append(low + np.flatnonzero(np.isin(names[low:high], names[first:last]))[:most])
        return self._rows(np.concatenate(found))

    def with_family(self, family: Numbers, first: int, last: int, most: int) -> Rows:
        """Up to `most` rows of each surname, with a birth date in this span."""
        spans = np.searchsorted(self.columns.pair, (_joined(family, 0), _joined(family + 1, 0)))
        return self._where((spans[0], spans[1]), lambda born: (born >= first) & (born <= last), most)

    def written(self, name: str) -> Numbers:
        """Names of the same words in whatever order."""
        wanted = plain_hash(name)
        low, high = (
            np.searchsorted(self.columns.plain, wanted, "left"),
            np.searchsorted(self.columns.plain, wanted, "right"),
        )
        return self.columns.plain_name[low:high]

    def entries(self, numbers: Numbers) -> list[Stored]:
        """The names under these numbers."""
        columns = self.columns
        return [
            Stored(
                number,
                int(columns.owner[number]),
                columns.text[columns.starts[number] : columns.starts[number + 1]].tobytes().decode(),
                int(columns.born[number]),
            )
            for number in numbers.tolist()
        ]

    def _spans(self, family: Numbers, given: Numbers) -> tuple[Keys, Keys]:
        wanted = _joined(family, given)
        low: Keys = np.searchsorted(self.columns.pair, wanted, "left")
        return low, np.searchsorted(self.columns.pair, wanted, "right")

    def _where(
        self, spans: tuple[Keys, Keys], fits: Callable[[Numbers], NDArray[np.bool_]], most: int
    ) -> Rows:
        """Rows of these spans whose birth date fits, up to `most` of each."""
        rows, span = _ranges(*spans)
        fitting = fits(self.columns.born[self.columns.pair_name[rows]])
        rows, span = rows[fitting], span[fitting]
        turn = np.arange(len(span)) - np.searchsorted(span, span)
        return self._rows(rows[turn < most])

    def _rows(self, at: NDArray[np.integer]) -> Rows:
        names = self.columns.pair_name[at]
        return Rows(*_apart(self.columns.pair[at]), self.columns.born[names], names)


def _joined(family: Numbers, given: Numbers | int) -> Keys:
    return family.astype(np.int64) << 32 | given


def _apart(pair: Keys) -> tuple[Numbers, Numbers]:
    return (pair >> 32).astype(np.int32), (pair & 0xFFFFFFFF).astype(np.int32)


def _ranges(low: Keys, high: Keys) -> tuple[Keys, Keys]:
    """All numbers of these ranges one after the other, and which range each is of."""
    lengths = high - low
    span = np.repeat(np.arange(len(low)), lengths)
    before = np.cumsum(lengths) - lengths
    return np.arange(len(span)) - before[span] + low[span], span

"""Names taken apart into the arrays of a store; changes to a store as a new one beside it."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from focus.core.names.index.keys import plain_hash
from focus.core.names.index.store import Columns, Store, Words
from focus.core.names.index.tokens import aliases_of, pairs_of
from focus.core.names.index.vocabulary import Vocabulary, Word


class Named(NamedTuple):
    """A name of somebody. `born` as in `dates`: yyyymmdd with 00 for what is not known, 0 for none."""

    owner: int
    """A number of the caller's; one owner may have several names."""
    name: str
    """As written; `Surname, Given names` where the source tells them apart."""
    born: int = 0


def store_of(names: Iterable[Named]) -> Store:
    """A store of these names."""
    building = Building()
    building.add(names)
    return building.store()


def changed(store: Store, gone: Collection[int], names: Iterable[Named]) -> Store:
    """The store without the names of these owners and with these; what is asked of `store` goes on."""
    building = Building(store, gone)
    building.add(names)
    return building.store()


class Building:
    """Takes names piece by piece. The vocabulary of what came later is made anew with each change."""

    def __init__(self, store: Store | None = None, gone: Collection[int] = ()) -> None:
        """On a store that is there, without these owners, or on nothing."""
        self._numbering = _Numbering(store.words if store else None)
        self._before = _without(store.columns, gone) if store else None
        self._text, self._starts = bytearray(), array("q")
        self._owner, self._born, self._plain = array("q"), array("i"), array("q")
        self._pair, self._pair_name = array("q"), array("i")

    def add(self, names: Iterable[Named]) -> None:
        """Some names more."""
        first = len(self._owner) + (len(self._before.owner) if self._before else 0)
        for number, each in enumerate(names, first):
            self._text += each.name.encode()
            self._starts.append(len(self._text))
            self._owner.append(each.owner)
            self._born.append(each.born)
            self._plain.append(plain_hash(each.name))
            for key in self._numbering.pairs(each.name):
                self._pair.append(key)
                self._pair_name.append(number)

    def store(self) -> Store:
        """All of them."""
        before = self._before or _NOTHING
        names = np.arange(len(before.owner), len(before.owner) + len(self._owner), dtype=np.int32)
        added = Columns(
            np.frombuffer(bytes(self._text), np.uint8),
            np.array(self._starts, np.int64) + len(before.text),
            np.array(self._owner, np.int64),
            np.array(self._born, np.int32),
            np.array(self._plain, np.int64),
            names,
            np.array(self._pair, np.int64),
            np.array(self._pair_name, np.int32),
        )
        both: Iterable[tuple[NDArray[Any], NDArray[Any]]] = zip(before, added, strict=True)
        return Store(self._numbering.vocabularies(), _ordered(Columns(*map(np.concatenate, both))))


class _Numbering:
    """Numbers of words; those that a store has keep theirs."""

    def __init__(self, words: Words | None) -> None:
        self._base = words.base if words else None
        self._first = 1 + (len(words.base) if words else 0)
        self._numbers: dict[str, int] = {}
        self._aliases: dict[int, set[str]] = {}
        for word in words.since.words() if words else ():
            self._aliases[word.number] = set(word.aliases)
            if word.number >= self._first:
                self._numbers[word.text] = word.number
        self._next = self._first + len(self._numbers)

    def pairs(self, name: str) -> Iterator[int]:
        """Each pair of a name once, as a store has it."""
        for family, given in dict.fromkeys(pairs_of(name)):
            for part in (family, given):
                if aliases := aliases_of(part):
                    self._aliases.setdefault(self._number(part.full), set()).update(aliases)
            yield self._number(family.full) << 32 | self._number(given.full)

    def _number(self, word: str) -> int:
        number = self._numbers.get(word)
        if number is None:
            number = self._base.number_of(word) if self._base else None
            if number is None:
                number, self._next = self._next, self._next + 1
            self._numbers[word] = number
        return number

    def vocabularies(self) -> tuple[Vocabulary, Vocabulary]:
        """That of the beginning, and what has come since."""
        texts = {number: text for text, number in self._numbers.items() if number >= self._first}
        words = [
            Word(number, texts.get(number, ""), tuple(sorted(self._aliases.get(number, ()))))
            for number in sorted(texts.keys() | self._aliases.keys())
        ]
        made = Vocabulary.of(words, first=self._first)
        if self._base is not None:
            return self._base, made
        return made, Vocabulary.of([], first=self._next)


def _without(columns: Columns, gone: Collection[int]) -> Columns:
    """A name that is gone keeps its number, and nothing leads to it."""
    dead = np.isin(columns.owner, np.fromiter(gone, np.int64, len(gone)))
    plain, pair = ~dead[columns.plain_name], ~dead[columns.pair_name]
    return columns._replace(
        plain=columns.plain[plain],
        plain_name=columns.plain_name[plain],
        pair=columns.pair[pair],
        pair_name=columns.pair_name[pair],
    )


def _ordered(columns: Columns) -> Columns:
    def taken(order: NDArray[Any], *which: NDArray[Any]) -> Iterator[NDArray[Any]]:
        return (column[order] for column in which)

    plain, plain_name = taken(np.argsort(columns.plain, kind="stable"), columns.plain, columns.plain_name)
    by_pair = np.lexsort((columns.pair_name, columns.born[columns.pair_name], columns.pair))
    pair, pair_name = taken(by_pair, columns.pair, columns.pair_name)
    return columns._replace(plain=plain, plain_name=plain_name, pair=pair, pair_name=pair_name)


_NOTHING: Final = Columns(
    np.zeros(0, np.uint8),
    np.zeros(1, np.int64),
    np.zeros(0, np.int64),
    np.zeros(0, np.int32),
    np.zeros(0, np.int64),
    np.zeros(0, np.int32),
    np.zeros(0, np.int64),
    np.zeros(0, np.int32),
)

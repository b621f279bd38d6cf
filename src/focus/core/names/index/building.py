"""Names taken apart into the arrays of a store; changes to a store as a new one beside it."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

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
    return _store(_Numbering(None), None, names)


def changed(store: Store, gone: Collection[int], names: Iterable[Named]) -> Store:
    """The store without the names of these owners and with these; what is asked of `store` goes on."""
    return _store(_Numbering(store.words), _without(store.columns, gone), names)


def _store(numbering: _Numbering, before: Columns | None, names: Iterable[Named]) -> Store:
    """The vocabulary of what came later is made anew with each change; that of the beginning stays."""
    added = _columns(names, numbering, len(before.owner) if before else 0)
    columns = _ordered(_joined(before, added) if before else added)
    return Store(numbering.vocabularies(), columns)


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


def _columns(names: Iterable[Named], numbering: _Numbering, first: int) -> Columns:
    text, starts = bytearray(), array("q", [0])
    owner, born, plain = array("q"), array("i"), array("q")
    pair, pair_name = array("q"), array("i")
    for number, each in enumerate(names, first):
        text += each.name.encode()
        starts.append(len(text))
        owner.append(each.owner)
        born.append(each.born)
        plain.append(plain_hash(each.name))
        for key in numbering.pairs(each.name):
            pair.append(key)
            pair_name.append(number)
    return Columns(
        np.frombuffer(bytes(text), np.uint8),
        np.array(starts, np.int64),
        np.array(owner, np.int64),
        np.array(born, np.int32),
        np.array(plain, np.int64),
        np.arange(first, first + len(owner), dtype=np.int32),
        np.array(pair, np.int64),
        np.array(pair_name, np.int32),
    )


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


def _joined(before: Columns, added: Columns) -> Columns:
    later = added._replace(starts=added.starts[1:] + len(before.text))
    both: Iterable[tuple[NDArray[Any], NDArray[Any]]] = zip(before, later, strict=True)
    return Columns(*map(np.concatenate, both))


def _ordered(columns: Columns) -> Columns:
    def taken(order: NDArray[Any], *which: NDArray[Any]) -> Iterator[NDArray[Any]]:
        return (column[order] for column in which)

    plain, plain_name = taken(np.argsort(columns.plain, kind="stable"), columns.plain, columns.plain_name)
    by_pair = np.lexsort((columns.pair_name, columns.born[columns.pair_name], columns.pair))
    pair, pair_name = taken(by_pair, columns.pair, columns.pair_name)
    return columns._replace(plain=plain, plain_name=plain_name, pair=pair, pair_name=pair_name)

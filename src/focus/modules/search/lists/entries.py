"""Elements of a list → entries: the records as the source's maps read them, with what they are found by."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec
import numpy as np

from focus.modules.search.lists.keys import (
    Named,
    any_name,
    asked_as,
    born_key,
    identifier_key,
    own_name,
    word_key,
)
from focus.modules.search.records import Record
from focus.modules.search.sources.config import SourceConfig
from focus.modules.search.sources.list_place import ListPlace
from focus.modules.search.sources.listed import ASKED
from focus.modules.search.sources.mapping import RecordReader
from focus.modules.search.sources.protocol import WrongSchema
from focus.modules.search.sources.values import as_text, compile_path, compile_text


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """As it lies in the database."""

    record: Record
    names: tuple[str, ...] = ()


_NOTHING: Final[Named] = (frozenset(), frozenset())
_REMEMBERED: Final = 500_000
_ENCODE: Final = msgspec.json.Encoder().encode


class EntryReader:
    """The maps of a list, compiled."""

    def __init__(self, config: SourceConfig, place: ListPlace) -> None:
        self._maps = [(RecordReader(config, mapped), bool(mapped.person)) for mapped in config.map]
        self._ids = [compile_text(mapped.id) for mapped in config.map if mapped.id]
        self._names = [compile_path(path) for path in place.names]
        self._gone = [(compile_path(path), frozenset(values)) for path, values in place.gone.items()]

    def entries(self, element: dict[str, Any], at: datetime) -> list[Entry]:
        """What an element says. Raises `WrongSchema` when it is not of the agreed shape or says nothing."""
        found = []
        for reader, person in self._maps:
            for record in reader.records(iter(((element, element),)), at):
                found.append(Entry(record, self._names_of(record, element) if person else ()))
        return found

    def gone(self, element: dict[str, Any]) -> bool:
        """Whether it says that its entry is no more."""
        return any(as_text(get(element, element)) in values for get, values in self._gone)

    def ids(self, element: dict[str, Any]) -> set[str]:
        """Under which ids its entries stand."""
        found = {text for get in self._ids if (text := get(element, element))}
        if not found:
            raise WrongSchema("a change without an id")
        return found

    def _names_of(self, record: Record, element: dict[str, Any]) -> tuple[str, ...]:
        """Its own name first."""
        own = ", ".join([name for name in (record.family_name, record.given_names) if name])
        if not self._names:
            return (own,) if own else ()
        return tuple(dict.fromkeys([name for name in (own, *self._further(element)) if name]))

    def _further(self, element: dict[str, Any]) -> Iterator[str]:
        for get in self._names:
            value = get(element, element)
            for name in value if isinstance(value, list) else [value]:
                yield as_text(name)


class Prepared(msgspec.Struct, frozen=True):
    """Entries as they go into the database: columns, not rows; keys in order, as their index is filled."""

    ids: list[str]
    records: list[bytes]
    keys: array[int]
    at: array[int]
    """To which entry each key belongs, counted from 0."""
    word_keys: array[int]
    words: array[int]
    """What words may be asked as, of those that were not told before."""


class Preparer:
    """Makes columns of entries; each word is told once, as long as it is remembered."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def prepare(self, entries: Sequence[Entry]) -> Prepared:
        """In the order in which they are given."""
        keys, at, fresh = list[int](), list[int](), set[str]()
        for place, entry in enumerate(entries):
            words, named = _names(entry)
            if not words <= self._told:
                fresh |= words - self._told
            own = named.union(_exact(entry.record))
            keys += own
            at += (place,) * len(own)
        asked = [(key, word_key(word)) for word in fresh for key in asked_as(word)]
        if len(self._told) > _REMEMBERED:
            self._told.clear()
        self._told |= fresh
        return Prepared(
            [entry.record.id for entry in entries],
            [_ENCODE(entry) for entry in entries],
            *_in_order(keys, at),
            *_in_order([key for key, _ in asked], [word for _, word in asked]),
        )


def _in_order(keys: list[int], beside: list[int]) -> tuple[array[int], array[int]]:
    whole = np.array((keys, beside), dtype=np.int64)
    whole = whole[:, np.lexsort((whole[1], whole[0]))]
    return array("q", whole[0].tobytes()), array("q", whole[1].tobytes())


def _names(entry: Entry) -> Named:
    if not entry.names:
        return _NOTHING
    family, given_names = entry.record.family_name, entry.record.given_names
    others = entry.names[1 if family or given_names else 0 :]
    own = own_name(family, given_names)
    if not others:
        return own
    found = [own, *map(any_name, others)]
    return frozenset().union(*(words for words, _ in found)), frozenset().union(*(keys for _, keys in found))


def keys_of(entry: Entry) -> frozenset[int]:
    """Under what an entry stands."""
    return _names(entry)[1].union(_exact(entry.record))


def _exact(record: Record) -> Iterator[int]:
    if record.born:
        yield born_key(record.born)
    for identifier in record.identifiers:
        if identifier.kind in ASKED:
            yield identifier_key(identifier.kind, identifier.value)

"""Elements of a list → entries: the records as the source's maps read them, with what they are found by.

By identifiers as keys in the database, by names as `focus.core.names.index` has them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Any, Final

import msgspec
import numpy as np

from focus.core.names.index import Named, number_of
from focus.modules.search.records import Record
from focus.modules.search.sources.config import SourceConfig
from focus.modules.search.sources.drift import Differing, Drifts
from focus.modules.search.sources.list_place import ListPlace
from focus.modules.search.sources.listed import ASKED
from focus.modules.search.sources.mapping import RecordReader
from focus.modules.search.sources.protocol import WrongSchema
from focus.modules.search.sources.theirs import birth_of
from focus.modules.search.sources.unread import NotOfKind
from focus.modules.search.sources.values import as_text, compile_path, compile_text
from focus.modules.search.understanding.identify import looser


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """As it lies in the database."""

    record: Record
    names: tuple[str, ...] = ()
    births: tuple[str, ...] = ()
    """Further birth dates, beside that of the record."""


_ENCODE: Final = msgspec.json.Encoder().encode


class LineDrifts(Drifts):
    """What one line has of them: it is read as far as it can be, and told."""

    def __init__(self) -> None:
        super().__init__()
        self.reasons: dict[str, None] = {}

    def lost(self, fault: Differing) -> None:
        """Raises the fault: nothing can be read."""
        raise fault if isinstance(fault, WrongSchema) else WrongSchema("unreadable")

    def partly(self, fault: Differing) -> None:
        """A value could not be read."""
        super().partly(fault)
        self.reasons[f"{fault.drift.path}: {getattr(fault, 'detail', '')}"] = None


class EntryReader:
    """The maps of a list, compiled."""

    def __init__(self, config: SourceConfig, place: ListPlace) -> None:
        self._maps = [(RecordReader(config, mapped), bool(mapped.person)) for mapped in config.map]
        self._ids = [compile_text(mapped.id) for mapped in config.map if mapped.id]
        self._names = [compile_path(path) for path in place.names]
        self._births = [compile_path(path) for path in place.births]
        self._gone = [(compile_path(path), frozenset(values)) for path, values in place.gone.items()]

    def entries(self, element: dict[str, Any], at: datetime, drifts: LineDrifts) -> list[Entry]:
        """What can be read of an element; `drifts` hears of the rest.

        Raises `WrongSchema` when it is not of the agreed shape or says nothing.
        """
        found = []
        for reader, person in self._maps:
            for record in reader.records(iter(((element, element),)), at, drifts):
                names = self._names_of(record, element) if person else ()
                births = self._births_of(record, element, drifts) if person else ()
                found.append(Entry(record, names, births))
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

    def _births_of(self, record: Record, element: dict[str, Any], drifts: LineDrifts) -> tuple[str, ...]:
        """Beside the record's own."""
        found: dict[str, None] = {}
        for get in self._births:
            value = get(element, element)
            for written in value if isinstance(value, list) else [value]:
                try:
                    found[birth_of(as_text(written))] = None
                except NotOfKind as fault:
                    drifts.partly(fault)
        return tuple(born for born in found if born and born != record.born)

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
    names: list[Named]
    """Counted from 0 too."""

    def named(self, first: int) -> list[Named]:
        """The names of entries that are numbered from `first` on."""
        return [each._replace(owner=first + each.owner) for each in self.names]


def prepare(entries: Sequence[Entry]) -> Prepared:
    """In the order in which they are given."""
    keyed = [(key, place) for place, entry in enumerate(entries) for key in keys_of(entry)]
    whole = np.array(keyed, dtype=np.int64).reshape(-1, 2).T
    whole = whole[:, np.lexsort((whole[1], whole[0]))]
    return Prepared(
        [entry.record.id for entry in entries],
        [_ENCODE(entry) for entry in entries],
        array("q", whole[0].tobytes()),
        array("q", whole[1].tobytes()),
        [name for place, entry in enumerate(entries) for name in names_of(place, entry)],
    )


def names_of(number: int, entry: Entry) -> list[Named]:
    """The names of an entry, which stands under this number, with each of its births."""
    births = {_born(born) for born in (entry.record.born, *entry.births)}
    return [Named(number, name, born) for name in entry.names for born in sorted(births)]


def _born(written: str) -> int:
    try:
        return number_of(written)
    except ValueError:
        return 0


def keys_of(entry: Entry) -> frozenset[int]:
    """The keys of its identifiers, and of their forms that leave something open."""
    return frozenset(
        identifier_key(form.kind, form.value)
        for each in entry.record.identifiers
        if each.kind in ASKED
        for form in (each, *looser(each))
    )


def identifier_key(kind: str, value: str) -> int:
    """The key of an identifier in normal form."""
    return number(f"{kind}:{value}")


def number(text: str) -> int:
    """A key as PostgreSQL keeps it: 64 bits with a sign. Who is found is compared again, so two may meet."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)

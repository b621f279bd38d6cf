"""Elements of a list → entries: the records as the source's maps read them, with what they are found by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec

from focus.modules.search.lists.asked import ASKED
from focus.modules.search.lists.keys import identifier_key, name_keys
from focus.modules.search.lists.place import ListPlace
from focus.modules.search.records import Record
from focus.modules.search.sources.config import SourceConfig
from focus.modules.search.sources.mapping import RecordReader
from focus.modules.search.sources.protocol import WrongSchema
from focus.modules.search.sources.values import as_text, compile_path, compile_text


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """As it lies in the database."""

    record: Record
    names: tuple[str, ...] = ()


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
        own = ", ".join(name for name in (record.family_name, record.given_names) if name)
        return tuple(dict.fromkeys(name for name in (own, *self._further(element)) if name))

    def _further(self, element: dict[str, Any]) -> Iterator[str]:
        for get in self._names:
            value = get(element, element)
            for name in value if isinstance(value, list) else [value]:
                yield as_text(name)


def keys_of(entry: Entry) -> frozenset[int]:
    """By what an entry is found."""
    exact = {identifier_key(i.kind, i.value) for i in entry.record.identifiers if i.kind in ASKED}
    return name_keys(entry.names) | exact

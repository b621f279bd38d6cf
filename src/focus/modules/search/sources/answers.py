"""A whole answer → our records. Compiled once per way of asking.

What is not of the agreed shape raises `WrongSchema`: no records only ever means that the source said so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, Protocol

import msgspec

from focus.modules.search.questions import Reading
from focus.modules.search.records import Record
from focus.modules.search.sources.conditions import compile_any
from focus.modules.search.sources.config import Ask, Identify, SourceConfig
from focus.modules.search.sources.drift import Change, Drifts, sort_of
from focus.modules.search.sources.mapping import RecordReader
from focus.modules.search.sources.protocol import SourceFailed, WrongSchema
from focus.modules.search.sources.values import compile_path
from focus.modules.search.understanding.identify import identify_asked, same, settled

Items = Callable[[Any], Iterator[tuple[Any, Any]]]


class MapAnswer(Protocol):
    """Reads an answer. Raises `WrongSchema` when nothing of it can be read, or, without `drifts`, not all."""

    def __call__(
        self, answer: Any, reading: Reading, asked_at: datetime, drifts: Drifts | None = None
    ) -> list[Record]: ...


_ECHOED = {
    "plate": ("vehicle", "plate"),
    "vin": ("vehicle", "vin"),
    "national_number": ("person", "national_number"),
    "bis_number": ("person", "bis_number"),
    "company": ("organisation", "company"),
    "phone": ("phone", "phone"),
}
"""Kind of question → type of record, and kind of identifier, which is the fact of the question too."""


def compile_answer(config: SourceConfig, ask: Ask) -> MapAnswer:
    """Reads answers to this way of asking."""
    maps = [
        (frozenset(m.questions), compile_items(each), RecordReader(config, m, each))
        for m in config.map
        if not ask.maps or m.name in ask.maps
        for each in [m.each or ask.each or "."]
    ]
    empty, echo = compile_any(ask.empty_when), ask.echo

    def read(answer: Any, reading: Reading, asked_at: datetime, drifts: Drifts | None = None) -> list[Record]:
        if empty is not None and empty(answer, None):
            return []
        records: list[Record] = []
        for kinds, items, reader in maps:
            if not kinds or reading.kind in kinds:
                records.extend(reader.records(items(answer), asked_at, drifts))
        if drifts is not None and drifts.unread and not records:
            raise _nothing_read(drifts)
        records = settled(_distinct(records), identify_asked("plate", reading))
        if echo and records:
            _check_echo(records, reading)
        return records

    return read


def _nothing_read(drifts: Drifts) -> WrongSchema:
    """Records came and none could be read."""
    first = next(iter(drifts.seen))
    return WrongSchema(
        f"{drifts.unread} records could not be read", field=first.path, change=first.change, found=first.found
    )


def needed_columns(config: SourceConfig, ask: Ask) -> frozenset[str]:
    """Columns by which records are known; without them even no row says nothing.

    Of a directory, whose people need not have every attribute: those that all of its records have.
    """
    paths: list[str] = []
    for m in config.map:
        if not ask.maps or m.name in ask.maps:
            named = [m.person.family, m.person.full] if m.person else []
            kinds = [i.path if isinstance(i, Identify) else i for i in m.identifiers.values()]
            if config.kind == "ldap":
                kinds = []
            paths += m.required + [p for p in [m.id, *kinds, *named] if isinstance(p, str)]
    return frozenset(p.split(".")[0].split("[")[0] for p in paths if p and p[0] not in "=^." and "{" not in p)


def compile_items(path: str) -> Items:
    """(element, what holds it) of the list at `path`, which must be there. Raises `WrongSchema`."""
    before, gathers, after = path.partition("[*]")
    get = compile_path(before or ".")
    inner = compile_items(after.removeprefix(".")) if gathers and after else None

    def items(answer: Any) -> Iterator[tuple[Any, Any]]:
        found = get(answer, None)
        if type(found) is dict:
            found = [found]
        if type(found) is not list:
            sort = sort_of(found)
            change: Change = "missing" if sort == "nothing" else "type"
            place = before or "."
            raise WrongSchema(f"no list at '{place}' but {sort}", field=place, change=change, found=sort)
        for element in found:
            if inner is not None:
                yield from ((below, element) for below, _ in inner(element))
            else:
                yield element, answer

    return items


def _distinct(records: list[Record]) -> list[Record]:
    """The same record once; another one under the same id gets a number."""
    known: dict[str, Record] = {}
    for record in records:
        turn, unique = 1, record
        while unique.key in known and known[unique.key] != unique:
            turn += 1
            unique = msgspec.structs.replace(record, id=f"{record.id}~{turn}")
        known[unique.key] = unique
    return list(known.values())


def _check_echo(records: Sequence[Record], reading: Reading) -> None:
    """Records that carry another plate than the asked one alone are about something else."""
    about = _ECHOED.get(reading.kind)
    if about is None:
        return
    type_, kind = about
    carried = {i for r in records if r.type == type_ for i in r.identifiers if i.kind == kind}
    asked = identify_asked(kind, reading)
    if carried and asked is not None and not any(same(asked, one) for one in carried):
        told = ", ".join(sorted(one.value for one in carried)[:3])
        raise SourceFailed("other_answer", f"asked {asked.value}, told about {told}")

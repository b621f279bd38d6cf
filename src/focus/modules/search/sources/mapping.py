"""Their answer → our records. Compiled once per file; about one microsecond per field.

Whatever is not of the agreed shape raises `WrongSchema`: no records only ever means that the source said so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

import msgspec

from focus.modules.search.questions import Reading
from focus.modules.search.records import Fact, Record
from focus.modules.search.sources.conditions import compile_all, compile_any
from focus.modules.search.sources.config import Ask, At, FactMap, Identify, Map, Sex, SourceConfig
from focus.modules.search.sources.durations import duration
from focus.modules.search.sources.names import compile_names
from focus.modules.search.sources.parts import (
    compile_born,
    compile_fact,
    compile_identifiers,
    compile_relation,
    compile_warning,
)
from focus.modules.search.sources.protocol import SourceFailed, WrongSchema
from focus.modules.search.sources.templates import compile_template
from focus.modules.search.sources.values import Get, compile_path, compile_text, read_time
from focus.modules.search.understanding.identify import identify

MapAnswer = Callable[[Any, Reading, datetime], list[Record]]
_ECHOED = {
    "plate": ("vehicle", "plate", "plate"),
    "vin": ("vehicle", "vin", "vin"),
    "national_number": ("person", "national_number", "national_number"),
    "bis_number": ("person", "bis_number", "bis_number"),
    "company": ("organisation", "company", "company"),
    "phone": ("phone", "phone", "phone"),
}
"""Kind of question → type of record, kind of identifier, fact of the question."""


def compile_answer(config: SourceConfig, ask: Ask) -> MapAnswer:
    """Reads answers to this way of asking."""
    maps = [
        (frozenset(m.questions), compile_items(m.each or ask.each or "."), RecordReader(config, m))
        for m in config.map
        if not ask.maps or m.name in ask.maps
    ]
    empty, echo = compile_any(ask.empty_when), ask.echo

    def read(answer: Any, reading: Reading, asked_at: datetime) -> list[Record]:
        if empty is not None and empty(answer, None):
            return []
        records: list[Record] = []
        for kinds, items, reader in maps:
            if not kinds or reading.kind in kinds:
                records.extend(reader.records(items(answer), asked_at))
        records = _distinct(records)
        if echo and records:
            _check_echo(records, reading)
        return records

    return read


def needed_columns(config: SourceConfig, ask: Ask) -> frozenset[str]:
    """Columns by which records are known; without them even no row says nothing."""
    paths: list[str] = []
    for m in config.map:
        if not ask.maps or m.name in ask.maps:
            named = [m.person.family, m.person.full] if m.person else []
            kinds = [i.path if isinstance(i, Identify) else i for i in m.identifiers.values()]
            paths += m.required + [p for p in [m.id, *kinds, *named] if isinstance(p, str)]
    return frozenset(p.split(".")[0].split("[")[0] for p in paths if p and p[0] not in "=^." and "{" not in p)


def compile_items(path: str) -> Callable[[Any], Iterator[tuple[Any, Any]]]:
    """(element, what holds it) of the list at `path`, which must be there. Raises `WrongSchema`."""
    before, gathers, after = path.partition("[*]")
    get = compile_path(before or ".")
    inner = compile_items(after.removeprefix(".")) if gathers and after else None

    def items(answer: Any) -> Iterator[tuple[Any, Any]]:
        found = get(answer, None)
        if type(found) is dict:
            found = [found]
        if type(found) is not list:
            raise WrongSchema(f"no list at '{before or '.'}' but {_told(found)}", field=before or ".")
        for element in found:
            if inner is not None:
                yield from ((below, element) for below, _ in inner(element))
            elif type(element) is not dict:
                raise WrongSchema(f"{_told(element)} in the list at '{path}' where an object was expected")
            else:
                yield element, answer

    return items


def _told(value: Any) -> str:
    return "nothing" if value is None else type(value).__name__


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
    type_, kind, fact = about
    carried = {i.value for r in records if r.type == type_ for i in r.identifiers if i.kind == kind}
    asked = identify(kind, reading.facts.get(fact, ""), reading.country or "")
    if carried and asked is not None and asked.value not in carried:
        raise SourceFailed(
            "other_answer", f"asked {asked.value}, told about {', '.join(sorted(carried)[:3])}"
        )


class RecordReader:
    """One `[[map]]`, compiled."""

    def __init__(self, config: SourceConfig, mapped: Map) -> None:
        self._source, self._type = config.name, mapped.type
        self._when = compile_all(mapped.when)
        self._required = [(path, compile_path(path)) for path in mapped.required]
        self._id = compile_text(mapped.id) if mapped.id else None
        self._at = _compile_at(mapped.at)
        self._age = duration(config.age) if config.age else timedelta()
        self._title = compile_template(mapped.title) if mapped.title else None
        self._subtitle = compile_template(mapped.subtitle) if mapped.subtitle else None
        self._identifiers = compile_identifiers(mapped.identifiers)
        self._names = compile_names(mapped.person) if mapped.person else None
        self._born = compile_born(mapped.born)
        self._sex = _compile_sex(mapped.sex)
        self._facts = [compile_fact(key, fact) for key, fact in _facts(mapped)]
        self._warnings = [compile_warning(w) for w in mapped.warnings]
        self._relations = [compile_relation(r) for r in mapped.relations]
        self._place = _compile_place(mapped)
        self._photo = compile_template(mapped.photo) if mapped.photo else None

    def records(self, items: Iterator[tuple[Any, Any]], asked_at: datetime) -> Iterator[Record]:
        """A record for each element that this map is for."""
        when = self._when
        for element, above in items:
            if when is None or when(element, above):
                yield self._record(element, above, asked_at)

    def _record(self, e: Any, r: Any, asked_at: datetime) -> Record:
        for path, get in self._required:
            if get(e, r) is None:
                raise WrongSchema(f"a record without '{path}'", field=path)
        key = self._id(e, r) if self._id else ""
        identifiers = self._identifiers(e, r)
        family, given = self._names(e, r) if self._names else ("", "")
        facts = tuple([fact for read in self._facts if (fact := read(e, r)) is not None])
        title = self._title(e, r) if self._title else ", ".join([x for x in (family, given) if x])
        self._refuse_blank(key, identifiers, family, facts, title)
        born, written = self._born(e, r)
        return Record(
            type=self._type,
            source=self._source,
            id=key or _fingerprint(e),
            at=self._moment(e, r, asked_at),
            title=title
            or (identifiers[0].value.partition(":")[2] or identifiers[0].value if identifiers else key),
            subtitle=self._below(e, r, "" if born else written),
            identifiers=identifiers,
            family_name=family,
            given_names=given,
            born=born,
            sex=self._sex(e, r) if self._sex else "",
            place=self._place(e, r) if self._place else None,
            facts=facts,
            warnings=tuple([warn for read in self._warnings for warn in read(e, r)]),
            relations=tuple([relation for read in self._relations for relation in read(e, r)]),
            photo=self._photo(e, r) if self._photo else "",
        )

    def _refuse_blank(
        self, key: str, identifiers: Sequence[Any], family: str, facts: Sequence[Fact], title: str
    ) -> None:
        """An element in which nothing is where it should be is of another shape."""
        if key or identifiers or family:
            return
        if self._id or self._names or not (facts or title):
            raise WrongSchema("a record with neither id, identifier nor name")

    def _below(self, e: Any, r: Any, unreadable_birth: str) -> str:
        subtitle = self._subtitle(e, r) if self._subtitle else ""
        return subtitle or (f"° {unreadable_birth}" if unreadable_birth else "")

    def _moment(self, e: Any, r: Any, asked_at: datetime) -> datetime:
        at = self._at(e, r) if self._at else None
        return at if at is not None else asked_at - self._age


def _facts(mapped: Map) -> Iterator[tuple[str, str | FactMap]]:
    for key, given in mapped.facts.items():
        for fact in given if isinstance(given, list) else [given]:
            yield key, fact


def _compile_at(at: Any) -> Callable[[Any, Any], datetime | None] | None:
    if at is None:
        return None
    text = compile_text(at.path if isinstance(at, At) else at)
    formats = tuple(at.formats) if isinstance(at, At) else ()

    def read(e: Any, r: Any) -> datetime | None:
        written = text(e, r)
        if not written:
            return None
        moment = read_time(written, formats)
        if moment is None:
            raise WrongSchema(f"'{written[:40]}' is no time of the agreed form")
        return moment

    return read


def _compile_sex(sex: Any) -> Callable[[Any, Any], Any] | None:
    if sex is None:
        return None
    how = sex if isinstance(sex, Sex) else Sex(path=sex)
    text, values = compile_text(how.path), how.values
    return lambda e, r: values.get(text(e, r), "")


def _compile_place(mapped: Map) -> Callable[[Any, Any], tuple[float, float] | None] | None:
    if mapped.place is None:
        return None
    lon, lat = compile_path(mapped.place.lon), compile_path(mapped.place.lat)

    def read(e: Any, r: Any) -> tuple[float, float] | None:
        x, y = _degrees(lon, e, r, 180), _degrees(lat, e, r, 90)
        return None if x is None or y is None else (x, y)

    return read


def _degrees(get: Get, e: Any, r: Any, most: int) -> float | None:
    value = get(e, r)
    if value in (None, ""):
        return None
    try:
        degrees = float(value)
    except (TypeError, ValueError):
        raise WrongSchema("a place that is no number") from None
    if not -most <= degrees <= most:
        raise WrongSchema("a place that is not on earth")
    return degrees


def _fingerprint(element: Any) -> str:
    return blake2b(msgspec.json.encode(element, order="deterministic"), digest_size=9).hexdigest()

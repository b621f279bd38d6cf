"""Their answer → our records. Compiled once per file; about one microsecond per field.

Whatever is not of the agreed shape raises `WrongSchema`: no records only ever means that the source said so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

import msgspec

from focus.modules.search.records import Fact, Record
from focus.modules.search.sources.agreed import compile_check, compile_codes, note_codes, path_of
from focus.modules.search.sources.conditions import compile_all
from focus.modules.search.sources.config import At, FactMap, Map, Sex, SourceConfig
from focus.modules.search.sources.dates import read_time
from focus.modules.search.sources.drift import Drifts, sort_of
from focus.modules.search.sources.durations import duration
from focus.modules.search.sources.names import compile_names
from focus.modules.search.sources.parts import (
    Told,
    compile_born,
    compile_fact,
    compile_identifiers,
    compile_relation,
    compile_warning,
)
from focus.modules.search.sources.protocol import WrongSchema
from focus.modules.search.sources.templates import compile_template
from focus.modules.search.sources.values import Get, compile_path, compile_text


class RecordReader:
    """One `[[map]]`, compiled."""

    def __init__(self, config: SourceConfig, mapped: Map, each: str = ".") -> None:
        """`each`: where its elements are, to name it."""
        self._source, self._type, self._each = config.name, mapped.type, each
        self._when = compile_all(mapped.when)
        self._check = compile_check(mapped, "attribute" if config.kind == "ldap" else "missing")
        self._codes = compile_codes(mapped)
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

    def records(
        self, items: Iterator[tuple[Any, Any]], asked_at: datetime, drifts: Drifts | None = None
    ) -> Iterator[Record]:
        """A record for each element that this map is for. One that cannot be read is left out and told to
        `drifts`; without them it raises `WrongSchema`."""
        when, codes = self._when, self._codes
        for element, above in items:
            try:
                if type(element) is not dict:
                    raise _no_object(element, self._each)
                if when is None or when(element, above):
                    record = self._record(element, above, asked_at, drifts)
                else:
                    continue
            except WrongSchema as fault:
                if drifts is None:
                    raise
                drifts.lost(fault)
                continue
            note_codes(codes, element, above, drifts)
            yield record

    def _record(self, e: Any, r: Any, asked_at: datetime, drifts: Drifts | None) -> Record:
        self._check(e, r)
        key = self._id(e, r) if self._id else ""
        told: Told = _raise if drifts is None else drifts.partly
        identifiers = self._identifiers(e, r, told)
        family, given = self._names(e, r) if self._names else ("", "")
        facts = tuple([fact for read in self._facts if (fact := read(e, r)) is not None])
        title = self._title(e, r) if self._title else ", ".join([x for x in (family, given) if x])
        self._refuse_blank(key, identifiers, family, facts, title)
        born, written = self._born(e, r, told)
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
            relations=tuple([relation for read in self._relations for relation in read(e, r, told)]),
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


def _no_object(element: Any, path: str) -> WrongSchema:
    sort = sort_of(element)
    return WrongSchema(
        f"{sort} in the list at '{path}' where an object was expected", field=path, change="type", found=sort
    )


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
            raise WrongSchema("no time of the agreed form", field=path_of(at), change="form", found="text")
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
        raise WrongSchema("a place that is no number", change="type", found=sort_of(value)) from None
    if not -most <= degrees <= most:
        raise WrongSchema("a place that is not on earth")
    return degrees


def _raise(fault: WrongSchema) -> None:
    raise fault


def _fingerprint(element: Any) -> str:
    return blake2b(msgspec.json.encode(element, order="deterministic"), digest_size=9).hexdigest()

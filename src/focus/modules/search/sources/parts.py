"""Parts of a record, compiled from a source's file: facts, identifiers, warnings, relations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from focus.modules.search.records import Fact, FactKind, Identifier, Relation, Tone, Warn
from focus.modules.search.sources.agreed import path_of
from focus.modules.search.sources.conditions import compile_all
from focus.modules.search.sources.config import (
    Born as BornMap,
)
from focus.modules.search.sources.config import (
    FactMap,
    Identifiers,
    Identify,
    Paths,
    RelationMap,
    WarningMap,
)
from focus.modules.search.sources.dates import read_date, read_time
from focus.modules.search.sources.names import compile_names
from focus.modules.search.sources.protocol import WrongSchema
from focus.modules.search.sources.templates import compile_template, compile_text_or_template
from focus.modules.search.sources.theirs import birth_of, identifier_of
from focus.modules.search.sources.unread import NotOfKind
from focus.modules.search.sources.values import Text, compile_path, compile_text
from focus.modules.search.understanding.countries import ANY
from focus.modules.search.understanding.countries import country as country_of
from focus.modules.search.vocabulary import FACTS, VALUES

_known = lru_cache(4096)(identifier_of)
"""The same plate and holder come from source after source of one lookup."""

Told = Callable[[WrongSchema], None]
"""Hears of a value that is there and cannot be read, when the rest can be used all the same; or raises it."""
Born = Callable[[Any, Any, Told], tuple[str, str]]
Identified = Callable[[Any, Any, Told], tuple[Identifier, ...]]
FactOf = Callable[[Any, Any], Fact | None]
Elements = Callable[[Any, Any], Sequence[Any]]


def compile_elements(path: str) -> Elements:
    """The list at `path` inside a record: nothing is none, one object is a list of one."""
    get = compile_path(path)

    def elements(e: Any, r: Any) -> Sequence[Any]:
        value = get(e, r)
        if value is None:
            return ()
        if type(value) is list:
            return value
        if type(value) is dict:
            return (value,)
        raise WrongSchema(f"{type(value).__name__} at '{path}' where a list was expected")

    return elements


def compile_born(born: Paths | BornMap | None) -> Born:
    """(ISO 8601 possibly partial, as they wrote it); what is no birth date is told and shown as written."""
    if born is None:
        return lambda _e, _r, _told: ("", "")
    text = compile_text(born.path if isinstance(born, BornMap) else born)
    formats, path = tuple(born.formats) if isinstance(born, BornMap) else (), path_of(born)

    def read(e: Any, r: Any, told: Told) -> tuple[str, str]:
        written = ""
        try:
            written = text(e, r)
            return birth_of(written, formats), written
        except NotOfKind as fault:
            told(fault.at(path))
            return "", written or fault.written

    return read


def compile_fact(key: str, given: str | FactMap) -> FactOf:
    """One fact of a record; None when the source has nothing there."""
    fact = given if isinstance(given, FactMap) else FactMap(path=given)
    text, kind = _raw(fact), fact.kind or FACTS[key].kind
    if kind in ("date", "time", "code") or fact.values or fact.tones or fact.when or fact.tone:
        return _refined(key, fact, text, kind)

    def read(e: Any, r: Any) -> Fact | None:
        try:
            raw = text(e, r)
        except NotOfKind as fault:
            return _as_written(key, fault)
        return Fact(key, raw, kind) if raw else None

    return read


def _refined(key: str, fact: FactMap, text: Text, kind: FactKind) -> FactOf:
    shown, tone = _shown(kind, tuple(fact.formats)), fact.tone
    values, tones, when = fact.values, fact.tones, compile_all(fact.when)

    def read(e: Any, r: Any) -> Fact | None:
        if when is not None and not when(e, r):
            return None
        try:
            raw = text(e, r)
        except NotOfKind as fault:
            return _as_written(key, fault, tone)
        if not raw:
            return None
        kind, value = shown(values.get(raw, raw))
        return Fact(key, value, kind, tones.get(raw, tone))

    return read


def _as_written(key: str, fault: NotOfKind, tone: Tone | None = None) -> Fact | None:
    """What is not of its kind is shown all the same; its connector has told of it."""
    return Fact(key, fault.written, "text", tone) if fault.written else None


def _raw(fact: FactMap) -> Text:
    if fact.value:
        constant = fact.value
        return lambda _e, _r: constant
    return compile_template(fact.template) if fact.template else compile_text_or_template(fact.path)


def _shown(kind: FactKind, formats: tuple[str, ...]) -> Callable[[str], tuple[FactKind, str]]:
    """Dates as ISO 8601; what fits no form and no word is shown as it was written."""
    if kind == "date":

        def date_of(raw: str) -> tuple[FactKind, str]:
            day = read_date(raw, formats)
            return ("date", day) if day else ("text", raw)

        return date_of
    if kind == "time":

        def time_of(raw: str) -> tuple[FactKind, str]:
            moment = read_time(raw, formats)
            return ("time", moment.isoformat()) if moment else ("text", raw)

        return time_of
    if kind == "code":
        return lambda raw: ("code" if raw in VALUES else "text", raw)
    return lambda raw: (kind, raw)


def compile_identifiers(given: Identifiers) -> Identified:
    """In normal form; what has none is told, what stands for "unknown" is nothing."""
    readers = [_identifier(kind, x) for kind, x in given.items()]
    if not readers:
        return lambda _e, _r, _told: ()

    def read(e: Any, r: Any, told: Told) -> tuple[Identifier, ...]:
        return tuple([found for reader in readers for found in reader(e, r, told)])

    return read


def _identifier(
    kind: str, given: str | list[str] | Identify
) -> Callable[[Any, Any, Told], Iterator[Identifier]]:
    how = given if isinstance(given, Identify) else Identify(path=given)
    values, path = _several(how.path), path_of(how)
    countries = _several(how.country) if how.country else None
    untold = ANY if kind == "document" else ""
    when, mixed, only = compile_all(how.when), how.mixed, frozenset(how.only)

    def read(e: Any, r: Any, told: Told) -> Iterator[Identifier]:
        if when is not None and not when(e, r):
            return
        for value in values(e, r, told):
            for country in (countries(e, r, told) or (untold,)) if countries else ("",):
                if only and country_of(country) not in only:
                    continue
                try:
                    found = _known(_true_kind(kind, value), value, country)
                except NotOfKind as fault:
                    if not mixed:
                        told(fault.at(path))
                    continue
                if found is not None:
                    yield found

    return read


def _several(path: Paths) -> Callable[[Any, Any, Told], Sequence[str]]:
    """A path that gathers gives several, and several such paths all of theirs, each once.

    One that is not of its kind is told, the others are read.
    """
    paths = [path] if isinstance(path, str) else path
    gathers = all("[*]" in one and "{" not in one for one in paths)
    text = compile_text(".") if gathers else compile_text_or_template(path)
    gets = [compile_path(one) for one in paths] if gathers else []

    def several(e: Any, r: Any, told: Told) -> Sequence[str]:
        found: dict[str, None] = {}
        for element in [x for get in gets for x in get(e, r) or ()] if gathers else (e,):
            try:
                found[text(element, r)] = None
            except NotOfKind as fault:
                told(fault.at(paths[0]))
        return [value for value in found if value]

    return several


def _true_kind(kind: str, value: str) -> str:
    """A national number whose month is over 12 is a BIS number."""
    if kind != "national_number":
        return kind
    digits = [c for c in value if c.isdigit()]
    return "bis_number" if len(digits) == 11 and int(digits[2] + digits[3]) > 12 else kind


def compile_warning(warning: WarningMap) -> Callable[[Any, Any], Iterator[Warn]]:
    """Once per record, or once per element of its list."""
    when = compile_all(warning.when)
    params = [
        (name, compile_text_or_template(path), tuple(warning.dates[name]) if name in warning.dates else None)
        for name, path in warning.params.items()
    ]
    action = compile_template(warning.action) if warning.action else None
    elements = compile_elements(warning.each) if warning.each else None

    def one(e: Any, r: Any) -> Warn | None:
        if when is not None and not when(e, r):
            return None
        said = {name: _dated(_told_of(text, e, r), formats) for name, text, formats in params}
        said = {name: value for name, value in said.items() if value}
        own = _told_of(action, e, r) if action else ""
        return Warn(warning.code, warning.tone, warning.word, said, act=warning.act, action=own)

    def read(e: Any, r: Any) -> Iterator[Warn]:
        for element, above in [(x, e) for x in elements(e, r)] if elements else [(e, r)]:
            found = one(element, above)
            if found is not None:
                yield found

    return read


def _told_of(text: Text, e: Any, r: Any) -> str:
    """A warning is never lost for what stands beside it: as written where it is not of its kind."""
    try:
        return text(e, r)
    except NotOfKind as fault:
        return fault.written


def _dated(text: str, formats: tuple[str, ...] | None) -> str:
    return text if formats is None or not text else read_date(text, formats) or text


def compile_relation(relation: RelationMap) -> Callable[[Any, Any, Told], Iterator[Relation]]:
    """What the record names; what has neither title nor identifier is left out."""
    when = compile_all(relation.when)
    names = compile_names(relation.name) if relation.name else None
    title = compile_template(relation.title) if relation.title else None
    subtitle = compile_template(relation.subtitle) if relation.subtitle else None
    born = compile_born(relation.born)
    identifiers = compile_identifiers(relation.identifiers)
    elements = compile_elements(relation.each) if relation.each else None

    def one(e: Any, r: Any, told: Told) -> Relation | None:
        if when is not None and not when(e, r):
            return None
        known = identifiers(e, r, told)
        named = title(e, r) if title else ", ".join(filter(None, names(e, r))) if names else ""
        if not named and not known:
            return None
        day, written = born(e, r, told)
        below = subtitle(e, r) if subtitle else f"° {day or written}" if written else ""
        return Relation(
            relation.role,
            relation.type,
            named or known[0].value.partition(":")[2] or known[0].value,
            known,
            below,
        )

    def read(e: Any, r: Any, told: Told) -> Iterator[Relation]:
        for element, above in [(x, e) for x in elements(e, r)] if elements else [(e, r)]:
            found = one(element, above, told)
            if found is not None:
                yield found

    return read

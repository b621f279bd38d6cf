"""What must hold within a `[[map]]`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from focus.modules.search import vocabulary
from focus.modules.search.sources.attempts import bad_conditions, bad_paths, bad_templates, bad_word, tried
from focus.modules.search.sources.checking import Fault, unknown_word
from focus.modules.search.sources.config import (
    IDENTIFIER_KINDS,
    Ask,
    FactMap,
    Identifiers,
    Identify,
    Map,
    Names,
    RelationMap,
    SourceConfig,
    WarningMap,
)
from focus.modules.search.sources.own_words import faults_of_level
from focus.modules.search.sources.values import compile_path


def faults_of_map(config: SourceConfig, mapped: Map, path: str) -> Iterator[Fault]:
    if (
        config.kind in ("rest", "soap")
        and not mapped.each
        and any(not a.each for a in config.ask if reads(a, mapped))
    ):
        yield Fault(
            f"{path}.each", 'is missing; where in the answer is the list of records? "." is the answer itself'
        )
    if mapped.type != "person" and not mapped.title:
        yield Fault(f"{path}.title", "is missing; only a person has one by itself")
    if mapped.type == "person" and not (mapped.person or mapped.title):
        yield Fault(f"{path}.person", "is missing; a person needs a name")
    yield from bad_paths(path, each=mapped.each, id=mapped.id, photo=mapped.photo)
    yield from bad_paths(
        path, at=getattr(mapped.at, "path", mapped.at), born=getattr(mapped.born, "path", mapped.born)
    )
    yield from bad_paths(path, sex=getattr(mapped.sex, "path", mapped.sex))
    if mapped.place:
        yield from bad_paths(f"{path}.place", lon=mapped.place.lon, lat=mapped.place.lat)
    yield from bad_templates(path, title=mapped.title, subtitle=mapped.subtitle, photo=mapped.photo)
    yield from _names(mapped.person, f"{path}.person")
    yield from _identifiers(mapped.identifiers, f"{path}.identifiers")
    yield from bad_conditions(mapped.when, f"{path}.when")
    for at, required in enumerate(mapped.required):
        yield from tried(f"{path}.required[{at}]", partial(compile_path, required))
    for place in mapped.codes:
        yield from tried(f"{path}.codes", partial(compile_path, place))
    yield from _facts(mapped, path, vocabulary.FACTS.keys() | config.facts.keys())
    for at, warning in enumerate(mapped.warnings):
        here = f"{path}.warnings[{at}]"
        yield from _warning(warning, here, vocabulary.WARNINGS | config.warnings.keys())
        yield from faults_of_level(warning.code, warning.tone, warning.word, config.warnings, here)
    for at, relation in enumerate(mapped.relations):
        yield from _relation(relation, f"{path}.relations[{at}]")


def reads(ask: Ask, mapped: Map) -> bool:
    return (not ask.maps or mapped.name in ask.maps) and (
        not mapped.questions or bool(set(mapped.questions) & set(ask.questions))
    )


def _facts(mapped: Map, path: str, known: Collection[str]) -> Iterator[Fault]:
    for key, given in mapped.facts.items():
        if key not in known:
            yield Fault(f"{path}.facts.{key}", unknown_word(key, known, what="fact"))
        several = isinstance(given, list)
        for at, fact in enumerate(given if isinstance(given, list) else [given]):
            here = f"{path}.facts.{key}" + (f"[{at}]" if several else "")
            yield from (
                _fact(key, fact, here)
                if isinstance(fact, FactMap)
                else bad_paths(path + ".facts", **{key: fact})
            )


def _fact(key: str, fact: FactMap, path: str) -> Iterator[Fault]:
    term = vocabulary.FACTS.get(key)
    kind = fact.kind or (term.kind if term else "text")
    if sum(bool(x) for x in (fact.path, fact.template, fact.value)) != 1:
        yield Fault(path, "one of path, template and value is needed")
    yield from bad_paths(path, path=fact.path)
    yield from bad_templates(path, template=fact.template)
    yield from bad_conditions(fact.when, f"{path}.when")
    if kind == "code":
        for word in [*fact.values.values(), *([fact.value] if fact.value else [])]:
            if word not in vocabulary.VALUES:
                yield Fault(f"{path}.values", unknown_word(word, vocabulary.VALUES, what="value"))
    if fact.formats and kind not in ("date", "time"):
        yield Fault(f"{path}.formats", f'are for kind = "date" or "time", not {kind}')


def _warning(warning: WarningMap, path: str, known: Collection[str]) -> Iterator[Fault]:
    yield from bad_word(warning.code, known, f"{path}.code", what="warning")
    if warning.act:
        yield from bad_word(warning.act, vocabulary.ACTS, f"{path}.act", what="act")
    yield from bad_paths(path, each=warning.each)
    yield from bad_templates(path, action=warning.action)
    yield from bad_conditions(warning.when, f"{path}.when")
    yield from bad_paths(f"{path}.params", **warning.params)
    for name in warning.dates:
        if name not in warning.params:
            yield Fault(f"{path}.dates.{name}", "no such param")


def _relation(relation: RelationMap, path: str) -> Iterator[Fault]:
    yield from bad_word(relation.role, vocabulary.ROLES, f"{path}.role", what="role")
    yield from bad_paths(path, each=relation.each, born=getattr(relation.born, "path", relation.born))
    yield from bad_templates(path, title=relation.title, subtitle=relation.subtitle)
    yield from _names(relation.name, f"{path}.name")
    yield from _identifiers(relation.identifiers, f"{path}.identifiers")
    yield from bad_conditions(relation.when, f"{path}.when")
    if not (relation.title or relation.name or relation.identifiers):
        yield Fault(path, "names nothing; title, name or identifiers are needed")


def _names(names: Names | None, path: str) -> Iterator[Fault]:
    if names is None:
        return
    if bool(names.full) == bool(names.family):
        yield Fault(path, "either family and given, or full with its order")
    yield from bad_paths(path, family=names.family, given=names.given, full=names.full)


def _identifiers(given: Identifiers, path: str) -> Iterator[Fault]:
    for kind, how in given.items():
        here = f"{path}.{kind}"
        yield from bad_word(kind, IDENTIFIER_KINDS, here, what="identifier")
        if isinstance(how, Identify):
            yield from bad_paths(here, path=how.path, country=how.country)
            yield from bad_conditions(how.when, f"{here}.when")
        else:
            yield from bad_paths(path, **{kind: how})

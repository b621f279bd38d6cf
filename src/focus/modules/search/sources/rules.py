"""What must hold between the fields of a source's file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from focus.core.purposes.public import DATA_KINDS
from focus.modules.search.questions import VALUES as QUESTION_FACTS
from focus.modules.search.sources.access import faults_of_access
from focus.modules.search.sources.attempts import bad_conditions, tried
from focus.modules.search.sources.checking import Fault
from focus.modules.search.sources.config import Ask, SourceConfig
from focus.modules.search.sources.durations import duration
from focus.modules.search.sources.filters import FilterInvalid, compile_filter
from focus.modules.search.sources.list_place import faults_of_place
from focus.modules.search.sources.listed import listed_questions
from focus.modules.search.sources.map_rules import faults_of_map
from focus.modules.search.sources.own_words import faults_of_level, faults_of_own_words
from focus.modules.search.sources.places import faults_of_ldap, faults_of_soap
from focus.modules.search.sources.quota import faults_of_quota
from focus.modules.search.sources.rights import faults_of_first, faults_of_rights
from focus.modules.search.sources.settings import inline_secrets
from focus.modules.search.sources.statements import StatementInvalid, compile_statement
from focus.modules.search.sources.templates import TemplateInvalid, asked_facts

_NAME = re.compile(r"[a-z][a-z0-9-]{1,39}")
_QUESTION_FACTS = frozenset().union(*QUESTION_FACTS.values()) | {
    "born_year", "national_number", "bis_number", "plate_category", "name", "address", "country",
}  # fmt: skip


def broken_rules(config: SourceConfig) -> Iterator[Fault]:
    """Faults of a file whose fields have the right types."""
    yield from _facts_of_source(config)
    yield from _words_of_source(config)
    yield from _limits(config)
    yield from _where(config)
    yield from faults_of_access(config.access)
    yield from faults_of_quota(config.quota)
    yield from faults_of_place(config.kind, config.listed, config.map)
    yield from faults_of_own_words(config)
    yield from faults_of_rights(config.rights, own=config.facts)
    yield from _hits(config)
    for at, ask in enumerate(config.ask if config.kind != "list" else []):
        yield from _ask(config, ask, f"ask[{at}]")
    for at, mapped in enumerate(config.map):
        yield from faults_of_map(config, mapped, f"map[{at}]")


def _facts_of_source(config: SourceConfig) -> Iterator[Fault]:
    if not _NAME.fullmatch(config.name):
        yield Fault("name", f'"{config.name}": lower case letters, digits and -, 2 to 40')
    if not 1 <= len(config.short) <= 14:
        yield Fault("short", f'"{config.short}" has {len(config.short)} characters; 1 to 14 fit on the chip')
    for language in ("nl", "fr", "de", "en"):
        if not getattr(config.title, language).strip():
            yield Fault(f"title.{language}", "is empty")
    if not config.legal:
        yield Fault("legal", "is empty; at least one citation of a legal basis is needed")
    for part, content in (("ask", config.ask), ("map", config.map)):
        if not content and (part, config.kind) != ("ask", "list"):
            yield Fault(part, f"is empty; at least one [[{part}]] is needed")


def _words_of_source(config: SourceConfig) -> Iterator[Fault]:
    for at, kind in enumerate(config.data):
        if kind not in DATA_KINDS:
            yield Fault(
                f"data[{at}]", f"{kind} is no kind of data; there are {', '.join(sorted(DATA_KINDS))}"
            )
    if config.needs and not re.fullmatch(r"[a-z_]+\.[a-z_]+", config.needs):
        yield Fault("needs", f'"{config.needs}" is no permission such as search.weapons')
    for at, kind in enumerate(config.matters):
        if not config.answers(kind) and kind not in listed_questions(config):
            yield Fault(f"matters[{at}]", f"no [[ask]] is for {kind}")
    if config.age:
        yield from tried("age", lambda: duration(config.age))


def _limits(config: SourceConfig) -> Iterator[Fault]:
    limits = (
        ("deadline_ms", config.deadline_ms, 50, 30_000),
        ("max_concurrent", config.max_concurrent, 1, 1_000),
        ("max_bytes", config.max_bytes, 1_000, 50_000_000),
        ("breaker.failures", config.breaker.failures, 1, 100),
        ("breaker.pause_ms", config.breaker.pause_ms, 100, 3_600_000),
        ("sql.connections", config.sql.connections if config.sql else 1, 1, 50),
    )
    for path, value, least, most in limits:
        if not least <= value <= most:
            yield Fault(path, f"{value} is not between {least} and {most}")


def _hits(config: SourceConfig) -> Iterator[Fault]:
    hits = [(at, ask) for at, ask in enumerate(config.ask) if ask.stage == "hit"]
    if config.first is not None:
        first = config.first
        yield from faults_of_first(first, asked=len(hits), own=config.warnings)
        yield from faults_of_level(first.code, first.tone, first.word, config.warnings, "first")
    for at, ask in hits:
        if config.first is None:
            yield Fault(f"ask[{at}].stage", "hit, but the file has no [first]")
        if config.kind != "sql" and not ask.hit_when:
            yield Fault(f"ask[{at}].hit_when", "is empty; an answer must say that there is something")
        yield from bad_conditions(ask.hit_when, f"ask[{at}].hit_when")


def _where(config: SourceConfig) -> Iterator[Fault]:
    places = {"rest": config.rest, "sql": config.sql, "soap": config.soap, "ldap": config.ldap}
    if config.kind == "list" and config.ask:
        yield Fault("ask", "kind is list; leave [ask] out")
    for name, place in places.items():
        if name == config.kind and place is None:
            yield Fault(name, f"is missing; kind is {name}, so [{name}] must say where it is")
        elif name != config.kind and place is not None:
            yield Fault(name, f"kind is {config.kind}; leave [{name}] out")
    if config.rest:
        if not re.match(r"https?://|\$\{", config.rest.base):
            yield Fault("rest.base", f'"{config.rest.base}" is no address: http://… or https://…')
        yield from inline_secrets("rest.headers", config.rest.headers)
    if config.sql and "${" not in config.sql.dsn and re.search(r"//[^/@]*:[^/@]+@", config.sql.dsn):
        yield Fault("sql.dsn", 'holds a password; write "${NAME}" or "${secret:NAME}"')
    if config.soap:
        yield from faults_of_soap(config.soap)
        yield from inline_secrets("soap.headers", config.soap.headers)
    if config.ldap:
        yield from faults_of_ldap(config.ldap)


def _ask(config: SourceConfig, ask: Ask, path: str) -> Iterator[Fault]:
    if not ask.questions:
        yield Fault(f"{path}.for", "is empty; at least one kind of question is needed")
    yield from _WAYS[config.kind](ask, path)
    yield from inline_secrets(f"{path}.headers", ask.headers)
    yield from bad_conditions(ask.when, f"{path}.when")
    for at, condition in enumerate(ask.when):
        yield from _asked(f"{{{condition.path}}}", f"{path}.when[{at}].path")
    yield from bad_conditions(ask.empty_when, f"{path}.empty_when")
    named = {m.name for m in config.map if m.name}
    for at, name in enumerate(ask.maps):
        if name not in named:
            yield Fault(f"{path}.maps[{at}]", f'no [[map]] has the name "{name}"')
    for kind in ask.questions:
        if not any(
            (not m.questions or kind in m.questions) and (not ask.maps or m.name in ask.maps)
            for m in config.map
        ):
            yield Fault(f"{path}.for", f"no [[map]] reads the answer to {kind}")


def _rest_ask(ask: Ask, path: str) -> Iterator[Fault]:
    yield from _asked(ask.path, f"{path}.path")
    if isinstance(ask.query, str) and ask.query:
        yield Fault(f"{path}.query", "a statement, but kind is rest: a table of parameters is needed")
    elif isinstance(ask.query, dict):
        for name, template in ask.query.items():
            yield from _asked(template, f"{path}.query.{name}")
    if ask.body is not None:
        if ask.method == "GET":
            yield Fault(f"{path}.json", 'a body needs method = "POST"')
        yield from _asked_body(ask.body, f"{path}.json")
    for at, status in enumerate(ask.empty_statuses):
        if not 100 <= status <= 599:
            yield Fault(f"{path}.empty_statuses[{at}]", f"{status} is no HTTP status")
    for name, template in ask.headers.items():
        if "${" not in template:
            yield from _asked(template, f"{path}.headers.{name}")


def _sql_ask(ask: Ask, path: str) -> Iterator[Fault]:
    if not isinstance(ask.query, str) or not ask.query.strip():
        yield Fault(f"{path}.query", "kind is sql: a statement is needed")
        return
    try:
        _, names = compile_statement(ask.query)
    except StatementInvalid as problem:
        yield Fault(f"{path}.query", str(problem))
        return
    for name in names:
        yield from _asked(f"{{{name}}}", f"{path}.query")
    if ask.path or ask.body is not None or ask.empty_statuses:
        yield Fault(path, "path, json and empty_statuses are for rest")


def _soap_ask(ask: Ask, path: str) -> Iterator[Fault]:
    if not ask.operation:
        yield Fault(f"{path}.operation", "is missing; kind is soap: which operation of the WSDL?")
    if not ask.arguments:
        yield Fault(f"{path}.arguments", "is empty; what is the operation told?")
    yield from _asked_body(ask.arguments, f"{path}.arguments")


def _ldap_ask(ask: Ask, path: str) -> Iterator[Fault]:
    if not ask.attributes:
        yield Fault(f"{path}.attributes", "is empty; which attributes are asked for?")
    try:
        names = compile_filter(ask.filter).facts
    except FilterInvalid as problem:
        yield Fault(f"{path}.filter", str(problem))
        return
    for name in sorted(names):
        yield from _asked(f"{{{name}}}", f"{path}.filter")


_WAYS = {"rest": _rest_ask, "sql": _sql_ask, "soap": _soap_ask, "ldap": _ldap_ask}


def _asked_body(body: Any, path: str) -> Iterator[Fault]:
    if isinstance(body, str):
        yield from _asked(body, path)
    elif isinstance(body, dict):
        for key, value in body.items():
            yield from _asked_body(value, f"{path}.{key}")
    elif isinstance(body, list):
        for at, value in enumerate(body):
            yield from _asked_body(value, f"{path}[{at}]")


def _asked(template: str, path: str) -> Iterator[Fault]:
    try:
        names = asked_facts(template)
    except TemplateInvalid as problem:
        yield Fault(path, str(problem))
        return
    for name in sorted(names - _QUESTION_FACTS):
        yield Fault(path, f"{name} is no fact of a question; there are {', '.join(sorted(_QUESTION_FACTS))}")

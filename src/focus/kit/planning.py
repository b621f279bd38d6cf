"""The order in which a record is gone through, worked out once for each case type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from focus.kit.cleaning import cleaner
from focus.kit.compiling import Compiled
from focus.kit.declaring.fields import Entries, Field, Group
from focus.kit.rules.compiling import Rule
from focus.kit.rules.schema import Part


@dataclass(frozen=True)
class Planned:
    """A field with its rules; `rows` are the fields of a group."""

    name: str
    field: Field
    part: Part
    clean: Callable[[object], Any]
    shown: Rule | None
    computed: Rule | None
    required: Rule | None
    rows: tuple[Planned, ...] = ()
    at_most: int = 0
    entries: bool = False


@dataclass(frozen=True)
class PlannedCheck:
    """A check, the path of its field, and the code it leaves there."""

    rule: Rule
    at: str
    code: str


@dataclass(frozen=True)
class Plan:
    """Everything that validating needs of a case type."""

    compiled: Compiled
    fields: tuple[Planned, ...]
    known: frozenset[str]
    checks: tuple[PlannedCheck, ...]


def plan(compiled: Compiled) -> Plan:
    """The plan of a case type: made once, used for every record."""
    fields = tuple(_planned(compiled, name, field, "") for name, field in compiled.case.fields.items())
    checks = tuple(
        PlannedCheck(compiled.rules[f"checks[{number}]:that"], check.at, f"check{number}")
        for number, check in enumerate(compiled.case.checks)
    )
    return Plan(compiled, fields, frozenset(compiled.case.fields), checks)


def _planned(compiled: Compiled, name: str, field: Field, group: str) -> Planned:
    schema, rules = compiled.schema, compiled.rules
    path = f"{group}.{name}" if group else name
    message = schema.group(group) if group else schema.root
    rows: tuple[Planned, ...] = ()
    if isinstance(field, Group):
        rows = tuple(_planned(compiled, below, one, name) for below, one in field.fields.items())
    return Planned(
        name,
        field,
        schema.messages[message][name],
        cleaner(field),
        rules.get(f"{path}:shown_if"),
        rules.get(f"{path}:computed"),
        rules.get(f"{path}:required_if"),
        rows,
        field.at_most if isinstance(field, Group) else 0,
        isinstance(field, Entries),
    )

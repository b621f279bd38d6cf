"""From a declaration to something that works: every fault at once, or a `Compiled`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from focus.kit import names
from focus.kit.declaring.case import CaseType
from focus.kit.declaring.fields import Field, Group
from focus.kit.faults import BadDeclaration, Lines, Where, shown
from focus.kit.kinds import wrong_kinds
from focus.kit.rules.compiling import Compiler, Rule
from focus.kit.rules.schema import Part, Schema, schema_of


@dataclass(frozen=True)
class Compiled:
    """A case type without faults. `rules` by their place: `brand:required_if`, `checks[0]:that`."""

    case: CaseType
    schema: Schema
    rules: Mapping[str, Rule]
    environments: Mapping[str, Any]
    """CEL's environment of the whole record (the empty name) and of each group."""


def compile_case(case: CaseType, file: Path | None = None) -> Compiled:
    """A case type that may be used. `file` is the module's, for the lines of its faults.

    Raises BadDeclaration with all faults at once. Where a value is of a wrong type nothing else can be
    looked at but languages, and rules only where the fields themselves have no fault.
    """
    lines = Lines(file, case.name)
    found = list(wrong_kinds(case))
    sound = not found
    found += names.labels(case)
    if sound:
        of_fields = list(names.fields(case))
        found += [*of_fields, *names.steps(case), *names.references(case), *names.times(case)]
        sound = not of_fields
    rules: dict[str, Rule] = {}
    if sound:
        schema = schema_of(case)
        compiler = Compiler(schema)
        found += _Rules(case, compiler, rules).compiled()
    if found:
        raise BadDeclaration(lines.fault(where, reason) for where, reason in found)
    environments = {group: compiler.environment(group) for group in ("", *_groups(case))}
    return Compiled(case, schema, rules, environments)


def _groups(case: CaseType) -> list[str]:
    return [name for name, field in case.fields.items() if isinstance(field, Group)]


def place(where: Where) -> str:
    """The name of a rule: `visits.note:required_if`."""
    return ":".join(shown(where))


class _Rules:
    """Compiles every rule of a case type into `rules`."""

    def __init__(self, case: CaseType, compiler: Compiler, rules: dict[str, Rule]) -> None:
        self._case = case
        self._compiler = compiler
        self._rules = rules

    def compiled(self) -> Iterator[tuple[Where, str]]:
        """The faults; rules without any are kept."""
        above: list[str] = []
        for name, field in self._case.fields.items():
            yield from self._field(field, ("fields", name), "", above, [])
            if isinstance(field, Group):
                rows: list[str] = ["id", "at", "by"]
                for below, one in field.fields.items():
                    yield from self._field(one, ("fields", name, "fields", below), name, above, rows)
                    rows.append(below)
            above.append(name)
        for number, check in enumerate(self._case.checks):
            group = check.at.partition(".")[0] if "." in check.at else ""
            if not group or isinstance(self._case.fields.get(group), Group):
                yield from self._condition(check.that, ("checks", number, "that"), group)
        for step, state in self._case.steps.items():
            for name, move in state.moves.items():
                if move.when:
                    yield from self._condition(move.when, ("steps", step, "moves", name, "when"), "")
        for name, deadline in self._case.deadlines.items():
            where: Where = ("deadlines", name, "after")
            yield from self._value(deadline.after, where, "", Part("date"), name)

    def _field(
        self, field: Field, where: Where, group: str, above: list[str], rows: list[str]
    ) -> Iterator[tuple[Where, str]]:
        name = str(where[-1])
        if field.required_if:
            yield from self._condition(field.required_if, (*where, "required_if"), group)
        if field.shown_if:
            yield from self._condition(field.shown_if, (*where, "shown_if"), group)
            yield from self._order((*where, "shown_if"), above, rows)
        if field.computed:
            message = self._compiler.schema.group(group) if group else self._compiler.schema.root
            part = self._compiler.schema.messages[message][name]
            yield from self._value(field.computed, (*where, "computed"), group, part, name)
            yield from self._order((*where, "computed"), above, rows)

    def _condition(self, text: str, where: Where, group: str) -> Iterator[tuple[Where, str]]:
        rule, faults = self._compiler.condition(text, group)
        yield from self._kept(rule, faults, where)

    def _value(self, text: str, where: Where, group: str, part: Part, of: str) -> Iterator[tuple[Where, str]]:
        rule, faults = self._compiler.value(text, group, part, of)
        yield from self._kept(rule, faults, where)

    def _kept(self, rule: Rule | None, faults: list[str], where: Where) -> Iterator[tuple[Where, str]]:
        if rule is not None:
            self._rules[place(where)] = rule
        yield from ((where, reason) for reason in faults)

    def _order(self, where: Where, above: list[str], rows: list[str]) -> Iterator[tuple[Where, str]]:
        """A field is shown or computed by those above it alone: so there is one order, and no circle."""
        rule = self._rules.get(place(where))
        if rule is None:
            return
        late = sorted(rule.reads - set(above)) + [
            f"row.{name}" for name in sorted(rule.row_reads - set(rows))
        ]
        for name in late:
            yield where, f"reads '{name}', which does not stand above it"

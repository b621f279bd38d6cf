"""One rule: compiled, type-checked and linted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cel_expr_python import cel

from focus.kit.faults import nearest
from focus.kit.rules.functions import FUNCTIONS, declared
from focus.kit.rules.lint import Lint, unknown_options
from focus.kit.rules.reading import Scope
from focus.kit.rules.schema import USER, Part, Schema
from focus.kit.rules.tree import Tree

RULES_VERSION = 1
"""Of the language: own functions and allowed subset. An app that knows less refuses the declaration."""
_LONGEST = 2000
_FIELD = re.compile(r"undefined field '([^']*)' not found in struct '([^']*)'")
_NAME = re.compile(r"undeclared reference to '([^']*)'")
_OVERLOAD = re.compile(r"found no matching overload for '([^']*)' applied to '(.*)'$")
_ERROR = re.compile(r"ERROR: <input>:\d+:\d+: (.*)")
_WANTED = {
    "text": "string",
    "choice": "string",
    "date": "string",
    "number": "int",
    "decimal": "double",
    "yes_no": "bool",
    "moment": "timestamp",
}


@dataclass(frozen=True)
class Rule:
    """A rule that may run. `reads` are fields of `this`, `row_reads` of the row of the group `group`."""

    cel: str
    ast: bytes
    expression: Any
    group: str
    reads: frozenset[str]
    row_reads: frozenset[str]


class Compiler:
    """Compiles the rules of one case type; one environment for `this`, and one for each group's `row`."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self._environments: dict[str, Any] = {}

    def environment(self, group: str) -> Any:
        """For rules of a group's rows, or with the empty name for those of the whole record."""
        if group not in self._environments:
            rows = {"row": cel.Type(self.schema.group(group))} if group else {}
            self._environments[group] = cel.NewEnv(
                self.schema.pool, variables={**self._variables(), **rows}, functions=declared()
            )
        return self._environments[group]

    def _variables(self) -> Mapping[str, Any]:
        kinds = cel.Type
        return {
            "this": kinds(self.schema.root),
            "today": kinds.STRING,
            "now": kinds.TIMESTAMP,
            "user": kinds(USER),
        }

    def condition(self, text: str, group: str) -> tuple[Rule | None, list[str]]:
        """A rule that is true or false, and what is wrong with it: no rule when there is anything."""
        return self._compiled(text, group, Part("yes_no"), "")

    def value(self, text: str, group: str, part: Part, of: str) -> tuple[Rule | None, list[str]]:
        """A rule that reckons a value of a kind, for the field `of`."""
        return self._compiled(text, group, part, of)

    def _compiled(self, text: str, group: str, part: Part, of: str) -> tuple[Rule | None, list[str]]:
        if len(text) > _LONGEST:
            return None, [f"is longer than {_LONGEST} signs"]
        try:
            expression = self.environment(group).compile(text)
        except RuntimeError as refused:
            return None, self._explained(str(refused), group)
        tree = Tree(expression.serialize())
        lint = Lint(tree, self.schema)
        faults = lint.faults + _result(tree, lint, part, of)
        if faults:
            return None, list(dict.fromkeys(faults))
        rule = Rule(text, tree.bytes, expression, group, frozenset(lint.reads), frozenset(lint.row_reads))
        return rule, []

    def _explained(self, message: str, group: str) -> list[str]:
        """The checker's words, with what was probably meant."""
        return [self._reason(found, group) for found in _ERROR.findall(message)] or [
            message.partition("\n")[0]
        ]

    def _reason(self, text: str, group: str) -> str:
        if found := _FIELD.search(text):
            return f"no field '{found[1]}'{nearest(found[1], self.schema.messages.get(found[2], {}))}"
        if found := _NAME.search(text):
            name = found[1].partition(".")[0]
            if name == "row":
                return "there is no 'row' here: only fields and checks of a group have one"
            names = [*self._variables(), *(["row"] if group else []), *FUNCTIONS]
            return f"nothing is called '{name}'{nearest(name, names)}"
        if found := _OVERLOAD.search(text):
            return f"'{found[1].strip('_')}' does not go with {found[2]}"
        return text


def _result(tree: Tree, lint: Lint, part: Part, of: str) -> list[str]:
    wanted, got = _WANTED.get(part.kind), tree.type_of(tree.root)
    if wanted is None:
        return ["a field of this kind cannot be computed"]
    if got != wanted:
        return [f"gives {got}, but {wanted} is needed"]
    if part.kind == "date" and not lint.day(tree.root, empty=True):
        return ["gives a text, but a day is needed"]
    return unknown_options(tree.root, part.options, of, Scope()) if part.options is not None else []

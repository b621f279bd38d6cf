"""What a rule may be: what server and app read alike, without the traps that a type checker misses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from focus.kit.calendar import read_day
from focus.kit.faults import nearest
from focus.kit.rules import patterns
from focus.kit.rules.functions import FUNCTIONS
from focus.kit.rules.reading import NOTHING, Scope, called, constant, entered, filters, texts
from focus.kit.rules.schema import Part, Schema
from focus.kit.rules.tree import Tree

ROOTS = frozenset({"this", "row", "today", "now", "user"})
_ORDER = frozenset({"_<_", "_<=_", "_>_", "_>=_"})
_EQUAL = frozenset({"_==_", "_!=_"})
_NUMERIC = frozenset({"int", "double"})
_CALLS = frozenset(
    {
        *_ORDER, *_EQUAL, *_NUMERIC, *FUNCTIONS, "_&&_", "_||_", "!_", "_?_:_", "_+_", "_-_", "-_", "_*_",
        "_[_]", "@in", "size", "startsWith", "endsWith", "contains", "matches", "duration",
        "@not_strictly_false",
    }
)  # fmt: skip
_PLAIN = frozenset({"bool", "int", "double", "string", "timestamp", "duration", "dyn"})
_DURATION = re.compile("([0-9]{1,9}[hms])+")
_SHOWN = {"_/_": "/", "_%_": "%", "@in": "in"}


class Lint:
    """One walk over a checked tree. `faults` says what is wrong; `reads` and `row_reads` name top fields."""

    def __init__(self, tree: Tree, schema: Schema) -> None:
        self._tree = tree
        self._schema = schema
        self.faults: list[str] = []
        self.reads: set[str] = set()
        self.row_reads: set[str] = set()
        self._visit(tree.root, Scope())

    def day(self, expr: Any, *, empty: bool = False) -> bool:
        """Whether an expression is a day for sure; `empty`: or the empty text."""
        written = constant(expr)
        if written is not None:
            return _is_day(written) or (empty and not written)
        if expr.WhichOneof("kind") == "ident_expr":
            return bool(expr.ident_expr.name == "today")
        part = self._part(expr)
        if part is not None:
            return part.kind == "date"
        function, args = called(expr)
        if function == "_?_:_":
            return all(self.day(arg, empty=empty) for arg in args[1:])
        return function in FUNCTIONS and FUNCTIONS[function].gives == "date"

    def _part(self, expr: Any) -> Part | None:
        if expr.WhichOneof("kind") != "select_expr" or expr.select_expr.test_only:
            return None
        message = self._tree.type_of(expr.select_expr.operand)
        return self._schema.messages.get(message, {}).get(expr.select_expr.field)

    def _visit(self, expr: Any, scope: Scope) -> None:
        kind = expr.WhichOneof("kind")
        visit: Callable[[Any, Scope], None] | None = {
            "const_expr": self._const,
            "ident_expr": self._ident,
            "select_expr": self._select,
            "call_expr": self._call,
            "list_expr": self._list,
            "comprehension_expr": self._loop,
        }.get(kind)
        if visit is None:
            self.faults.append("maps and messages may not be written in a rule")
        else:
            visit(expr, scope)

    def _const(self, expr: Any, _: Scope) -> None:
        self._nfc(constant(expr))
        if expr.const_expr.WhichOneof("kind") in {"null_value", "bytes_value", "uint64_value"}:
            self.faults.append(
                "null, bytes and unsigned numbers may not stand in a rule; unset is `!has(...)`"
            )

    def _nfc(self, written: str | None) -> None:
        if written is not None and not unicodedata.is_normalized("NFC", written):
            self.faults.append(f"'{written}' is not in NFC, as all texts are: write it anew")

    def _ident(self, expr: Any, scope: Scope) -> None:
        if expr.ident_expr.name in {"this", "row", "user"} and expr.ident_expr.name not in scope.variables:
            self.faults.append(f"'{expr.ident_expr.name}' stands alone: name one of its fields")

    def _list(self, expr: Any, scope: Scope) -> None:
        for element in expr.list_expr.elements:
            self._visit(element, scope)

    def _select(self, expr: Any, scope: Scope) -> None:
        select = expr.select_expr
        self._note(expr)
        if select.operand.WhichOneof("kind") != "ident_expr":
            self._visit(select.operand, scope)
        part = self._part(expr)
        if part is not None and part.guarded and not self._there(expr, scope):
            shown = scope.key(expr) or select.field
            shown = re.sub(r"@\d+", "", shown)
            self.faults.append(f"'{shown}' may be empty: guard it, as in `has({shown}) && ...`")

    def _note(self, expr: Any) -> None:
        operand = expr.select_expr.operand
        if operand.WhichOneof("kind") == "ident_expr" and operand.ident_expr.name in {"this", "row"}:
            into = self.reads if operand.ident_expr.name == "this" else self.row_reads
            into.add(expr.select_expr.field)

    def _there(self, expr: Any, scope: Scope) -> bool:
        """Whether what is selected is set whenever this part of the rule counts."""
        if expr.WhichOneof("kind") != "select_expr":
            return True
        if scope.key(expr) in scope.known:
            return True
        part = self._part(expr)
        return part is not None and part.always and self._there(expr.select_expr.operand, scope)

    def _call(self, expr: Any, scope: Scope) -> None:
        function, args = called(expr)
        if function not in _CALLS:
            self.faults.append(f"'{_SHOWN.get(function, function.strip('_'))}' may not stand in a rule")
        for arg, facts in zip(args, self._conditions(function, args, scope), strict=True):
            self._visit(arg, scope.knowing(facts))
        if function in _ORDER:
            self._ordered(args)
        elif function in _EQUAL or function == "@in":
            self._compared(function, args, scope)
        else:
            self._arguments(function, args)

    def _conditions(self, function: str, args: list[Any], scope: Scope) -> list[frozenset[str]]:
        """What is known besides in each argument of a call."""
        if function in {"_&&_", "_||_"}:
            return [NOTHING, scope.facts(args[0], true=function == "_&&_")]
        if function == "_?_:_":
            return [NOTHING, scope.facts(args[0], true=True), scope.facts(args[0], true=False)]
        return [NOTHING] * len(args)

    def _ordered(self, args: list[Any]) -> None:
        if self._tree.type_of(args[0]) == "string" and not all(self.day(arg) for arg in args):
            self.faults.append("texts have no order; only days (`YYYY-MM-DD`) may be compared by it")

    def _compared(self, function: str, args: list[Any], scope: Scope) -> None:
        for kind in map(self._tree.type_of, args):
            if kind not in _PLAIN and kind.removeprefix("list(").removesuffix(")") not in _PLAIN:
                self.faults.append(
                    "only texts, numbers, moments and yes or no are compared, not whole things"
                )
                return
        pairs = [args] if function == "@in" else [args, args[::-1]]
        for one, other in pairs:
            part = self._part(one)
            if part is not None and part.options is not None:
                self.faults += unknown_options(other, part.options, one.select_expr.field, scope)
            elif self.day(one) and constant(one) is None:
                self.faults += [
                    f"'{text}' is no day" for text in texts(other, scope) if text and not _is_day(text)
                ]

    def _arguments(self, function: str, args: list[Any]) -> None:
        if function in FUNCTIONS:
            wanted = FUNCTIONS[function].takes
            if any(kind == "date" and not self.day(arg) for kind, arg in zip(wanted, args, strict=False)):
                self.faults.append(f"'{function}' takes a day, not just any text")
        elif function in _NUMERIC and self._tree.type_of(args[0]) not in _NUMERIC:
            self.faults.append(f"'{function}' takes a number")
        elif function == "matches":
            written = constant(args[1])
            wrong = "must be written out" if written is None else patterns.fault_of(written)
            self.faults += [f"pattern: {wrong}"] if wrong else []
        elif function == "duration" and not _DURATION.fullmatch(constant(args[0]) or ""):
            self.faults.append("'duration' takes a text as in '36h' or '90m'")
        elif function == "_[_]" and self._tree.type_of(args[1]) != "int":
            self.faults.append("a list is read by a whole number")

    def _loop(self, expr: Any, scope: Scope) -> None:
        loop = expr.comprehension_expr
        if loop.iter_var in ROOTS:
            self.faults.append(f"'{loop.iter_var}' is taken: choose another name")
        self._visit(loop.iter_range, scope)
        inner = entered(expr, scope)
        step = filters(loop)
        self._visit(step if step is not None else loop.loop_step, inner)


def unknown_options(expr: Any, options: Iterable[str], of: str, scope: Scope) -> list[str]:
    """A fault for each text of an expression that is no option; the empty text means unset."""
    unknown = sorted(texts(expr, scope) - set(options) - {""})
    return [f"'{text}' is no option of '{of}'{nearest(text, options)}" for text in unknown]


def _is_day(text: str) -> bool:
    try:
        read_day(text)
    except ValueError:
        return False
    return True

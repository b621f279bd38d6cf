"""What a rule reads, and under which conditions: facts about `has`, and names for the things it selects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

Facts = frozenset[str]
NOTHING: Facts = frozenset()


@dataclass(frozen=True)
class Scope:
    """What is known at a point of a rule: facts, and what the variables of `exists`, `filter`… stand for."""

    known: Facts = NOTHING
    variables: Mapping[str, str] = field(default_factory=dict)
    """Unique name by variable: two of one name never share a fact."""
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The texts that a variable may be, where its list is written in the rule."""

    def knowing(self, facts: Facts) -> Scope:
        """With more facts."""
        return replace(self, known=self.known | facts)

    def key(self, expr: Any) -> str | None:
        """`this.owner.birth_date`, or None for what is no plain selection."""
        match expr.WhichOneof("kind"):
            case "ident_expr":
                name: str = expr.ident_expr.name
                return self.variables.get(name, name)
            case "select_expr":
                inner = self.key(expr.select_expr.operand)
                return None if inner is None else f"{inner}.{expr.select_expr.field}"
        return None

    def facts(self, expr: Any, *, true: bool) -> Facts:
        """What is filled in for sure when an expression is true, or false."""
        if expr.WhichOneof("kind") == "select_expr" and expr.select_expr.test_only:
            key = self.key(expr)
            return frozenset([key]) if true and key else NOTHING
        function, args = called(expr)
        if function == "!_":
            return self.facts(args[0], true=not true)
        if function in {"_&&_", "_||_"}:
            left, right = (self.facts(arg, true=true) for arg in args)
            return left | right if (function == "_&&_") == true else left & right
        return NOTHING


def called(expr: Any) -> tuple[str, list[Any]]:
    """Name and arguments of a call, the receiver first; `("", [])` for anything else."""
    if expr.WhichOneof("kind") != "call_expr":
        return "", []
    call = expr.call_expr
    target = [call.target] if call.HasField("target") else []
    return call.function, target + list(call.args)


def constant(expr: Any) -> str | None:
    """The text that an expression is, if it is one."""
    if expr.WhichOneof("kind") == "const_expr" and expr.const_expr.WhichOneof("kind") == "string_value":
        return str(expr.const_expr.string_value)
    return None


def texts(expr: Any, scope: Scope) -> frozenset[str]:
    """The texts, written in the rule, that an expression may be, or that its list may hold."""
    match expr.WhichOneof("kind"):
        case "const_expr":
            written = constant(expr)
            return NOTHING if written is None else frozenset([written])
        case "list_expr":
            return NOTHING.union(*(texts(one, scope) for one in expr.list_expr.elements))
        case "ident_expr":
            return scope.values.get(expr.ident_expr.name, NOTHING)
        case "comprehension_expr" if filters(expr.comprehension_expr) is not None:
            return texts(expr.comprehension_expr.iter_range, scope)
    return _texts_of_call(*called(expr), scope)


def _texts_of_call(function: str, args: list[Any], scope: Scope) -> frozenset[str]:
    if function == "_?_:_":
        return texts(args[1], scope) | texts(args[2], scope)
    joins = any(one.WhichOneof("kind") in {"list_expr", "comprehension_expr"} for one in args)
    if function == "_+_" and joins:
        return texts(args[0], scope) | texts(args[1], scope)
    return texts(args[0], scope) if function == "_[_]" else NOTHING


def filters(loop: Any) -> Any | None:
    """The condition of `filter`, or None if a comprehension is another one."""
    function, args = called(loop.loop_step)
    if function != "_?_:_":
        return None
    added, parts = called(args[1])
    if added != "_+_" or parts[1].WhichOneof("kind") != "list_expr":
        return None
    (element,) = parts[1].list_expr.elements
    same = element.WhichOneof("kind") == "ident_expr" and element.ident_expr.name == loop.iter_var
    return args[0] if same else None


def entered(expr: Any, scope: Scope) -> Scope:
    """The scope inside a comprehension; behind a `filter` its condition holds for each element."""
    loop = expr.comprehension_expr
    name = f"{loop.iter_var}@{expr.id}"
    inner = replace(
        scope,
        variables={**scope.variables, loop.iter_var: name},
        values={**scope.values, loop.iter_var: texts(loop.iter_range, scope)},
    )
    if loop.iter_range.WhichOneof("kind") == "comprehension_expr":
        condition = filters(loop.iter_range.comprehension_expr)
        if condition is not None:
            below = entered(loop.iter_range, scope)
            old = below.variables[loop.iter_range.comprehension_expr.iter_var]
            facts = below.facts(condition, true=True)
            inner = inner.knowing(
                frozenset(name + fact[len(old) :] for fact in facts if fact.startswith(f"{old}."))
            )
    return inner

"""Conditions of a source's file as functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from focus.core import clock
from focus.modules.search.sources.config import Condition, Scalar
from focus.modules.search.sources.protocol import WrongSchema
from focus.modules.search.sources.theirs import date_of, number_of, truth_of
from focus.modules.search.sources.unread import NotOfKind, Unread
from focus.modules.search.sources.values import as_text, compile_path

Holds = Callable[[Any, Any], bool]


def compile_all(conditions: Sequence[Condition]) -> Holds | None:
    """All must hold; None when there are none."""
    tests = [_compile(condition) for condition in conditions]
    if not tests:
        return None
    if len(tests) == 1:
        return tests[0]
    return lambda e, r: all(test(e, r) for test in tests)


def compile_any(conditions: Sequence[Condition]) -> Holds | None:
    """One that holds is enough; None when there are none."""
    tests = [_compile(condition) for condition in conditions]
    return (lambda e, r: any(test(e, r) for test in tests)) if tests else None


def _compile(condition: Condition) -> Holds:
    get = compile_path(condition.path)
    tests: list[Callable[[Any], bool]] = []
    if condition.exists is not None:
        tests.append(_existing(condition.exists))
    for choices, wanted in (
        ([condition.equals], True),
        ([condition.differs], False),
        (condition.one_of, True),
    ):
        if choices is not None and choices != [None]:
            tests.append(_among([choice for choice in choices if choice is not None], wanted=wanted))
    if condition.past is not None:
        tests.append(_dated(tuple(condition.formats), past=condition.past))

    def holds(e: Any, r: Any) -> bool:
        value = get(e, r)
        try:
            return all(test(value) for test in tests)
        except WrongSchema as fault:
            raise fault.at(condition.path) from None

    return holds


def _existing(wanted: bool) -> Callable[[Any], bool]:
    def test(value: Any) -> bool:
        if isinstance(value, Unread):
            raise NotOfKind(value.kind, value.written)
        return (value is not None and value not in ("", [], {})) is wanted

    return test


def _among(choices: Sequence[Scalar], *, wanted: bool) -> Callable[[Any], bool]:
    """A list is among them when one of its values is. Choices that are all of one kind declare it: what is
    then no yes or no, or no number, is of another shape."""
    read = _reading(choices)
    known = frozenset(map(read, choices))

    def test(value: Any) -> bool:
        if isinstance(value, dict):
            raise WrongSchema("an object where a code was expected")
        if isinstance(value, list):
            return _any_of(value, lambda x: read(x) in known) is wanted
        return (read(value) in known) is wanted

    return test


def _any_of(values: Sequence[Any], among: Callable[[Any], bool]) -> bool:
    """One that is among them is enough; else each must be readable. Raises `NotOfKind`."""
    fault: NotOfKind | None = None
    for value in values:
        try:
            if not isinstance(value, dict) and among(value):
                return True
        except NotOfKind as other:
            fault = fault or other
    if fault is not None:
        raise fault
    return False


def _reading(choices: Sequence[Scalar]) -> Callable[[Any], Any]:
    if not choices:
        return as_text
    if all(isinstance(choice, bool) or choice in ("true", "false") for choice in choices):
        return truth_of
    if all(isinstance(choice, int | float) and not isinstance(choice, bool) for choice in choices):
        return number_of
    return as_text


def _dated(formats: tuple[str, ...], *, past: bool) -> Callable[[Any], bool]:
    """No date is neither past nor to come. One that no form fits raises `WrongSchema`."""

    def test(value: Any) -> bool:
        day = date_of(as_text(value), formats)
        return (
            bool(day)
            and (day < clock.now().astimezone(clock.BRUSSELS).date().isoformat()[: len(day)]) is past
        )

    return test

"""Conditions of a source's file as functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from focus.core import clock
from focus.modules.search.sources.config import Condition
from focus.modules.search.sources.protocol import WrongSchema
from focus.modules.search.sources.values import as_text, compile_path, read_date

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
    if condition.equals is not None:
        tests.append(_among({as_text(condition.equals)}, wanted=True))
    if condition.differs is not None:
        tests.append(_among({as_text(condition.differs)}, wanted=False))
    if condition.one_of is not None:
        tests.append(_among({as_text(x) for x in condition.one_of}, wanted=True))
    if condition.past is not None:
        tests.append(_dated(tuple(condition.formats), past=condition.past))
    if len(tests) == 1:
        only = tests[0]
        return lambda e, r: only(get(e, r))

    def holds(e: Any, r: Any) -> bool:
        value = get(e, r)
        return all(test(value) for test in tests)

    return holds


def _existing(wanted: bool) -> Callable[[Any], bool]:
    return lambda value: (value is not None and value not in ("", [], {})) is wanted


def _among(choices: set[str], *, wanted: bool) -> Callable[[Any], bool]:
    """A list is among them when one of its values is."""

    def test(value: Any) -> bool:
        if isinstance(value, dict):
            raise WrongSchema("an object where a code was expected")
        if isinstance(value, list):
            return any(as_text(x) in choices for x in value if not isinstance(x, dict)) is wanted
        return (as_text(value) in choices) is wanted

    return test


def _dated(formats: tuple[str, ...], *, past: bool) -> Callable[[Any], bool]:
    """No date, or one that no form fits, is neither past nor to come."""

    def test(value: Any) -> bool:
        day = read_date(as_text(value), formats)
        return (
            bool(day)
            and (day < clock.now().astimezone(clock.BRUSSELS).date().isoformat()[: len(day)]) is past
        )

    return test

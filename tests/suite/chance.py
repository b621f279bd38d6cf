"""Chance: every run draws the same examples; `make fuzz` draws new ones and writes down what it finds.

found.json holds, by test, the arguments of each case that a search found; every later run tries them first.
"""

from __future__ import annotations

import ast
import json
import os
import re
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps
from inspect import iscoroutinefunction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, is_hypothesis_test, settings
from hypothesis.errors import UnsatisfiedAssumption

FOUND = Path(__file__).parent / "found.json"
FUZZ = "FOCUS_FUZZ"
"""Set by `make fuzz`: examples are drawn anew, and what fails is written to the file of this path."""

SECONDS = "FOCUS_FUZZ_SECONDS"
"""How long one property is searched, from its first example on."""
_MANY = 20_000
"""Examples of one run at most: what hypothesis remembers of them stays in memory."""

_common = {"deadline": None, "database": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("same", derandomize=True, **_common)
settings.register_profile("search", print_blob=True, max_examples=_MANY, **_common)
settings.load_profile("search" if os.environ.get(FUZZ) else "same")

_REPORT = re.compile("(?:Falsifying example|Failing test case): ")
_FIXTURE = re.compile(r"\w+=(<.*>|PosixPath\(.*\)|\{.*<.*>.*\}),")
"""An argument that pytest gives, which no later run has to be told."""

Cases = dict[str, list[str]]
"""By node id: the arguments as a call's keywords, in Python."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each property the cases that were found for it."""
    cases: Cases = json.loads(FOUND.read_text("utf-8"))
    for item in items:
        function = getattr(item, "obj", None)
        for case in cases.get(item.nodeid, ()):
            assert is_hypothesis_test(function), f"{item.nodeid} is no property any more: mend {FOUND.name}"
            example(**arguments(case))(function)
    if SECONDS in os.environ:
        share(items, float(os.environ[SECONDS]))


def share(items: list[pytest.Item], seconds: float) -> None:
    """Give each property its time; several parameters of one test share it."""
    cases = Counter(item.nodeid.partition("[")[0] for item in items)
    for item in items:
        if is_hypothesis_test(function := getattr(item, "obj", None)):
            limited(function, seconds / cases[item.nodeid.partition("[")[0]])


def limited(test: Any, seconds: float) -> None:
    """Skip a property's remaining examples once its time is up; one that failed may be made smaller."""
    inner, began, failed = test.hypothesis.inner_test, 0.0, False

    @contextmanager
    def timed() -> Iterator[None]:
        nonlocal began, failed
        began = began or time.monotonic()
        try:
            yield
        except UnsatisfiedAssumption:
            raise
        except Exception:
            failed = True
            raise
        # Only now: hypothesis wants an example that draws while it runs to draw all that it drew before.
        if not failed and time.monotonic() - began > seconds:
            pytest.skip("time is up")

    @wraps(inner)
    def within(*args: Any, **named: Any) -> Any:
        with timed():
            return inner(*args, **named)

    @wraps(inner)
    async def waited(*args: Any, **named: Any) -> Any:
        with timed():
            return await inner(*args, **named)

    test.hypothesis.inner_test = waited if iscoroutinefunction(inner) else within


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Under `make fuzz`: write down the smallest case that fails."""
    place = os.environ.get(FUZZ)
    if place and report.failed and (case := falsifying(report.longreprtext)):
        note(Path(place), report.nodeid, case)


def falsifying(text: str) -> str | None:
    """The arguments in hypothesis' report, when they are plain values."""
    parts = _REPORT.split(text, maxsplit=1)
    lines = [line.removeprefix("E").strip() for line in parts[-1].splitlines()] if len(parts) > 1 else []
    lines = [line for line in lines if not _FIXTURE.fullmatch(line)]
    for end in range(1, len(lines) + 1):
        try:
            call = ast.parse("\n".join(lines[:end]).rstrip(), mode="eval").body
        except SyntaxError:
            continue
        if not isinstance(call, ast.Call):
            return None
        case = ", ".join(f"{word.arg}={ast.unparse(word.value)}" for word in call.keywords)
        try:
            arguments(case)
        except ValueError:
            return None
        return case
    return None


def arguments(case: str) -> dict[str, Any]:
    """The values of `a=1, b='<'`. Raises ValueError when one is no plain value."""
    call = ast.parse(f"_({case})", mode="eval").body
    assert isinstance(call, ast.Call)
    return {str(word.arg): ast.literal_eval(word.value) for word in call.keywords}


def note(place: Path, test: str, case: str) -> None:
    """Add a case to the file, once."""
    cases: Cases = json.loads(place.read_text("utf-8")) if place.exists() else {}
    if case not in cases.setdefault(test, []):
        cases[test].append(case)
        place.write_text(json.dumps(cases, indent=2, ensure_ascii=True, sort_keys=True) + "\n", "utf-8")

"""The lint that keeps tests from changing a clock that all share."""

from __future__ import annotations

import ast

import pytest

from tools.clocks import faults


@pytest.mark.parametrize(
    "planted",
    [
        'monkeypatch.setattr(loop, "time", lambda: now() + later, raising=False)',
        'monkeypatch.setattr("focus.core.clock.now", lambda: moment)',
        'setattr(clock, "now", later)',
        'patch("time.monotonic", return_value=1.0)',
        'mock.patch.object(time, "perf_counter")',
        "asyncio.get_running_loop().time = later",
        "time.monotonic = lambda: 0.0",
        "clock.now: Any = later",
        "del loop.time",
    ],
)
def test_a_changed_clock_is_found(planted: str) -> None:
    assert [line for line, _ in faults(ast.parse(f"x = 1\n{planted}"))] == [2]


@pytest.mark.parametrize(
    "allowed",
    [
        "with clock.fixed(moment): pass",
        "Tokens(token, seconds=lambda: now)",
        "now = clock.now()",
        "self.now += 5",
        'monkeypatch.setattr(module, "LIMIT", 3)',
        'monkeypatch.setenv("TZ", "UTC")',
        "assert loop.time() == before",
    ],
)
def test_a_clock_of_one_s_own_is_not(allowed: str) -> None:
    assert list(faults(ast.parse(allowed))) == []

"""The search for new examples ends when its time is up, and never before a failure is made small."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.suite.chance import limited
from tools.fuzz import PARSERS, ROOT, collected


def test_a_property_is_left_when_its_time_is_up() -> None:
    tried = 0

    @settings(max_examples=10_000_000, database=None)
    @given(st.integers())
    def holds(number: int) -> None:
        nonlocal tried
        tried += 1
        time.sleep(0.001)

    limited(holds, 0.2)
    begun = time.monotonic()
    with pytest.raises(pytest.skip.Exception):
        holds()
    assert tried > 1 and time.monotonic() - begun < 5


def test_a_failure_is_made_small_also_after_its_time() -> None:
    smallest = 10**9

    @settings(max_examples=10_000, database=None)
    @given(st.integers(0, 10**6))
    def fails(number: int) -> None:
        nonlocal smallest
        if number > 41:
            smallest = min(smallest, number)
            time.sleep(0.01)
            raise AssertionError

    limited(fails, 0.01)
    with pytest.raises(AssertionError):
        fails()
    assert smallest == 42


@pytest.mark.slow
def test_every_parser_is_searched() -> None:
    assert all((ROOT / path).exists() for path in PARSERS)
    found = collected(PARSERS)
    files = {test.partition("::")[0] for test in found}
    assert {str(path.relative_to(ROOT)) for path in (ROOT / "tests" / "fuzz").glob("test_*.py")} <= files
    assert len(found) > 40 and len(found) == len(set(found))

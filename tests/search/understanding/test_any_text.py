"""Whatever is typed or pasted: an answer, the same for the same, and no pattern that could run away."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from focus.modules.search import understanding
from focus.modules.search.understanding import understand
from focus.modules.search.understanding.understand import LONGEST, SHOWN, cleaned

TODAY = date(2026, 11, 23)
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202d\u202e\u2060\u2066\u2069\ufeff\x00\x07\x7f"
"""Zero-width, direction marks, byte order mark, control."""

letters = "ABCQXZabz019 -./,'°()+&éßı\n\t🚓👮‍♀️١一" + INVISIBLE
likely = st.text(alphabet=letters, max_size=LONGEST + 50)
pieces = st.lists(
    st.sampled_from(
        ["Kapelstraat", "rue", "12", "bus", "bte", "1-ABC-123", "85.07.30-033.28", "+32", "van", "d'",
         "né le", "12/3/85", "maart", "1985", "BE", "NL", "tel", "(", ")", ",", "-", ".", " ", "°",
         "9" * 30, "A" * 30]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(likely | pieces | st.text(max_size=LONGEST))
@example("\x00")
@example(INVISIBLE)
@example("\u202e321-CBA-1")
@example("👮‍♀️ 1-ABC-123")
@example("\ud800")
@example("ﷺ" * LONGEST)
@example("ß" * LONGEST)
@example("9" * LONGEST)
@example("1 " * (LONGEST // 2))
@example("rue " * (LONGEST // 4))
@example("rue de la " * 19 + "12")
@example("x" * 10_000)
@example("\u200b" * 10_000 + "1-ABC-123")
def test_every_text_has_a_bounded_answer(typed: str) -> None:
    understood = understand(typed, today=TODAY)
    assert understood.readings or understood.problems
    assert len(understood.readings) <= SHOWN
    assert all(reading.normal and reading.facts for reading in understood.readings)


@settings(max_examples=200, deadline=None)
@given(likely | pieces, st.lists(st.tuples(st.integers(0, LONGEST), st.sampled_from(INVISIBLE))))
def test_what_nobody_sees_changes_no_reading(typed: str, hidden: list[tuple[int, str]]) -> None:
    seen = cleaned(typed)
    strewn = seen
    for place, mark in hidden:
        strewn = strewn[:place] + mark + strewn[place:]
    assert understand(strewn, today=TODAY) == understand(seen, today=TODAY)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ABCQXZ019 -./+", max_size=20) | pieces)
def test_capitals_and_outer_space_decide_nothing_about_a_number(typed: str) -> None:
    assert certain(f"  {typed.upper()} ") == certain(typed.lower())


def certain(typed: str) -> list[tuple[str, str]]:
    readings = understand(typed, today=TODAY).readings
    return [(reading.kind, reading.normal) for reading in readings if reading.certain]


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of the package, with where it is."""
    for found in pkgutil.iter_modules(understanding.__path__):
        module = importlib.import_module(f"{understanding.__name__}.{found.name}")
        for name, value in vars(module).items():
            for number, pattern in enumerate(_within(value)):
                yield f"{found.name}.{name}[{number}]", pattern


def _within(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _within(one)
    elif isinstance(getattr(value, "pattern", None), re.Pattern):
        yield value.pattern


def nested(parsed: Any, *, inside: bool = False) -> bool:
    """Whether a repetition without end stands within another."""
    for kind, what in parsed:
        repeats = str(kind) in ("MAX_REPEAT", "MIN_REPEAT") and what[1] > 1_000
        if repeats and inside:
            return True
        inner = what if isinstance(what, tuple | list) else ()
        if any(nested(part, inside=inside or repeats) for part in _branches(inner)):
            return True
    return False


def _branches(what: Any) -> Iterator[Any]:
    for part in what:
        if type(part).__name__ == "SubPattern":
            yield part
        elif isinstance(part, list):
            yield from _branches(part)


@pytest.mark.parametrize(("where", "pattern"), list(patterns()), ids=lambda value: str(value)[:40])
def test_no_pattern_repeats_within_a_repetition(where: str, pattern: re.Pattern[str]) -> None:
    parser = re._parser  # type: ignore[attr-defined]
    assert not nested(parser.parse(pattern.pattern, pattern.flags)), where


def test_a_pattern_that_could_run_away_would_be_found() -> None:
    parser = re._parser  # type: ignore[attr-defined]
    assert nested(parser.parse(r"x(?:a+|b)*"))
    assert not nested(parser.parse(r"(?:ab?){1,3}c+"))

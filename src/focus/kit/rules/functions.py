"""Functions that rules may call beside CEL's own. The app has the same, by `tests/kit/vectors.json`.

A function that gets what it cannot use raises ValueError with a word that holds no data; the rule then ends
as `rule_error`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cel_expr_python import cel

from focus.kit import calendar

_EARTH = 6_371_008.8
"""Metres: mean radius of WGS 84."""


def distance(longitude: float, latitude: float, other_longitude: float, other_latitude: float) -> int:
    """Metres between two points, on a sphere: up to half a percent off."""
    first, second = math.radians(latitude), math.radians(other_latitude)
    across = math.radians(other_longitude - longitude)
    half = (
        math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(across / 2) ** 2
    )
    return math.floor(2 * _EARTH * math.asin(math.sqrt(min(1.0, half))) + 0.5)


@dataclass(frozen=True)
class Function:
    """Its parameters and result: `date` is a text that names a day."""

    run: Callable[..., Any]
    takes: tuple[str, ...]
    gives: str


FUNCTIONS = {
    "days_after": Function(calendar.days_after, ("date", "int"), "date"),
    "working_days_after": Function(calendar.working_days_after, ("date", "int"), "date"),
    "months_after": Function(calendar.months_after, ("date", "int"), "date"),
    "days_between": Function(calendar.days_between, ("date", "date"), "int"),
    "age_on": Function(calendar.age_on, ("date", "date"), "int"),
    "weekday_of": Function(calendar.weekday_of, ("date",), "int"),
    "date_of": Function(calendar.date_of, ("timestamp",), "date"),
    "part_of_day": Function(calendar.part_of_day, ("timestamp",), "string"),
    "distance": Function(distance, ("double",) * 4, "int"),
}

_TYPES = {
    "date": cel.Type.STRING,
    "string": cel.Type.STRING,
    "int": cel.Type.INT,
    "double": cel.Type.DOUBLE,
    "timestamp": cel.Type.TIMESTAMP,
}


def declared() -> list[Any]:
    """The functions as CEL's environment wants them."""
    return [
        cel.FunctionDecl(
            name,
            [
                cel.Overload(
                    f"kit_{name}", _TYPES[one.gives], [_TYPES[kind] for kind in one.takes], False, one.run
                )
            ],
        )
        for name, one in FUNCTIONS.items()
    ]

"""What the tests of the kit share: compiled declarations, circumstances, and the vectors."""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from focus.kit import CaseType
from focus.kit.circumstances import Circumstances, User
from focus.kit.compiling import compile_case
from focus.kit.planning import Plan, plan
from tests.kit.declarations.found_bicycles import FOUND_BICYCLE
from tests.kit.declarations.residence_like import RESIDENCE_LIKE

HERE = Path(__file__).parent
VECTORS = json.loads((HERE / "vectors.json").read_text("utf-8"))
CASES = {case.name: case for case in (FOUND_BICYCLE, RESIDENCE_LIKE)}


@cache
def planned(name: str) -> Plan:
    """The plan of one of the test declarations."""
    return plan(compile_case(CASES[name]))


def plan_of(case: CaseType) -> Plan:
    """The plan of a declaration made in a test."""
    return plan(compile_case(case))


def circumstances(told: dict[str, Any] | None = None) -> Circumstances:
    """Those of the vectors, or others that a vector names."""
    told = {**VECTORS, **(told or {})}
    user = told["user"]
    return Circumstances(
        now=datetime.fromisoformat(told["now"]),
        today=date.fromisoformat(told["today"]),
        user=User(
            id=user["id"], name=user["name"], unit=user.get("unit", ""), roles=tuple(user.get("roles", ()))
        ),
    )

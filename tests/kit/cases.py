"""What the tests of the kit share: compiled declarations, circumstances, and the vectors."""

from __future__ import annotations

import json
from base64 import b64decode
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from google.protobuf import any_pb2

from focus.kit import CaseType
from focus.kit.circumstances import Circumstances, User
from focus.kit.compiling import compile_case
from focus.kit.manifest import manifest
from focus.kit.planning import Plan, plan
from tests.kit.declarations.found_bicycles import FOUND_BICYCLE
from tests.kit.declarations.residence_like import RESIDENCE_LIKE

TREE = "type.googleapis.com/cel.expr.CheckedExpr"
HERE = Path(__file__).parent
VECTORS = json.loads((HERE / "vectors.json").read_text("utf-8"))
CASES = {case.name: case for case in (FOUND_BICYCLE, RESIDENCE_LIKE)}


@cache
def planned(name: str) -> Plan:
    """The plan of one of the test declarations."""
    return plan(compile_case(CASES[name]))


@cache
def from_the_manifest(name: str) -> Plan:
    """A plan whose rules run from the trees in the manifest alone, as the app's do."""
    compiled = planned(name).compiled
    told = manifest(compiled)["rules"]
    rules = {
        place: replace(
            rule,
            expression=compiled.environments[rule.group].deserialize(
                any_pb2.Any(type_url=TREE, value=b64decode(told[place]["ast"])).SerializeToString()
            ),
        )
        for place, rule in compiled.rules.items()
    }
    return plan(replace(compiled, rules=rules))


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

"""The vectors that server and app share. How one is read stands in `vectors.md`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from focus.kit.codes import CODES
from focus.kit.declaring.case import Delay
from focus.kit.moving import due, move_faults
from focus.kit.planning import Plan
from focus.kit.validating import Checked, validate
from tests.kit.cases import VECTORS, circumstances, from_the_manifest, planned

ALL = VECTORS["vectors"]


def given(vector: dict[str, Any]) -> Any:
    if "whole" in vector:
        return vector["whole"]
    data = {**VECTORS["bases"][vector["base"]]["data"], **vector.get("set", {})}
    return {name: value for name, value in data.items() if name not in vector.get("drop", ())}


def wanted(vector: dict[str, Any]) -> dict[str, Any]:
    base = VECTORS["bases"][vector["base"]]
    data = {**base["data"], **base["computed"], **vector.get("cleaned", {})}
    return {name: value for name, value in data.items() if name not in vector.get("gone", ())}


def checked(vector: dict[str, Any], plans: Callable[[str], Plan] = planned) -> Checked:
    plan = plans(VECTORS["bases"][vector["base"]]["case"])
    return validate(plan, given(vector), circumstances(vector), before=vector.get("before"))


def pairs(faults: list[tuple[str, str]]) -> list[list[str]]:
    return [list(fault) for fault in faults]


def test_there_are_enough_and_each_has_a_name_of_its_own() -> None:
    assert len(ALL) >= 60
    assert len({vector["name"] for vector in ALL}) == len(ALL)


@pytest.mark.parametrize("plans", [planned, from_the_manifest], ids=["compiled", "trees of the manifest"])
@pytest.mark.parametrize("vector", ALL, ids=lambda vector: vector["name"])
def test_a_vector(vector: dict[str, Any], plans: Callable[[str], Plan]) -> None:
    found = checked(vector, plans)
    assert pairs(found.faults) == vector.get("faults", [])
    assert found.data == wanted(vector)
    if "move" in vector:
        assert pairs(move_faults(found, *vector["move"])) == vector["stands"]
    if "due" in vector:
        name, delay, day = vector["due"]
        assert due(found, name, Delay(*delay) if delay else None) == day


@pytest.mark.parametrize("vector", ALL, ids=lambda vector: vector["name"])
def test_what_was_cleaned_is_clean(vector: dict[str, Any]) -> None:
    first = checked(vector)
    if first.good:
        plan = planned(VECTORS["bases"][vector["base"]]["case"])
        again = validate(plan, first.data, circumstances(vector))
        assert (again.data, again.faults) == (first.data, [])


def test_the_vectors_use_every_kind_of_code() -> None:
    """But for shapes that are told apart by their field alone."""
    used = {code for vector in ALL for _, code in vector.get("faults", []) + vector.get("stands", [])}
    alike = {"address", "area", "country", "id", "photo", "photos", "place", "signature", "vehicle"}
    assert CODES - used <= alike

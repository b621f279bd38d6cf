"""The OpenAPI document against real answers: status and content type of every operation are declared."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from focus.core.ids import new_id
from focus.core.registry import Route
from focus.server.openapi import document
from tests.matrices import foreign
from tests.matrices.filling import fill
from tests.matrices.house import INSTALLED, TARGETS, C, House, call
from tests.matrices.targets import Target
from tests.support.device import Answer

pytestmark = pytest.mark.slow

DOCUMENT = document(INSTALLED, version="0")


def declared(target: Target, document: dict[str, Any] = DOCUMENT) -> dict[str, Any]:
    """The answers of an operation by status."""
    path = re.sub(r"\{(\w+):\w+\}", r"{\1}", target.path)
    found: dict[str, Any] = document["paths"][path][target.method.lower()]["responses"]
    return found


def undeclared(target: Target, answer: Answer, responses: dict[str, Any]) -> list[str]:
    """What an answer has that the document does not say."""
    headers = {name.lower(): value for name, value in answer.headers.items()}
    kind = headers.get("content-type", "").partition(";")[0]
    good = answer.status < 400
    said = responses.get(str(answer.status)) if good else responses["default"]
    if said is None:
        return [f"{target} answers {answer.status}, the document says {sorted(responses)}"]
    if not answer.body:
        return []
    kinds = said.get("content", {})
    return [] if kind in kinds else [f"{target} answers {answer.status} as {kind}, declared: {list(kinds)}"]


@pytest.mark.parametrize("target", TARGETS, ids=str)
async def test_what_an_operation_answers_is_declared(worn: House, target: Target) -> None:
    """Called by somebody who may do everything, about his own and about nothing that there is."""
    house, someone = worn, await worn.someone(C, worn.permissions)
    ends = target.path.endswith(("sign-out", "lock"))
    device = await house.device(someone) if ends else await house.chief(C)
    mine = await foreign.owned(house, C)
    faults = []
    for pick in (foreign._own(mine), lambda _: new_id()):
        path, content = fill(target, pick=pick, word="Merkteken")
        faults += undeclared(target, await call(device, target, path, content), declared(target))
    assert faults == []


def test_an_undeclared_status_and_an_undeclared_kind_are_found() -> None:
    target = replace(TARGETS[0], declared=Route("GET", "/x", lambda: None))  # type: ignore[arg-type]
    responses = {"200": {"content": {"application/json": {}}}, "default": {}}
    assert undeclared(target, Answer(204, b"", {}), responses)
    assert undeclared(target, Answer(200, b"x", {"Content-Type": "image/jpeg"}), responses)
    assert not undeclared(target, Answer(200, {"a": 1}, {"Content-Type": "application/json"}), responses)

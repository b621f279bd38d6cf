"""Whatever is called, and however: no answer is a failure, none shows another zone (requirement 3)."""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.schemas import APIOperation

from tests.api.calling import KNOWN, OPERATIONS, Caller, operations
from tests.matrices.foreign import word_of
from tests.matrices.house import TRESPASS, B
from tests.suite.chance import FUZZ

pytestmark = pytest.mark.slow

EXAMPLES = settings(
    max_examples=20_000 if os.environ.get(FUZZ) else 4,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large,
                           HealthCheck.function_scoped_fixture],
)  # fmt: skip
MODES = st.sampled_from([GenerationMode.POSITIVE, GenerationMode.NEGATIVE])


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
@EXAMPLES
@given(data=st.data(), zone=st.integers(0, 1), mode=MODES)
async def test_requirement_3_any_call_is_answered_and_shows_nothing_foreign(
    callers: list[Caller],
    operation: APIOperation[Any, Any, Any, Any],
    data: st.DataObject,
    zone: int,
    mode: GenerationMode,
) -> None:
    case = data.draw(operation.as_strategy(generation_mode=mode))
    assert await callers[zone].faults(case) == []


async def test_what_stands_behind_no_wall_is_found(callers: list[Caller]) -> None:
    """The check fails when it should: the module `trespass` keeps a diary that all zones read."""
    caller = callers[0]
    await caller.house.owner.execute(
        "insert into trespass.diary values (gen_random_uuid(), $1, $2)", B, word_of(B)
    )
    (diaries,) = (one for one in operations([TRESPASS]) if one.path.endswith("/diaries"))
    assert await caller.faults(diaries.Case()) == [f"GET /api/trespass/diaries shows {word_of(B)}"]


async def test_ids_of_both_zones_are_asked_for(callers: list[Caller]) -> None:
    """Otherwise nothing but what does not exist would be tried."""
    for caller in callers:
        assert caller.trial.secret & set(KNOWN)

"""Whatever a record looks like, it is answered: cleaned, with faults that are named, and never a trace."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from focus.kit.codes import CODES
from focus.kit.moving import due, move_faults
from focus.kit.validating import validate
from tests.kit.cases import CASES, VECTORS, circumstances, planned
from tests.kit.test_vectors import given as given_of

RECORDS = [(VECTORS["bases"][one["base"]]["case"], given_of(one)) for one in VECTORS["vectors"]]
NAMES = sorted({name for case in CASES.values() for name in case.fields} | {"id", "at", "by", "person", "x"})
ODD = some.sampled_from(
    [
        "", " ", "\x00", "\ud800", "9999-12-31", "2199-12-31", "2026-02-30", "2199-12-31T23:59:59Z",
        "0000-01-01T00:00:00Z", "other", "negative", "a" * 30_000, 2**63, -(2**70), 1e308, 5e-324, -0.0, True,
        None, {}, [], [[]], [None], {"id": None}, [{}],
    ]
)  # fmt: skip
JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text() | ODD,
    lambda inner: (
        some.lists(inner, max_size=3) | some.dictionaries(some.sampled_from(NAMES), inner, max_size=3)
    ),
    max_leaves=8,
)


@some.composite
def mutated(draw: some.DrawFn) -> tuple[str, Any]:
    """A vector's record with up to four places changed, or anything at all; drawn values are never shared."""
    case, record = draw(some.sampled_from(RECORDS))
    record = deepcopy(record)
    for _ in range(draw(some.integers(0, 4))):
        place = record
        while isinstance(place, dict | list) and place and draw(some.booleans()):
            key = draw(some.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
            if not isinstance(place[key], dict | list):
                break
            place = place[key]
        if isinstance(place, dict):
            place[draw(some.sampled_from(sorted({*place, *NAMES})))] = deepcopy(draw(JSON))
        elif isinstance(place, list):
            place.append(deepcopy(draw(JSON)))
        else:
            record = draw(JSON)
    return case, record


def known(code: str, case: str) -> bool:
    return code in CODES or code in {f"check{number}" for number in range(len(CASES[case].checks))}


@settings(max_examples=400, deadline=None)
@given(mutated())
def test_a_mutated_record_is_always_answered(found: tuple[str, Any]) -> None:
    case, record = found
    before = deepcopy(record)
    checked = validate(planned(case), record, circumstances())
    assert repr(record) == repr(before), "what is given is left as it is"
    assert all(known(code, case) for _, code in checked.faults)
    assert all(isinstance(path, str) for path, _ in checked.faults)
    assert None not in checked.data.values()
    for step, state in CASES[case].steps.items():
        for move in state.moves:
            stands = move_faults(checked, step, move)
            assert all(known(code, case) for _, code in stands)
    for deadline in CASES[case].deadlines:
        due(checked, deadline)
    if checked.good:
        kept = json.loads(json.dumps(checked.data).encode())
        again = validate(planned(case), kept, circumstances())
        assert (again.data, again.faults) == (checked.data, [])

"""Merging against records whose people are known: hardly ever two people on one card."""

from __future__ import annotations

import pytest

from bench.row17_merging import measured

COUNT = 3_000


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nearly_no_card_holds_two_people(seed: int) -> None:
    found = measured(COUNT, seed=seed)

    assert found.precision >= 0.995
    assert found.b_precision >= 0.995


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_most_records_of_a_person_are_on_one_card(seed: int) -> None:
    found = measured(COUNT, seed=seed)

    assert found.recall >= 0.85
    assert found.b_recall >= 0.90

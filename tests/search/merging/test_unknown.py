"""What stands for "unknown", or cannot be a number at all, ties nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus.modules.search.merging.births import born_by_number
from tests.search.merging.building import jan, record
from tests.search.merging.test_cases import one
from tests.search.merging.test_close_calls import alone, whatever_the_order

OTHER: Any = {"family_name": "Maes", "given_names": "Piet", "born": "1961-02-11"}
REPEATED = ["0" * 11, "1" * 11, "9" * 11]


@pytest.mark.parametrize("number", [*REPEATED, "12345678901", "85073003428", "85073003300"])
@pytest.mark.parametrize("kind", ["national_number", "bis_number"])
def test_g1_a_number_that_cannot_be_one_ties_nobody(kind: str, number: str) -> None:
    records: Any = jan("a", **{kind: number}), jan("b", **{kind: number}, **OTHER)
    assert whatever_the_order(*records) == alone(*records)


def test_g1_one_slip_of_two_people_ties_them_not() -> None:
    slip = "85073003428"
    known = jan("rr", national_number="85073003328")
    records: Any = jan("a", national_number=slip, **OTHER), record("b", national_number=slip)
    assert whatever_the_order(known, *records) == alone(known, *records)


@pytest.mark.parametrize("number", REPEATED)
def test_g1_a_stand_in_for_a_number_parts_nobody(number: str) -> None:
    records = jan("a", national_number="85073003328"), jan("b", national_number=number)
    assert whatever_the_order(*records) == one(*records)


@pytest.mark.parametrize(
    ("type_", "kind", "value"),
    [
        ("vehicle", "plate", "B:XXX"), ("vehicle", "plate", "B:0000000"), ("vehicle", "plate", "?:ONBEKEND"),
        ("vehicle", "vin", "0" * 17), ("vehicle", "vin", "1" * 17), ("vehicle", "vin", "X" * 17),
        ("vehicle", "vin", "WVWZZZ1JZ3WIOQ386"),
        ("document", "document", "BE:XXXXXXXXX"), ("document", "document", "BE:000000000"),
        ("document", "document", "?:UNKNOWN"), ("organisation", "company", "0000000000"),
        ("organisation", "company", "9999999999"), ("organisation", "company", "0999123456"),
        ("phone", "phone", "+32000000000"),
    ],
)  # fmt: skip
def test_g1_a_stand_in_ties_no_things_either(type_: Any, kind: str, value: str) -> None:
    named: Any = {kind: value}
    records = record("a", type_, **named), record("b", type_, **named)
    assert whatever_the_order(*records) == alone(*records)


@pytest.mark.parametrize("document", ["BE:XXXXXXXXX", "BE:000000000"])
def test_g1_a_stand_in_for_a_document_ties_no_name(document: str) -> None:
    records = jan("a", born="1985", document=document), jan("b", born="1985-07-30", document=document)
    assert whatever_the_order(*records) == alone(*records)


@pytest.mark.parametrize("born", ["1900-01-01", "0001-01-01", "9999-12-31", "1899-12-30", "1753-01-01"])
def test_g2_namesakes_whose_birth_nobody_knows_are_two(born: str) -> None:
    records = jan("a", born=born), jan("b", born=born)
    assert whatever_the_order(*records) == alone(*records)


def test_g2_a_birth_that_nobody_knows_parts_nobody_from_his_number() -> None:
    number = "85073003328"
    records = jan("a", national_number=number), jan("b", national_number=number, born="1900-01-01")
    assert whatever_the_order(*records) == one(*records)


@given(st.integers(0, 10**11 - 1))
def test_only_a_number_with_right_check_digits_ties(value: int) -> None:
    number = f"{value:011d}"
    records = jan("a", national_number=number), jan("b", national_number=number, **OTHER)
    if not born_by_number(number):
        nine = int(number[:9])
        right = int(number[9:]) in (97 - nine % 97, 97 - (2_000_000_000 + nine) % 97)
        if not right or len(set(number)) == 1:
            assert whatever_the_order(*records) == alone(*records)

"""Machine readable zones: the vectors that the app runs too, and what a zone asks."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus.modules.search.understanding import mrz, understand

TODAY = date(2026, 11, 23)
VECTORS = json.loads((Path(__file__).parent / "mrz.json").read_text("utf-8"))
TEXT = {vector["name"]: vector["text"] for vector in VECTORS}
BELGIAN = TEXT["a Belgian card: number of twelve digits, national number in the free field"]
PASSPORT = TEXT["a Belgian passport"]


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])
def test_a_zone_is_read_as_its_vector_says(vector: dict[str, Any]) -> None:
    found = mrz.find(vector["text"])
    read = None
    if found is not None:
        read = {key: value for key, value in asdict(found).items() if key != "rows"}
        read["faults"] = list(read["faults"])
    assert read == vector["read"]


def test_a_belgian_card_asks_the_national_number_then_the_name_then_the_document() -> None:
    readings = understand(BELGIAN, today=TODAY).readings
    assert [(reading.kind, reading.normal) for reading in readings] == [
        ("national_number", "85.07.30-033.28"),
        ("name_birth", "Verlinden, Jeroen · 1985-07-30"),
        ("document", "592310447773"),
    ]


def test_a_passport_asks_the_name_with_sex_and_nationality() -> None:
    first = understand(PASSPORT, today=TODAY).readings[0]
    assert first.facts["family_name"] == "El Amrani"
    assert first.facts["given_names"] == "Fatima Zohra"
    assert (first.facts["born"], first.facts["sex"], first.facts["nationality"]) == ("1992-03-17", "F", "BEL")


def test_a_document_past_its_day_is_told() -> None:
    readings = understand(PASSPORT, today=date(2030, 1, 2)).readings
    assert "document_expired" in next(r for r in readings if r.kind == "document").warnings


def test_a_document_is_valid_on_its_last_day() -> None:
    readings = understand(PASSPORT, today=date(2030, 1, 1)).readings
    assert "document_expired" not in next(r for r in readings if r.kind == "document").warnings


def test_a_birth_is_never_to_come() -> None:
    old = TEXT["unknown day and month of birth"]
    assert understand(old, today=TODAY).readings[0].facts["born"] == "1951"


def test_a_field_whose_check_digit_is_wrong_is_not_asked() -> None:
    understood = understand(TEXT["a wrong digit that nothing confuses"], today=TODAY)
    assert "born" not in next(r for r in understood.readings if r.kind == "name").facts
    assert understood.problems[0].params == {"field": "birth"}


def test_a_repair_by_check_digit_is_told() -> None:
    readings = understand(TEXT["a 1 read as I in a document number"], today=TODAY).readings
    assert readings[-1].warnings == ("mrz_repaired",)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 91), st.sampled_from("ABIOSZ0125 8<é\n"))
def test_one_wrong_sign_anywhere_never_makes_another_number_without_a_word(at: int, sign: str) -> None:
    was = BELGIAN[at]
    if sign.isalnum() and sign.isascii() and was.isalnum() and int(sign, 36) % 10 == int(was, 36) % 10:
        return  # the standard's check digits cannot tell an O from a 4
    text = BELGIAN[:at] + sign + BELGIAN[at + 1 :]
    found = mrz.find(text)
    if found and found.number not in {"", "592310447773"}:
        assert found.repaired or found.faults


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ABCIP0123456789<\n ", max_size=120))
def test_any_text_is_answered(text: str) -> None:
    found = mrz.find(text)
    assert found is None or found.form in {"TD1", "TD2", "TD3"}

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
READ = {vector["name"]: vector["read"] for vector in VECTORS}
BELGIAN_NAME = "a Belgian card: number of twelve digits, national number in the free field"
BELGIAN = TEXT[BELGIAN_NAME]
FOREIGN = (
    "TD1, the example of ICAO 9303 part 5",
    "TD2, the example of ICAO 9303 part 6",
    "TD3, the example of ICAO 9303 part 4",
    "TD1, a number of twelve signs from abroad",
    "TD1, a short number before a free field",
    "TD2, a short number",
    "TD3, a short number",
    "a Belgian card: a short number that begins with a letter",
)
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


SIGNS = "ABIKOSUZ0123456789< é\n"
"""Each value of a check digit, what cameras confuse, and what no zone holds."""


def silent(name: str) -> list[tuple[int, str, str]]:
    """Each wrong sign at each place of a vector that makes another number without a word."""
    text, number = TEXT[name], READ[name]["number"]
    slips = (
        (at, sign, mrz.find(text[:at] + sign + text[at + 1 :])) for at in range(len(text)) for sign in SIGNS
    )
    return [
        (at, sign, found.number)
        for at, sign, found in slips
        if found and found.number not in {"", number} and not (found.repaired or found.faults)
    ]


def value(sign: str) -> int:
    """What a check digit sees of a sign."""
    return 0 if sign == "<" else int(sign, 36) % 10


@pytest.mark.parametrize("name", [BELGIAN_NAME, "a Belgian card: a number with noughts", "a residence card"])
def test_one_wrong_sign_anywhere_never_makes_another_number_without_a_word(name: str) -> None:
    assert silent(name) == []


@pytest.mark.parametrize("name", FOREIGN)
def test_elsewhere_only_signs_of_one_value_pass_for_each_other(name: str) -> None:
    """The standard's check digits cannot tell an O from a 4; a short number ends where its fillers begin."""
    text, number = TEXT[name], READ[name]["number"]
    for at, sign, other in silent(name):
        assert value(sign) == value(text[at]), (at, sign, other)
        assert "<" not in other
        assert text[at] != "<" or other.startswith(number), (at, sign, other)
        assert sign != "<" or number.startswith(other), (at, sign, other)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ABCIP0123456789<\n ", max_size=120))
def test_any_text_is_answered(text: str) -> None:
    found = mrz.find(text)
    assert found is None or found.form in {"TD1", "TD2", "TD3"}

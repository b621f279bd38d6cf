"""What one field makes of what an officer types; values of domain.md where it has them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus.modules.search.understanding import identify, understand

TODAY = date(2026, 11, 23)


def first(question: str):
    """The chosen reading."""
    return understand(question, today=TODAY).readings[0]


@pytest.mark.parametrize(
    ("typed", "kind", "normal"),
    [
        ("1-ABC-123", "plate", "1-ABC-123"),
        ("1abc123", "plate", "1-ABC-123"),
        (" 2 zkv 318 ", "plate", "2-ZKV-318"),
        ("2.ABC.123", "plate", "2-ABC-123"),
        ("ABC-123", "plate", "ABC-123"),
        ("123-ABC", "plate", "123-ABC"),
        ("8-ABC-123", "plate", "8-ABC-123"),
        ("9-ABC-123", "plate", "9-ABC-123"),
        ("CD 123", "plate", "CD-123"),
        ("P 12", "plate", "P-12"),
        ("AB-123-CD", "plate", "AB-123-CD"),
        ("12-AB-34", "plate", "12-AB-34"),
        ("85073003328", "national_number", "85.07.30-033.28"),
        ("85.07.30-033.28", "national_number", "85.07.30-033.28"),
        ("17073003384", "national_number", "17.07.30-033.84"),
        ("01020300467", "national_number", "01.02.03-004.67"),
        ("40000100133", "national_number", "40.00.01-001.33"),
        ("88422999979", "bis_number", "88.42.29-999.79"),
        ("88222999936", "bis_number", "88.22.29-999.36"),
        ("08422999977", "bis_number", "08.42.29-999.77"),
        ("591-1917064-58", "document", "591-1917064-58"),
        ("591 2010999 97", "document", "591-2010999-97"),
        ("EH123456", "document", "EH123456"),
        ("0403.019.261", "company", "0403.019.261"),
        ("BE 0428.759.497", "company", "0428.759.497"),
        ("1M8GDM9AXKP042788", "vin", "1M8GDM9AXKP042788"),
        ("AN.92.L1.123456/2024", "pv", "AN.92.L1.123456/2024"),
        ("tg.69.l3.005752/24", "pv", "TG.69.L3.005752/24"),
        ("0470 12 34 56", "phone", "0470 12 34 56"),
        ("0470/12.34.56", "phone", "0470 12 34 56"),
        ("+32 470 12 34 56", "phone", "0470 12 34 56"),
        ("+33612345678", "phone", "+33 6 12 34 56 78"),
        ("Verlinden", "name", "Verlinden"),
        ("Verlinden, Jeroen", "name", "Verlinden, Jeroen"),
        ("VERLINDEN jeroen", "name", "Verlinden, Jeroen"),
        ("jan van den berghe", "name", "Van Den Berghe, Jan"),
        ("jeroen verlinden °30.7.85", "name_birth", "Jeroen Verlinden · 1985-07-30"),
        ("Verlinden Jeroen 30/07/1985", "name_birth", "Verlinden Jeroen · 1985-07-30"),
        ("Verlinden, Jeroen 30/07/1985", "name_birth", "Verlinden, Jeroen · 1985-07-30"),
        ("30/07/1985 Verlinden, Jeroen", "name_birth", "Verlinden, Jeroen · 1985-07-30"),
        ("Mohamed El Amrani 17 maart 1992", "name_birth", "El Amrani, Mohamed · 1992-03-17"),
        ("EL AMRANI Mohamed 17 août 1992", "name_birth", "El Amrani, Mohamed · 1992-08-17"),
        ("dubois 1985", "name_birth", "Dubois · 1985"),
        ("Kapelstraat 41", "address", "Kapelstraat 41"),
        ("Rue de la Gare 12 bte 3, 5000 Namur", "address", "Rue de la Gare 12 bus 3, 5000 Namur"),
        ("41 rue Haute", "address", "rue Haute 41"),
        ("Bosdreef 31, Lindebeek", "address", "Bosdreef 31, Lindebeek"),
        ("WX99-1234-ZZ7", "object", "WX99-1234-ZZ7"),
    ],
)
def test_a_question_is_read_as_what_it_is(typed: str, kind: str, normal: str) -> None:
    reading = first(typed)
    assert (reading.kind, reading.normal) == (kind, normal)


@pytest.mark.parametrize(
    ("typed", "kind", "code", "params"),
    [
        ("66041066600", "national_number", "check_digit", {"found": "00", "expected": "60"}),
        ("85023003328", "national_number", "impossible_date", {"date": "85.02.30"}),
        ("000-0011032-25", "document", "check_digit", {"found": "25", "expected": "71"}),
        ("0431.150.351", "company", "check_digit", {"found": "51", "expected": "50"}),
        ("1M8GDM9AXKP04278O", "vin", "vin_letters", {}),
        ("Verlinden, Jeroen 32/01/1985", "name_birth", "impossible_date", {}),
        ("Verlinden, Jeroen 30/07/2085", "name_birth", "future_date", {}),
        ("30/07/1985", "name_birth", "name_missing", {}),
        ("+32 470 12", "phone", "too_short", {}),
        ("???", "name", "unknown_form", {}),
        ("   ", "name", "empty", {}),
        ("x" * 10_000, "name", "too_long", {}),
    ],
)
def test_what_is_nearly_right_says_what_is_wrong(
    typed: str, kind: str, code: str, params: dict[str, str]
) -> None:
    problem = understand(typed, today=TODAY).problems[0]
    assert (problem.kind, problem.code) == (kind, code)
    assert params.items() <= problem.params.items()


def test_a_national_number_tells_birth_date_and_sex() -> None:
    facts = first("85073003328").facts
    assert (facts["born"], facts["sex"]) == ("1985-07-30", "M")


def test_a_national_number_with_unknown_date_tells_none() -> None:
    assert "born" not in first("40000100133").facts


def test_a_chassis_number_with_a_wrong_check_digit_is_warned_about_and_never_refused() -> None:
    reading = first("1M8GDM9A1KP042788")
    assert (reading.kind, reading.warnings) == ("vin", ("vin_check_digit",))


def test_a_letter_typed_for_a_digit_is_offered_and_not_assumed() -> None:
    reading = first("1-ABC-12O")
    assert (reading.normal, reading.warnings, reading.certain) == (
        "1-ABC-120",
        ("plate_letters_swapped",),
        False,
    )


def test_a_foreign_plate_carries_its_country() -> None:
    assert first("AB-123-CD").country == "F"


def test_several_readings_stay_when_the_form_does_not_decide() -> None:
    kinds = [reading.kind for reading in understand("JAN", today=TODAY).readings]
    assert kinds == ["name", "plate"]


def test_a_certain_reading_stands_alone() -> None:
    assert len(understand("591-1917064-58", today=TODAY).readings) == 1


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("plate", "1-ABC-123", "1abc123"),
        ("phone", "0470/12.34.56", "+32470123456"),
        ("company", "403.019.261", "BE0403019261"),
        ("document", "591-1917064-58", "591191706458"),
        ("address", "Rue de l'Église|12|bte 3|5000", "rue de l eglise|12|bus 3|5000"),
        ("national_number", "85.07.30-033.28", "85073003328"),
    ],
)
def test_two_spellings_of_one_thing_have_one_identifier(kind: str, one: str, other: str) -> None:
    assert identify(kind, one) == identify(kind, other) is not None


def test_the_same_plate_of_two_countries_is_two_plates() -> None:
    assert identify("plate", "AB-123-C", "NL") != identify("plate", "AB-123-C", "D")


@pytest.mark.parametrize("value", ["", "-", "12"])
def test_a_value_without_form_identifies_nothing(value: str) -> None:
    assert identify("national_number", value) is None


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_nothing_that_can_be_typed_breaks_the_understanding(typed: str) -> None:
    understood = understand(typed, today=TODAY)
    assert understood.readings or understood.problems

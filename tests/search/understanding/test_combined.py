"""Several things in one text, things said besides, and plates that were half seen."""

from __future__ import annotations

from datetime import date

import pytest

from focus.modules.search.understanding import understand
from focus.modules.search.understanding.understand import PASTED

TODAY = date(2026, 11, 23)
NOTE = "Verdachte 85.07.30-033.28, gsm 0470 12 34 56, rijdt met 1-ABC-123 of 2-ZKV-318"


def first(question: str):
    return understand(question, today=TODAY).readings[0]


def test_each_identifier_of_a_pasted_note_is_offered_in_its_order() -> None:
    readings = understand(NOTE, today=TODAY).readings
    assert [reading.normal for reading in readings] == [
        "85.07.30-033.28", "0470 12 34 56", "1-ABC-123", "2-ZKV-318",
    ]  # fmt: skip


def test_what_is_offered_asks_for_itself_alone() -> None:
    for reading in understand(NOTE, today=TODAY).readings:
        assert first(reading.asks).normal == reading.normal


def test_several_things_are_not_asked_before_one_is_chosen() -> None:
    assert [problem.code for problem in understand(NOTE, today=TODAY).problems] == ["several"]


def test_a_line_that_is_a_name_with_its_date_is_offered_too() -> None:
    readings = understand("Verlinden, Jeroen 30/07/1985\n2-ZKV-318", today=TODAY).readings
    assert [reading.kind for reading in readings] == ["name_birth", "plate"]


def test_a_national_number_with_slashes_is_no_phone_number() -> None:
    readings = understand("conducteur 56/08/12-603.75 sans permis", today=TODAY).readings
    assert [(one.kind, one.normal) for one in readings] == [("national_number", "56.08.12-603.75")]
    assert not understand("conducteur 56/08/12-603.76 sans permis", today=TODAY).readings


def test_a_plate_and_a_phone_number_are_no_chassis() -> None:
    readings = understand("2-LCV-266\n0467/23 34 84", today=TODAY).readings
    assert [one.kind for one in readings] == ["plate", "phone"]
    assert understand("2-LCV-266\n0467 23 34 84", today=TODAY).readings[0].kind == "plate"


def test_the_same_thing_twice_is_one_thing() -> None:
    understood = understand("1-ABC-123 en nogmaals 1abc123", today=TODAY)
    assert ([reading.normal for reading in understood.readings], understood.problems) == (["1-ABC-123"], ())


def test_a_long_text_is_looked_through() -> None:
    text = "tekst " * 60 + "1-ABC-123 " + "tekst " * 60 + "2-ZKV-318"
    assert [reading.normal for reading in understand(text, today=TODAY).readings] == [
        "1-ABC-123",
        "2-ZKV-318",
    ]


def test_a_text_of_pages_is_cut_and_that_is_told() -> None:
    understood = understand("1-ABC-123 2-ZKV-318 " * PASTED, today=TODAY)
    assert [problem.code for problem in understood.problems] == ["several", "text_cut"]
    assert understood.problems[1].params == {"read": "10000"}


def test_the_one_identifier_of_pages_says_that_they_were_cut() -> None:
    understood = understand("gezien: 1-ABC-123 " + "tekst " * PASTED, today=TODAY)
    assert understood.readings[0].normal == "1-ABC-123"
    assert "text_cut" in understood.readings[0].warnings


def test_pages_without_an_identifier_are_too_long() -> None:
    assert understand("tekst " * PASTED, today=TODAY).problems[0].code == "too_long"


@pytest.mark.parametrize(
    ("question", "kind", "normal", "beside"),
    [
        ("1-ABC-123 red golf", "plate", "1-ABC-123", "red golf"),
        ("1abc123 rode VW", "plate", "1-ABC-123", "rode VW"),
        ("dubois 1985 antwerpen", "name_birth", "Dubois · 1985", "antwerpen"),
        ("Peeters 12/03/1990 te Lindebeek", "name_birth", "Peeters · 1990-03-12", "Lindebeek"),
        ("Marie Dubois 1985 à Namur", "name_birth", "Marie Dubois · 1985", "Namur"),
    ],
)
def test_what_is_said_besides_is_kept_apart(question: str, kind: str, normal: str, beside: str) -> None:
    reading = first(question)
    assert (reading.kind, reading.normal, reading.beside) == (kind, normal, beside)


def test_what_is_said_besides_is_asked_of_nobody() -> None:
    assert not any("antwerpen" in value.lower() for value in first("dubois 1985 antwerpen").facts.values())


def test_a_name_behind_its_date_is_a_name() -> None:
    assert first("30/07/1985 Verlinden, Jeroen").beside == ""


def test_a_half_seen_plate_has_a_pattern_and_no_plate() -> None:
    reading = first("1-AB?-123")
    assert reading.facts == {"plate_pattern": "1AB_123", "country": "B"}


def test_a_star_stands_for_any_signs() -> None:
    assert first("1-ABC-*").facts["plate_pattern"] == "1ABC%"


def test_a_pattern_that_would_read_out_the_register_is_refused() -> None:
    understood = understand("1-???-??3", today=TODAY)
    assert (understood.readings, understood.problems[0].code) == ((), "plate_too_open")


def test_nothing_of_a_pattern_can_leave_it() -> None:
    assert all("plate_pattern" not in r.facts for r in understand("1-AB%'-_23?", today=TODAY).readings)

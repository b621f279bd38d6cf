"""What the lines of a picture are."""

from __future__ import annotations

from datetime import date

from focus.modules.search.scan.documents import document_in
from tests.scenarios.papers import zone

TODAY = date(2026, 11, 23)
LINES = zone(
    family="Verlinden", given="Jeroen", born="850730", sex="M", national="85073003328",
    number="592310447773", expires="310715",
)  # fmt: skip


def test_a_zone_among_other_lines_is_found() -> None:
    read = document_in(["BELGIË BELGIQUE", "VERLINDEN", *LINES], today=TODAY)
    assert (read.found, read.question.split("\n")) == ("mrz", LINES)


def test_what_the_camera_confused_is_put_right_in_the_question() -> None:
    read = document_in([LINES[0], LINES[1], LINES[2].replace("JEROEN", "JER0EN")], today=TODAY)
    assert "VERLINDEN<<JEROEN" in read.question


def test_a_plate_is_found() -> None:
    assert document_in(["B", "2-ZKV-318"], today=TODAY).question == "2-ZKV-318"


def test_a_card_number_is_no_plate() -> None:
    assert document_in(["592 3104477 73", "30 07 1985"], today=TODAY).found == "nothing"


def test_an_advertisement_is_nothing() -> None:
    assert document_in(["SOLDEN", "tot -50%", "alle dagen open"], today=TODAY).found == "nothing"

"""The gazetteer: what a file of streets must be, and what is found in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from focus.core.gate import Settings
from focus.modules.search.checking import usable
from focus.modules.search.understanding.streets import COLUMNS, Streets

HEADER = ",".join(COLUMNS)
HERE = Path(__file__).with_name("streets.csv")


def read(tmp_path: Path, *lines: str) -> Streets:
    file = tmp_path / "streets.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Streets.read(file)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["street,postcode", "Bosdreef,5990"], "line 1: the header lacks street_nl"),
        ([HEADER, "Bosdreef,,,5990,Lindebeek,,", "Kerkstraat,,,,Lindebeek,,"], "line 3:"),
        ([HEADER, ",,,5990,Lindebeek,,"], "line 2:"),
        ([HEADER, "Bosdreef,,,5990,,,"], "line 2:"),
        ([HEADER, "Bosdreef,5990"], "line 2:"),
    ],
)
def test_a_bad_line_is_named_with_its_number(tmp_path: Path, lines: list[str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read(tmp_path, *lines)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_stops_the_start_in_one_sentence(
    tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "streets.csv"
    if content is not None:
        file.write_bytes(content)
    settings = Settings(home=tmp_path, variables={"FOCUS_STREETS": str(file)})
    with pytest.raises(ValueError, match=r"\AFOCUS_STREETS is not usable: [^\n]+\Z"):
        usable(settings)


def test_a_good_file_lets_the_server_start(tmp_path: Path) -> None:
    usable(Settings(home=tmp_path, variables={"FOCUS_STREETS": str(HERE)}))


def test_a_street_is_found_in_each_of_its_languages() -> None:
    streets = Streets.read(HERE)
    assert [street.name for street in streets.find("louizalaan")] == ["Louizalaan"]
    assert [street.name for street in streets.find("avenue louise", municipality="Elsene")] == [
        "Avenue Louise"
    ]


def test_a_street_says_in_which_municipalities_it_lies() -> None:
    (street,) = Streets.read(HERE).find("kapelstr.")
    assert [place.postcode for place in street.places] == ["5990", "9000"]


def test_a_place_narrows_the_streets() -> None:
    streets = Streets.read(HERE)
    assert streets.find("Bosdreef", postcode="9000") == ()
    assert streets.find("Bosdreef", municipality="lindebeek")
    assert not streets.covers("", "Brugge")


def test_further_columns_are_left_out(tmp_path: Path) -> None:
    assert len(read(tmp_path, HEADER + ",id", "Bosdreef,,,5990,Lindebeek,,,7")) == 1

"""What a file has and a list has not is told before the list is used: swallowed lines, numbers, people."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from focus.modules.search.lists.lines import BadLine, Unreadable, lines_of
from focus.modules.search.sources.list_place import ListPlace
from tests.search.lists.files import HEADER, JEROEN, MAP, NELE, Listed, reading

MAKE = Callable[..., Listed]
PEOPLE = [f"{at},Maes{at},Piet,1961-02-11,,\n" for at in range(1_000)]


def quoted(*rows: int) -> list[str]:
    """A thousand rows, with a quote before the family name of these."""
    return [row.replace(",Maes", ',"Maes') if at in rows else row for at, row in enumerate(PEOPLE)]


async def test_c1_a_quote_that_is_never_closed_is_refused_with_its_line(make: MAKE) -> None:
    listed = make(bad_share=0.9)
    await listed.load(HEADER, JEROEN)
    outcome = await listed.load(HEADER, *quoted(700))

    assert (outcome.state, "line 702" in outcome.reason) == ("refused", True)
    assert await listed.named("Jeroen Verlinden") == ["Verlinden, Jeroen"]


async def test_c2_a_quote_that_is_closed_by_another_one_is_refused_with_its_line(make: MAKE) -> None:
    listed = make(bad_share=0.9)
    rows = quoted(700)
    rows[900] = rows[900].replace("Maes900", 'Maes900"')
    outcome = await listed.load(HEADER, *rows)

    assert (outcome.state, "line 702" in outcome.reason, "201 lines" in outcome.reason) == (
        "refused",
        True,
        True,
    )


async def test_c2_two_rows_that_a_quote_made_one_are_refused(make: MAKE) -> None:
    listed = make(bad_share=0.9)
    outcome = await listed.load(HEADER, '1,"Maes,Piet,1961-02-11,,\n2,Thys",Nele,1990-02-19,,\n', JEROEN)

    assert (outcome.state, "line 2" in outcome.reason) == ("refused", True)


async def test_a_line_break_in_an_address_is_no_lost_line(make: MAKE) -> None:
    listed = make()
    outcome = await listed.load(HEADER, '1,"Van\nAcker",An,,,\n', JEROEN)

    assert (outcome.state, outcome.good, outcome.bad) == ("loaded", 2, 0)


async def test_c3_a_national_number_that_lost_its_zero_is_found(make: MAKE) -> None:
    listed = make()
    await listed.load(HEADER, "1,Maes,Piet,2001-02-03,1020300467,\n")

    (record,) = await listed.ask(reading("national_number", national_number="01020300467"))
    assert record.family_name == "Maes"


@pytest.mark.parametrize("number", ["8.50730033E+10", "85073003300", "1020300468", "8507300332x"])
async def test_c4_a_number_that_lost_its_digits_is_a_bad_line_and_no_other_number(
    make: MAKE, number: str
) -> None:
    listed = make(bad_share=0.5)
    outcome = await listed.load(HEADER, f"1,Maes,Piet,1985-07-30,{number},\n", JEROEN.replace("28,", "28,"))

    assert (outcome.state, outcome.bad) == ("loaded", 1)
    said = await listed.status(listed.source.config.name)
    assert "line 2: number: no national number" in said
    assert number not in said
    assert await listed.named("Piet Maes") == ["Maes, Piet"]


async def test_c4_a_list_with_too_many_of_them_is_refused_and_the_old_one_stays(make: MAKE) -> None:
    listed = make()
    await listed.load(HEADER, JEROEN)
    outcome = await listed.load(HEADER, "1,Maes,Piet,1985-07-30,8.50730033E+10,\n", NELE)

    assert outcome.state == "refused"
    assert await listed.named("Jeroen Verlinden") == ["Verlinden, Jeroen"]


async def test_c5_empty_rows_behind_the_data_are_no_rows(make: MAKE) -> None:
    listed = make()
    outcome = await listed.load(HEADER, JEROEN, *[",,,,,\n"] * 50, ' , ,"",,,\n', "\n")

    assert (outcome.state, outcome.lines, outcome.good, outcome.bad) == ("loaded", 1, 1, 0)


async def test_c6_nobody_in_a_list_is_born_in_the_future(make: MAKE) -> None:
    listed = make(maps=[MAP | {"born": {"path": "born", "formats": ["%d-%m-%y"]}}])
    await listed.load(HEADER, "1,Maes,Piet,30-07-45,,\n")

    (record,) = await listed.ask(reading("name", name="Piet Maes"))
    assert record.born == "1945-07-30"


@pytest.mark.parametrize("born", ["31/02/1985", "30.07.1985", "soon"])
async def test_a_birth_that_cannot_be_read_is_a_bad_line_and_the_person_is_found(
    make: MAKE, born: str
) -> None:
    listed = make(bad_share=0.5)
    outcome = await listed.load(HEADER, f"1,Maes,Piet,{born},,\n", JEROEN)

    assert (outcome.good, outcome.bad) == (2, 1)
    assert await listed.named("Piet Maes") == ["Maes, Piet"]


async def test_a_dry_run_says_what_would_be_lost_and_changes_nothing(make: MAKE) -> None:
    listed = make(bad_share=0.5)
    await listed.load(HEADER, JEROEN)
    listed.write(HEADER, NELE, "bad\n", "3,Maes,Piet,soon,,\n")
    name = listed.source.config.name
    status, said = await listed.command(name=name, dry=True)

    assert status == 1
    assert "line 3: 1 columns" in said
    assert "line 4: born: no date" in said
    assert "3 lines, 2 entries, 2 bad" in said
    assert await listed.named("Jeroen Verlinden") == ["Verlinden, Jeroen"]


async def test_a_dry_run_of_a_good_list_is_good(make: MAKE) -> None:
    listed = make()
    listed.write(HEADER, NELE)
    status, said = await listed.command(name=listed.source.config.name, dry=True)

    assert status == 0
    assert "would be loaded" in said
    assert "not loaded" in await listed.status()


CELL = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=6))
def test_every_row_of_a_well_written_file_is_read(tmp_path: Path, rows: list[list[str]]) -> None:
    file = tmp_path / "list"
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text, quoting=csv.QUOTE_ALL)
        writer.writerows([["a", "b", "c"], *rows])
    whole = [row for row in rows if any(cell.strip() for cell in row)]
    try:
        found = [each for _, each in lines_of(file, ListPlace(file="list", format="csv"))]
    except Unreadable:
        assert any("\n" in cell or "\r" in cell for row in rows for cell in row)
        return
    assert len(found) == len(whole)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=200), st.sampled_from(["csv", "jsonl", "ftm"]), st.sampled_from(["utf-8", "latin-1"])
)
def test_any_octets_are_lines_or_bad_lines_or_unreadable(
    tmp_path: Path, octets: bytes, format_: str, encoding: str
) -> None:
    file = tmp_path / "list"
    file.write_bytes(b"a,b\n" + octets if format_ == "csv" else octets)
    place = ListPlace(file="list", format=format_, encoding=encoding)  # type: ignore[arg-type]
    try:
        found = list(lines_of(file, place))
    except Unreadable:
        return
    assert all(isinstance(each, dict | BadLine) for _, each in found)

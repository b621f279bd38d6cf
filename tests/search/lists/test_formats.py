"""CSV as people write it, JSON lines, FollowTheMoney, Parquet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.search.lists.files import HEADER, JEROEN, MAP, Listed, entity, json_lines, reading

MAKE = Callable[..., Listed]
IVAN = entity(
    "Q1", firstName="Ivan", lastName="Petrov", name="Ivan Petrov", alias=["Vanya the Saw", "Iwan Petroff"],
    birthDate="1981-12-05", passportNumber="BG3841207", nationality="bg", topics=["sanction"],
)  # fmt: skip


async def test_a_byte_order_mark_is_no_part_of_the_first_column(make: MAKE) -> None:
    listed = make()
    await listed.load("\ufeff" + HEADER, JEROEN)

    assert await listed.named("Jeroen Verlinden") == ["Verlinden, Jeroen"]


async def test_a_quoted_line_break_keeps_the_numbers_of_lines_right(make: MAKE) -> None:
    listed = make(bad_share=0.5)
    outcome = await listed.load(HEADER, '7,"Van\nAcker",An,,,\n', "bad\n", JEROEN)

    assert (outcome.good, "line 4:" in await listed.status(listed.source.config.name)) == (2, True)


async def test_another_delimiter_and_character_set(make: MAKE) -> None:
    listed = make(delimiter=";", encoding="windows-1252")
    listed.write(HEADER.replace(",", ";"), "8;Peeters;Zoë;;;\n", encoding="windows-1252")
    await listed.load()

    assert await listed.named("Zoë Peeters") == ["Peeters, Zoë"]


async def test_a_column_that_is_gone_makes_every_line_bad(make: MAKE) -> None:
    listed = make()

    assert (await listed.load(HEADER.replace("family", "surname"), JEROEN)).state == "refused"


async def test_two_columns_of_one_name_are_refused(make: MAKE) -> None:
    listed = make()

    assert "each once" in (await listed.load("id,id\n", "1,2\n")).reason


async def test_a_line_that_is_no_json_is_bad(make: MAKE) -> None:
    listed = make(format="jsonl", bad_share=0.7)
    outcome = await listed.load('{"id": "1", "family": "Thys", "given": "Nele"}\n', "{\n", "[]\n", "\n")

    said = await listed.status(listed.source.config.name)
    assert (outcome.state, outcome.good, outcome.bad) == ("loaded", 1, 2)
    assert [part in said for part in ("line 2: no JSON", "line 3: no JSON object")] == [True, True]


@pytest.fixture
async def sanctions(make: MAKE) -> Listed:
    listed = make(format="ftm", maps=None)
    car = entity("V1", "Vehicle", registrationNumber="CB 1234 AB", country="bg", model="A6")
    firm = entity(
        "C1",
        "Company",
        name="Lotus BV",
        registrationNumber="0999.123.457",
        jurisdiction="be",
        topics="sanction",
    )
    address = entity("A1", "Address", full="Somewhere 1")
    await listed.load(json_lines([IVAN, car, firm, address]))
    return listed


async def test_followthemoney_needs_no_maps(sanctions: Listed) -> None:
    (record,) = await sanctions.ask(reading("name", name="Petrov Ivan"))

    assert (record.family_name, record.given_names, record.born) == ("Petrov", "Ivan", "1981-12-05")


async def test_a_sanctioned_person_is_warned_of(sanctions: Listed) -> None:
    (record,) = await sanctions.ask(reading("name", name="Petrov Ivan"))

    assert [(w.code, w.tone) for w in record.warnings] == [("sanctioned", "amber")]


async def test_a_person_is_found_by_an_alias(sanctions: Listed) -> None:
    assert await sanctions.named("Iwan Petroff") == ["Petrov, Ivan"]


@pytest.mark.parametrize(
    ("kind", "facts", "title"),
    [
        ("document", {"document": "BG3841207", "country": "BG"}, "Petrov, Ivan"),
        ("plate", {"plate": "CB1234AB", "country": "BG"}, "CB 1234 AB"),
        ("company", {"company": "0999123457"}, "Lotus BV"),
    ],
)
async def test_entities_are_found_by_their_numbers(
    sanctions: Listed, kind: str, facts: dict[str, str], title: str
) -> None:
    assert [r.title for r in await sanctions.ask(reading(kind, **facts))] == [title]


async def test_the_record_says_which_dataset_and_when(sanctions: Listed) -> None:
    (record,) = await sanctions.ask(reading("name", name="Petrov Ivan"))

    assert ("dataset", "lv_sanctions") in [(fact.key, fact.value) for fact in record.facts]
    assert record.at.date().isoformat() == "2026-11-20"


async def test_parquet_is_read_row_by_row(make: MAKE) -> None:
    core, arro = pytest.importorskip("arro3.core"), pytest.importorskip("arro3.io")
    columns: dict[str, list[Any]] = {
        "id": ["1", "2"], "family": ["Verlinden", None], "given": ["Jeroen", "Nobody"],
        "born": ["1985-07-30", None], "number": [None, None], "plate": ["2-ZKV-318", None],
    }  # fmt: skip
    arrays = {name: core.Array(values, core.DataType.utf8()) for name, values in columns.items()}
    listed = make(format="parquet", bad_share=0.5, maps=[MAP])
    arro.write_parquet(core.Table.from_pydict(arrays), str(listed.file))

    outcome = await listed.load()

    assert (outcome.good, outcome.bad) == (1, 1)
    assert [r.title for r in await listed.ask(reading("plate", plate="2ZKV318"))] == ["Verlinden, Jeroen"]


async def test_what_is_no_parquet_is_a_failure_not_an_empty_list(make: MAKE) -> None:
    pytest.importorskip("arro3.io")
    listed = make(format="parquet")

    assert "no Parquet" in (await listed.load("just text\n")).reason

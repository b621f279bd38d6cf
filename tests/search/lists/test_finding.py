"""Who is found on a list: by identifier exactly, by name in spite of how it is written."""

from __future__ import annotations

import pytest

from tests.search.lists.files import HEADER, JEROEN, NELE, Listed, reading

BERGHE = "3,Van den Berghe,Katrien,1977-10-14,,\n"
AMRANI = "4,El Amrani,Mohamed,1992-03-17,,\n"
BART = "5,Peeters,Bart,1970-01-02,,\n"


@pytest.fixture
async def loaded(persons: Listed) -> Listed:
    assert (await persons.load(HEADER, JEROEN, NELE, BERGHE, AMRANI, BART)).state == "loaded"
    return persons


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Verlinden, Jeroen", "Verlinden, Jeroen"),
        ("jeroen verlinden", "Verlinden, Jeroen"),
        ("Verlindne Jeroen", "Verlinden, Jeroen"),
        ("Vandenberghe Katrien", "Van den Berghe, Katrien"),
        ("Muhammad Al-Amrani", "El Amrani, Mohamed"),
    ],
)
async def test_a_person_is_found_however_the_name_is_written(loaded: Listed, asked: str, found: str) -> None:
    assert await loaded.named(asked) == [found]


async def test_another_given_name_is_another_person(loaded: Listed) -> None:
    assert await loaded.named("Bert Peeters") == []


async def test_a_wrong_birth_date_takes_a_namesake_out(loaded: Listed) -> None:
    assert await loaded.named("Bart Peeters", born="1931-11-25") == []


async def test_a_birth_date_with_one_digit_wrong_still_finds(loaded: Listed) -> None:
    assert await loaded.named("Bart Peeters", born="1970-01-03") == ["Peeters, Bart"]


async def test_a_hit_by_name_says_how_alike_it_is(loaded: Listed) -> None:
    (record,) = await loaded.ask(reading("name", name="Vandenberghe Katrien"))

    assert [float(fact.value) > 0.8 for fact in record.facts if fact.key == "score"] == [True]


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("national_number", {"national_number": "85073003328"}),
        ("plate", {"plate": "2ZKV318", "country": "B"}),
    ],
)
async def test_an_identifier_finds_its_entry(loaded: Listed, kind: str, facts: dict[str, str]) -> None:
    assert [r.title for r in await loaded.ask(reading(kind, **facts))] == ["Verlinden, Jeroen"]


async def test_a_bis_number_is_found_also_when_it_is_asked_as_a_national_number(persons: Listed) -> None:
    await persons.load(HEADER, "7,Kovalenko,Serhiy,1990-09-24,90.49.24-901.30,\n")

    for kind in ("national_number", "bis_number"):
        facts = {kind: "90492490130"}
        assert [r.title for r in await persons.ask(reading(kind, **facts))] == ["Kovalenko, Serhiy"]


async def test_another_countrys_plate_finds_nothing(loaded: Listed) -> None:
    assert await loaded.ask(reading("plate", plate="2ZKV318", country="F")) == []


async def test_a_list_of_persons_does_not_take_a_company_number(loaded: Listed) -> None:
    assert not loaded.source.accepts(reading("company", company="0999123457"))


async def test_a_record_without_a_date_is_as_old_as_its_list(loaded: Listed) -> None:
    (record,) = await loaded.ask(reading("name", name="Nele Thys"))

    assert record.at.timestamp() == pytest.approx(loaded.file.stat().st_mtime, abs=1)

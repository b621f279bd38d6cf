"""FollowTheMoney as it is published: several births, citizenships, scripts; entities that name others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from focus.modules.search.records import Record
from tests.search.lists.files import Listed, entity, json_lines, reading

MAKE = Callable[..., Listed]


async def loaded(make: MAKE, *entities: dict[str, Any]) -> Listed:
    listed = make(format="ftm", maps=None)
    outcome = await listed.load(json_lines(entities))
    assert (outcome.state, outcome.bad) == ("loaded", 0), outcome
    return listed


async def only(make: MAKE, *entities: dict[str, Any], kind: str = "name", **facts: str) -> Record:
    (record,) = await (await loaded(make, *entities)).ask(reading(kind, **facts))
    return record


@pytest.mark.parametrize("born", ["1961-01-01", "1964-05-02"])
async def test_f1_a_person_is_found_by_each_of_his_births(make: MAKE, born: str) -> None:
    person = entity("Q1", name="Ivan Petrenko", birthDate=["1961-01-01", "1964-05-02"])
    record = await only(make, person, kind="name_birth", name="Ivan Petrenko", born=born)

    assert record.born == born
    assert [fact.value for fact in record.facts if fact.key == "born"] == ["1961-01-01, 1964-05-02"]


async def test_f1_another_birth_does_not_find_him(make: MAKE) -> None:
    person = entity("Q1", name="Ivan Petrenko", birthDate=["1961-01-01", "1964-05-02"])
    listed = await loaded(make, person)

    assert await listed.named("Ivan Petrenko", "1999-09-09") == []


@pytest.mark.parametrize("told", [{"citizenship": "be"}, {"country": "be"}, {"nationality": "be"}])
@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("national_number", {"national_number": "85073003328"}),
        ("document", {"document": "EH1234567", "country": "BE"}),
    ],
)
async def test_f2_a_person_is_found_by_both_numbers_whoever_tells_his_country(
    make: MAKE, told: dict[str, str], kind: str, facts: dict[str, str]
) -> None:
    person = entity("Q1", name="An Peeters", idNumber="85.07.30-033.28", passportNumber="EH 1234567", **told)

    assert (await only(make, person, kind=kind, **facts)).title == "Peeters, An"


async def test_f2_a_passport_of_no_country_is_found_too(make: MAKE) -> None:
    person = entity("Q1", name="An Peeters", passportNumber="EH1234567")

    assert (
        await only(make, person, kind="document", document="EH1234567", country="BE")
    ).title == "Peeters, An"


async def test_f2_a_number_of_another_country_is_no_belgian_one(make: MAKE) -> None:
    person = entity("Q1", name="Ivan Petrov", idNumber="85073003328", nationality="ru")
    listed = await loaded(make, person)

    assert await listed.ask(reading("national_number", national_number="85073003328")) == []


@pytest.mark.parametrize("country", ["RU", "BE"])
async def test_f3_a_passport_is_found_for_each_nationality(make: MAKE, country: str) -> None:
    person = entity("Q1", name="Ivan Petrov", passportNumber="EH1234567", nationality=["ru", "be"])

    assert (await only(make, person, kind="document", document="EH1234567", country=country)).title


WANTED = entity("Q1", name="Ivan Petrov", birthDate="1981-12-05", topics=["wanted", "sanction"])


@pytest.mark.parametrize("before", [True, False])
async def test_f4_a_passport_leads_to_its_holder_and_warns(make: MAKE, before: bool) -> None:
    passport = entity("P1", "Passport", holder="Q1", number="EH1234567", country="ru")
    entities = [WANTED, passport] if before else [passport, WANTED]
    record = await only(make, *entities, kind="document", document="EH1234567", country="RU")

    (holder,) = record.relations
    assert (holder.role, holder.type, holder.title, holder.subtitle) == (
        "holder", "person", "Petrov, Ivan", "° 1981-12-05",
    )  # fmt: skip
    assert {(warning.code, warning.tone) for warning in record.warnings} == {
        ("wanted", "red"), ("sanctioned", "amber"),
    }  # fmt: skip


async def test_f4_a_vehicle_leads_to_its_owner_and_warns(make: MAKE) -> None:
    car = entity("V1", "Vehicle", registrationNumber="CB 1234 AB", country="bg", owner="Q1")
    record = await only(make, WANTED, car, kind="plate", plate="CB1234AB", country="BG")

    assert [(one.role, one.title) for one in record.relations] == [("owner", "Petrov, Ivan")]
    assert "wanted" in {warning.code for warning in record.warnings}


@pytest.mark.parametrize(
    ("schema", "ends", "role"),
    [
        ("Ownership", {"owner": "Q1", "asset": "C1"}, "owner"),
        ("Directorship", {"director": "Q1", "organization": "C1"}, "director"),
    ],
)
async def test_f4_who_owns_or_leads_a_company_stands_on_it(
    make: MAKE, schema: str, ends: dict[str, str], role: str
) -> None:
    firm = entity("C1", "Company", name="Lotus BV", registrationNumber="0999.123.457", country="be")
    record = await only(
        make, firm, WANTED, entity("L1", schema, **ends), kind="company", company="0999123457"
    )

    assert [(one.role, one.title) for one in record.relations] == [(role, "Petrov, Ivan")]
    assert "wanted" in {warning.code for warning in record.warnings}


async def test_f4_a_holder_who_is_not_in_the_file_is_named_all_the_same(make: MAKE) -> None:
    passport = entity("P1", "Passport", holder="Q99", number="EH1234567", country="ru")
    record = await only(make, passport, kind="document", document="EH1234567", country="RU")

    assert [(one.role, one.title) for one in record.relations] == [("holder", "Q99")]


@pytest.mark.parametrize(
    ("properties", "caption"),
    [
        ({"name": ["Іван Петренко", "Ivan Petrenko"]}, "Ivan Petrenko"),
        (
            {"name": ["Іван Петренко"], "lastName": ["Петренко", "Petrenko"], "firstName": ["Іван", "Ivan"]},
            "Ivan Petrenko",
        ),
        ({"name": ["Ivan Petrenko"], "lastName": ["Petrenko"]}, "Ivan Petrenko"),
    ],
)
async def test_f5_the_caption_is_shown(make: MAKE, properties: dict[str, Any], caption: str) -> None:
    person = entity("Q1", **properties) | {"caption": caption}
    record = await only(make, person, name="Ivan Petrenko")

    assert (record.family_name, record.given_names) == ("Petrenko", "Ivan")


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("PETRENKO, Ivan", "Ivan"),
        ("PETRENKO Ivan Olegovich", "Ivan Olegovich"),
        ("Ivan Olegovich PETRENKO", "Ivan Olegovich"),
    ],
)
async def test_f6_the_family_name_is_the_one_in_capitals_or_before_the_comma(
    make: MAKE, name: str, given: str
) -> None:
    record = await only(make, entity("Q1", name=name), name=name)

    assert (record.family_name, record.given_names) == ("PETRENKO", given)

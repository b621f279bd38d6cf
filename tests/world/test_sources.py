"""What the sources know about the cast, each in its own words."""

from __future__ import annotations

from typing import Any

import pytest

from world.characters import numbers
from world.people.finding import Finder
from world.records.justice import condition_kinds
from world.registers.all import registers
from world.registers.asking import Ask, Desk
from world.world import World

jeroen, dirk, mohamed, greta = "85073003328", "68092190157", "92031790157", "48050990463"


@pytest.fixture(scope="module")
def desk(small_world: World) -> Desk:
    return Desk(small_world, Finder(small_world.people))


def told(desk: Desk, source: str, kind: str, value: str = "", **parts: str) -> list[dict[str, Any]]:
    return registers[source].answer(Ask(desk, source, kind, {"value": value, **parts}))


def test_there_are_fifty_two_sources_over_rest_in_differing_styles() -> None:
    assert len(registers) == 52
    assert {register.none for register in registers.values()} == {"404", "empty", "hit"}
    assert len({register.key_header for register in registers.values()}) > 8
    assert len({register.wrap for register in registers.values()}) > 15


def test_the_caddy_is_grey_and_its_holder_lives_in_the_bosdreef(desk: Desk) -> None:
    (car,) = told(desk, "plates", "plate", "2-zkv-318")
    assert (car["voertuig"]["model"], car["voertuig"]["kleur"]) == ("Caddy", "grijs")
    assert car["titularis"]["adres"]["straat"] == "Bosdreef"


def test_jeroen_is_to_be_arrested_banned_from_driving_and_in_breach(desk: Desk) -> None:
    (signal,) = told(desk, "wanted-persons", "national_number", jeroen)
    (ban,) = told(desk, "driving-bans", "national_number", jeroen)
    (decision,) = told(desk, "released-on-conditions", "national_number", jeroen)
    area = next(c for c in decision["voorwaarden"] if c["soort"] == "gebiedsverbod")
    assert signal["maatregel"] == "aanhouden op bevel"
    assert (ban["tot"], ban["vanKracht"]) == ("01-02-2027", True)
    assert decision["geschonden"]
    assert (area["gebied"], area["geometrie"]["type"]) == ("Stationsbuurt", "Polygon")


def test_jeroen_holds_no_weapon_and_dirk_holds_two(desk: Desk) -> None:
    assert told(desk, "weapons-register", "national_number", jeroen) == []
    assert len(told(desk, "weapons-register", "national_number", dirk)) == 2
    assert len(told(desk, "weapons-register", "address", "Kapelstraat 41, Lindebeek")) == 2


@pytest.mark.parametrize(
    "source",
    [
        "wanted-persons",
        "stolen-vehicles",
        "sis-vehicles",
        "driving-bans",
        "released-on-conditions",
        "weapons-register",
    ],
)
def test_nothing_is_known_about_the_clean_car(desk: Desk, source: str) -> None:
    assert told(desk, source, "plate", "1-HKL-407") == []


def test_the_clean_car_is_insured_and_inspected(desk: Desk) -> None:
    assert told(desk, "insurance", "plate", "1HKL407")[0]["verzekerd"] == "J"
    assert told(desk, "inspections", "plate", "1HKL407")[0]["resultat"] == "vert"


def test_the_stolen_car_is_known_here_and_in_schengen_by_plate_and_chassis(desk: Desk) -> None:
    assert told(desk, "stolen-vehicles", "plate", "1-TRB-582")[0]["gestolenOp"] == "19/11/2026"
    assert told(desk, "sis-vehicles", "vin", "WBA8C31G4JK207615")[0]["reason"] == "stolen"


def test_mohamed_is_written_in_as_many_ways_as_sources_like(desk: Desk) -> None:
    (home,) = told(desk, "national-register", "national_number", mohamed)
    (licence,) = told(desk, "driving-licences", "national_number", mohamed)
    asked = {"name": "Mohamed El Amrani", "birth": "1992-03-17"}
    (file,) = told(desk, "foreigners-register", "name", **asked)
    assert (home["persoon"]["voornaam"], home["persoon"]["naam"]) == ("Mohamed", "El Amrani")
    assert (licence["holder"]["firstName"], licence["holder"]["lastName"]) == ("Mohammed", "El-Amrani")
    assert (file["prénom"], file["nom"]) == ("Muhammad", "Al-Amrani")
    assert home["ookGeschrevenAls"] == ["Muhammad Al-Amrani"]


def test_only_the_namesake_is_wanted(desk: Desk) -> None:
    by_name = told(desk, "wanted-persons", "name", name="Mohamed El Amrani")
    assert [r["persoon"]["geboortedatum"] for r in by_name] == ["1992-11-03"]
    assert told(desk, "wanted-persons", "name", name="Mohamed El Amrani", birth="1992-03-17") == []


def test_greta_is_missing_since_today(desk: Desk) -> None:
    (missing,) = told(desk, "missing-persons", "national_number", greta)
    assert (missing["leeftijd"], missing["onrustwekkend"]) == (78, True)
    assert missing["laatstGezien"] == "Bosdreef 12, 5990 Lindebeek"


def test_a_name_with_its_parts_exchanged_is_the_same_person(desk: Desk) -> None:
    (licence,) = told(desk, "foreigners-register", "name", name="Wei Chen", birth="1979-10-01")
    assert (licence["nom"], licence["prénom"]) == ("Wei", "Chen")


def test_one_source_has_day_and_month_exchanged(desk: Desk) -> None:
    (licence,) = told(desk, "driving-licences", "name", name="Emre Yilmaz", birth="1995-08-01")
    assert licence["holder"]["dateOfBirth"] == "1995-01-08"


def test_a_stale_source_still_has_the_old_address(desk: Desk, small_world: World) -> None:
    phone = f"+{int(small_world.people.phone[numbers['katrien']])}"
    (subscriber,) = told(desk, "phone-subscribers", "phone", phone)
    (home,) = told(
        desk, "national-register", "name", surname="Vandenberghe", given="Katrien", birth="1977-10-14"
    )
    assert subscriber["address"] == "Kapelstraat 8, 5990 Lindebeek"
    assert home["hoofdverblijf"]["straat"] == "Abdijlaan"


def test_a_restraining_order_names_who_must_stay_away_and_never_who_is_protected(desk: Desk) -> None:
    (order,) = told(desk, "restraining-orders", "address", "Kapelstraat 43, Lindebeek")
    assert order["uithuisgeplaatste"]["naam"] == "Segers"
    assert "Thys" not in str(order)


def test_who_asks_for_the_suspect_does_not_learn_the_address_of_the_victim(desk: Desk) -> None:
    (order,) = told(desk, "restraining-orders", "national_number", "88113090127")
    assert "Kapelstraat" not in str(order)


def test_a_foreign_plate_is_known_only_with_its_country(desk: Desk) -> None:
    assert told(desk, "euro-registrations", "plate", "CB1234AB", place="BG")[0]["country"] == "BG"
    assert told(desk, "euro-registrations", "plate", "2ZKV318", place="B") == []


def test_shops_and_cameras_are_those_of_the_street(desk: Desk) -> None:
    shops = told(desk, "shops", "address", street="Markt", place="Lindebeek")
    assert "Lotus Lindebeek" in {shop["naam"] for shop in shops}
    assert told(desk, "cameras", "address", street="Kapelstraat", place="Lindebeek")


@pytest.mark.parametrize("value", ["", "0", "'; drop table", "999999999999999999999", "ﷺ", "x" * 400])
def test_nonsense_finds_nothing_and_breaks_nothing(desk: Desk, value: str) -> None:
    for name, register in registers.items():
        for endpoint in register.endpoints:
            parts = {"name": value} if endpoint.kind == "name" else {"value": value}
            assert register.answer(Ask(desk, name, endpoint.kind, parts)) == []


def test_conditions_are_of_the_kinds_that_courts_impose(small_world: World) -> None:
    kinds = {kind for record in small_world.justice["conditions"].records for kind in record["kinds"]}
    assert kinds <= set(condition_kinds)
    assert len(kinds) > 6


def test_a_stolen_card_is_a_hit_and_a_good_one_is_not(desk: Desk, small_world: World) -> None:
    papers = small_world.papers
    stolen = next(row for row in papers.where("owner", numbers["katrien"]) if papers.status[row] == 2)
    assert told(desk, "lost-documents", "document", papers.number[stolen].decode())[0]["motif"] == "volé"
    assert told(desk, "lost-documents", "document", "591-1917064-58") == []
    assert told(desk, "interpol-documents", "document", "BG3841207")[0]["status"] == "stolen"

"""Addresses as officers type them, with the address register and without."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus.modules.search.understanding.known import Known
from tests.search.understanding.knowing import BOTH, first, read

ADDRESSES = [
    ("Kapelstraat 9000 Gent", "", "", "9000", "Gent"),
    ("Kapelstraat zn, 9000 Gent", "", "", "9000", "Gent"),
    ("Rue Haute s/n 5000 Namur", "", "", "5000", "Namur"),
    ("Kapelstraat Gent", "", "", "", "Gent"),
    ("Kapelstraat 12 app. 3", "12", "3", "", ""),
    ("Kapelstraat 12 verdieping 2", "12", "2", "", ""),
    ("Kapelstraat 12 2e verdieping", "12", "2", "", ""),
    ("Kapelstraat 12 bus 3/2", "12", "3/2", "", ""),
    ("Kapelstraat 12 app 3 bus 4", "12", "4", "", ""),
    ("Kapelstraat 12 gelijkvloers", "12", "", "", ""),
    ("Kapelstraat 12 bis", "12BIS", "", "", ""),
    ("Rue Haute 12 ter, 5000 Namur", "12TER", "", "5000", "Namur"),
    ("Kapelstraat 12 bus A", "12", "A", "", ""),
    ("Kapelstraat 12 Berchem", "12", "", "", "Berchem"),
    ("Kerkstraat 12-14, 9000 Gent", "12-14", "", "9000", "Gent"),
    ("Kapelstraat 12 en 14", "12+14", "", "", ""),
    ("Kapelstraat 12 - 14", "12-14", "", "", ""),
    ("9000 Gent, Kapelstraat 12", "12", "", "9000", "Gent"),
    ("9000 Gent Kapelstraat 12", "12", "", "9000", "Gent"),
    ("Gent, Kapelstraat 12 bus 3", "12", "3", "", "Gent"),
    ("B-5000 Namur, Rue Haute 12", "12", "", "5000", "Namur"),
    ("Chaussée de Boondael 12 - 1050 Ixelles", "12", "", "1050", "Ixelles"),
    ("Damstraat 5, 1234 AB Amsterdam", "5", "", "1234 AB", "Amsterdam"),
    ("1234 AB Amsterdam, Damstraat 5", "5", "", "1234 AB", "Amsterdam"),
    ("10 rue de Rivoli, 75001 Paris", "10", "", "75001", "Paris"),
    ("D-52062 Aachen, Hauptstraße 5", "5", "", "52062", "Aachen"),
    ("Rue de la Poste 5, L-1234 Luxembourg", "5", "", "1234", "Luxembourg"),
]


@BOTH
@pytest.mark.parametrize(("typed", "number", "box", "postcode", "town"), ADDRESSES)
def test_an_address_has_its_number_box_postcode_and_town(
    typed: str, number: str, box: str, postcode: str, town: str, known: Known
) -> None:
    reading = first(typed, known)
    facts = [reading.facts.get(key, "") for key in ("number", "box", "postcode", "municipality")]
    assert (reading.kind, facts) == ("address", [number, box, postcode, town])


@pytest.mark.parametrize(
    ("typed", "street"),
    [
        ("kloosterstr. 12", "Kloosterstraat"),
        ("bosdr. 31", "Bosdreef"),
        ("kapelstr 43 bus 2", "Kapelstraat"),
        ("stationsstr5", "Stationsstraat"),
        ("St. Jansstr. 5", "Sint-Jansstraat"),
        ("St-Jansstraat 4", "Sint-Jansstraat"),
        ("O.L.V.-straat 3", "Onze-Lieve-Vrouwestraat"),
        ("kon. albertln 5", "Koning Albertlaan"),
        ("kon. astridln 5", "Koningin Astridlaan"),
        ("av. Louise 100", "Avenue Louise"),
        ("chée de Boondael 12", "Chaussée de Boondael"),
        ("boondaalse stwg. 12", "Boondaalse Steenweg"),
        ("r. de la Gare 3", "Rue de la Gare"),
        ("pl. St-Jean 4", "Place Saint-Jean"),
        ("Aachener Str. 5", "Aachener Straße"),
        ("Bergkapellstr. 22", "Bergkapellstraße"),
    ],
)
def test_a_street_cut_short_is_asked_as_the_register_writes_it(typed: str, street: str) -> None:
    reading = first(typed)
    assert (reading.kind, reading.facts["street"]) == ("address", street)
    assert reading.warnings == ("street_completed",)


@pytest.mark.parametrize("typed", ["bosdreef31", "bosdreef 31", "BOSDREEF 31"])
def test_a_street_in_full_is_written_as_in_the_register_without_a_word(typed: str) -> None:
    assert (first(typed).normal, first(typed).warnings) == ("Bosdreef 31", ())


def test_a_place_stands_before_its_street_where_the_register_has_the_street() -> None:
    facts = first("lindebeek kloosterstraat 52").facts
    assert (facts["street"], facts["number"], facts["municipality"]) == ("Kloosterstraat", "52", "lindebeek")


def test_a_street_of_several_municipalities_stays_open() -> None:
    assert "municipality" not in first("kapelstr. 12").facts


@pytest.mark.parametrize("typed", ["Zandstraat 5", "Zandstraat 5, Lindebeek", "Bosdreef 5, 9000 Gent"])
def test_a_street_that_the_register_does_not_have_is_said_to_be_none(typed: str) -> None:
    assert first(typed).warnings == ("street_unknown",)


@pytest.mark.parametrize("typed", ["Zandstraat 5, Brugge", "Damstraat 5, 1234 AB Amsterdam"])
def test_where_the_register_does_not_reach_nothing_is_said(typed: str) -> None:
    assert first(typed).warnings == ()


def test_a_slip_in_a_street_is_offered_and_not_assumed() -> None:
    typed, offered = read("stasionsstraat 5").readings[:2]
    assert (typed.warnings, offered.warnings) == (("street_unknown",), ("street_offered",))
    assert first(offered.asks).normal == "Stationsstraat 5"


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(ADDRESSES), st.sampled_from([str.upper, str.lower, str.title]))
def test_capitals_decide_nothing_about_an_address(row: tuple[str, ...], change: Callable[[str], str]) -> None:
    typed = row[0]
    if "AB" not in typed and "L-" not in typed:
        assert first(change(typed)).facts.get("postcode", "") == row[3]

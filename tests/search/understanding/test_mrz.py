"""Machine readable zones: the vectors that the app runs too, and what a zone asks."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus.modules.search.understanding import mrz, understand

TODAY = date(2026, 11, 23)
VECTORS = json.loads((Path(__file__).parent / "mrz.json").read_text("utf-8"))
TEXT = {vector["name"]: vector["text"] for vector in VECTORS}
READ = {vector["name"]: vector["read"] for vector in VECTORS}
BELGIAN_NAME = "a Belgian card: number of twelve digits, national number in the free field"
BELGIAN = TEXT[BELGIAN_NAME]
FOREIGN = (
    "TD1, the example of ICAO 9303 part 5",
    "TD2, the example of ICAO 9303 part 6",
    "TD3, the example of ICAO 9303 part 4",
    "TD1, a number of twelve signs from abroad",
    "TD1, a short number before a free field",
    "TD2, a short number",
    "TD3, a short number",
    "a Belgian card: a short number that begins with a letter",
)
PASSPORT = TEXT["a Belgian passport"]


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])
def test_a_zone_is_read_as_its_vector_says(vector: dict[str, Any]) -> None:
    found = mrz.find(vector["text"])
    read = None
    if found is not None:
        read = {key: value for key, value in asdict(found).items() if key in vector["read"]}
        read["faults"] = list(read["faults"])
    assert read == vector["read"]


def test_a_belgian_card_asks_the_national_number_then_the_name_then_the_document() -> None:
    readings = understand(BELGIAN, today=TODAY).readings
    assert [(reading.kind, reading.normal) for reading in readings] == [
        ("national_number", "85.07.30-033.28"),
        ("name_birth", "Verlinden, Jeroen · 1985-07-30"),
        ("document", "592310447773"),
    ]


def test_a_passport_asks_the_name_with_sex_and_nationality() -> None:
    first = understand(PASSPORT, today=TODAY).readings[0]
    assert first.facts["family_name"] == "El Amrani"
    assert first.facts["given_names"] == "Fatima Zohra"
    assert (first.facts["born"], first.facts["sex"], first.facts["nationality"]) == ("1992-03-17", "F", "BEL")


def test_a_document_past_its_day_is_told() -> None:
    readings = understand(PASSPORT, today=date(2030, 1, 2)).readings
    assert "document_expired" in next(r for r in readings if r.kind == "document").warnings


def test_a_document_is_valid_on_its_last_day() -> None:
    readings = understand(PASSPORT, today=date(2030, 1, 1)).readings
    assert "document_expired" not in next(r for r in readings if r.kind == "document").warnings


def test_a_birth_is_never_to_come() -> None:
    old = TEXT["unknown day and month of birth"]
    assert understand(old, today=TODAY).readings[0].facts["born"] == "1951"


def test_a_field_whose_check_digit_is_wrong_is_not_asked() -> None:
    understood = understand(TEXT["a wrong digit that nothing confuses"], today=TODAY)
    assert "born" not in next(r for r in understood.readings if r.kind == "name").facts
    assert understood.problems[0].params == {"field": "birth"}


def test_a_repair_by_check_digit_is_told() -> None:
    readings = understand(TEXT["a 1 read as I in a document number"], today=TODAY).readings
    assert readings[-1].warnings == ("mrz_repaired",)


SIGNS = "ABIKOSUZ0123456789< é\n"
"""Each value of a check digit, what cameras confuse, and what no zone holds."""


def silent(name: str) -> list[tuple[int, str, str]]:
    """Each wrong sign at each place of a vector that makes another number without a word."""
    text, number = TEXT[name], READ[name]["number"]
    slips = (
        (at, sign, mrz.find(text[:at] + sign + text[at + 1 :])) for at in range(len(text)) for sign in SIGNS
    )
    return [
        (at, sign, found.number)
        for at, sign, found in slips
        if found and found.number not in {"", number} and not (found.repaired or found.faults)
    ]


def value(sign: str) -> int:
    """What a check digit sees of a sign."""
    return 0 if sign == "<" else int(sign, 36) % 10


@pytest.mark.parametrize("name", [BELGIAN_NAME, "a Belgian card: a number with noughts", "a residence card"])
def test_one_wrong_sign_anywhere_never_makes_another_number_without_a_word(name: str) -> None:
    assert silent(name) == []


@pytest.mark.parametrize("name", FOREIGN)
def test_elsewhere_only_signs_of_one_value_pass_for_each_other(name: str) -> None:
    """The standard's check digits cannot tell an O from a 4; a short number ends where its fillers begin."""
    text, number = TEXT[name], READ[name]["number"]
    for at, sign, other in silent(name):
        assert value(sign) == value(text[at]), (at, sign, other)
        assert "<" not in other
        assert text[at] != "<" or other.startswith(number), (at, sign, other)
        assert sign != "<" or number.startswith(other), (at, sign, other)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ABCIP0123456789<\n ", max_size=120))
def test_any_text_is_answered(text: str) -> None:
    found = mrz.find(text)
    assert found is None or found.form in {"TD1", "TD2", "TD3", "IDFRA"}


FRENCH = "IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n8806923102858CORINNE<<<<<<<6512068F6"
"""A published specimen of the French card before 2021."""


def passport(names: str, issuer: str = "IND") -> str:
    """A right TD3 with these names."""
    second = f"K1234567<{mrz.check_digit('K1234567<')}{issuer}8507309M3107151{'<' * 14}0"
    whole = second[:10] + second[13:20] + second[21:43]
    return f"P<{issuer}{names}".ljust(44, "<") + "\n" + second + mrz.check_digit(whole)


def test_a_french_card_before_2021_is_read_by_its_own_layout() -> None:
    readings = understand(FRENCH, today=TODAY).readings
    assert [(one.kind, one.normal) for one in readings] == [
        ("name_birth", "Berthier, Corinne · 1965-12-06"),
        ("document", "880692310285"),
    ]
    assert readings[0].facts["sex"] == "F"
    assert (readings[1].country, readings[1].facts["document_kind"]) == ("FR", "identity_card")


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [("23102858", "23102857", "number"), ("6512068F", "6512088F", "birth"), ("8F6", "8F7", "whole")],
)
def test_a_french_card_with_a_wrong_sign_is_told(right: str, wrong: str, fault: str) -> None:
    found = mrz.find(FRENCH.replace(right, wrong))
    assert found is not None
    assert fault in found.faults


def test_a_french_card_with_confused_signs_is_put_right_by_their_place() -> None:
    found = mrz.find(FRENCH.replace("BERTHIER", "8ERTHIER").replace("CORINNE", "C0RINNE"))
    assert found is not None
    assert (found.family_name, found.given_names) == ("BERTHIER", "CORINNE")


@pytest.mark.parametrize(
    ("names", "family", "given"),
    [
        ("JANSEN<<LOTTE<<<<K<<<K", "Jansen", "Lotte"),
        ("JANSEN<<LOTTE<<K<<<<<K<<", "Jansen", "Lotte"),
        ("JANSEN<<LOTTEKKKKKK", "Jansen", "Lotte"),
        ("JANSEN<<<<<<K<<<K", "Jansen", ""),
    ],
)
def test_fillers_read_as_k_are_no_name_and_that_is_told(names: str, family: str, given: str) -> None:
    first = understand(passport(names), today=TODAY).readings[0]
    assert (first.facts["family_name"], first.facts.get("given_names", "")) == (family, given)
    assert "mrz_fillers" in first.warnings


@pytest.mark.parametrize("names", ["KOK<<KIKI<K", "KEK<<K", "VAN<DE<K<<ERIK"])
def test_a_k_of_a_name_stays(names: str) -> None:
    first = understand(passport(names), today=TODAY).readings[0]
    assert "mrz_fillers" not in first.warnings
    assert first.facts["name"].count("K") + first.facts["name"].count("k") == names.count("K")


def test_names_that_fill_their_field_are_known_as_cut() -> None:
    names = "VIJAYARAGHAVANPILLAI<<SATHYANARAYANASAMY"[:39]
    assert len(names) == 39
    assert "name_cut" in understand(passport(names), today=TODAY).readings[0].warnings
    assert "name_cut" not in understand(passport(names[:38]), today=TODAY).readings[0].warnings


def test_a_given_name_alone_is_asked() -> None:
    first = understand(passport("<<KARIMI"), today=TODAY).readings[0]
    assert (first.kind, first.facts["name"], first.facts["family_name"]) == ("name_birth", "Karimi", "Karimi")


def test_a_passport_of_any_country_has_its_two_letters() -> None:
    countries = {"IND": "IN", "SYR": "SY", "RUS": "RU", "D<<": "DE", "RKS": "XK", "GBD": "GB", "UNO": "UNO"}
    read = {issuer: understand(passport("A<<B", issuer), today=TODAY).readings[-1] for issuer in countries}
    assert {issuer: one.country for issuer, one in read.items()} == countries


@pytest.mark.parametrize(("number", "free"), [("D23145890734", ""), ("D231458907", ""), ("AB12CD34EF", "9")])
def test_a_td2_has_room_for_a_number_over_nine_signs(number: str, free: str) -> None:
    rest = f"{number[9:]}{mrz.check_digit(number)}<{free}".ljust(7, "<")
    second = f"{number[:9]}<UTO7408122F1204159{rest}"
    second += mrz.check_digit(second[:10] + second[13:20] + second[21:35])
    found = mrz.find("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\n" + second)
    assert found is not None
    assert (found.number, found.optional, found.faults) == (number, free, ())


def test_a_birth_is_in_the_century_that_the_national_number_proves() -> None:
    nine = 200115001
    number = f"{nine}{97 - nine % 97:02}"
    names = "VERLINDEN<<JEROEN".ljust(30, "<")
    second = f"200115{mrz.check_digit('200115')}M3107151BEL{number}"
    first = BELGIAN.split("\n")[0]
    whole = mrz.check_digit(first[5:] + second[:7] + second[8:15] + second[18:29])
    readings = understand(f"{first}\n{second}{whole}\n{names}", today=TODAY).readings
    assert [one.facts.get("born") for one in readings[:2]] == ["1920-01-15", "1920-01-15"]

"""Identifiers as they are typed and pasted in the field: countries, plates, numbers, phones, notes."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus.modules.search.questions import VALUES, Reading, Understood
from focus.modules.search.understanding import countries, identify, understand
from focus.modules.search.understanding.countries import ANY
from focus.modules.search.understanding.identify import identify_asked, looser, same
from focus.modules.search.understanding.repairs import MOST as MOST_REPAIRS
from focus.modules.search.understanding.repairs import repairs
from focus.modules.search.understanding.several import BESIDE, MOST

TODAY = date(2026, 11, 23)


def read(question: str) -> Understood:
    return understand(question, today=TODAY)


def first(question: str) -> Reading:
    return read(question).readings[0]


@pytest.mark.parametrize(
    ("spellings", "sign"),
    [
        ("NL NLD nl", "NL"),
        ("D DE DEU de", "D"),
        ("B BE BEL be", "B"),
        ("F FR FRA", "F"),
        ("UK GB GBR", "UK"),
        ("L LU LUX", "L"),
        ("E ES ESP", "E"),
        ("CH CHE", "CH"),
        ("PL POL", "PL"),
        ("RO ROU", "RO"),
        ("IRL IE", "IRL"),
        ("S SE SWE", "S"),
        ("SLO SI SVN", "SLO"),
        ("MA MAR", "MA"),
        ("RKS XK XKX", "RKS"),
        ("RUS RU", "RUS"),
    ],
)
def test_each_way_to_write_a_country_makes_one_plate(spellings: str, sign: str) -> None:
    made = {identify("plate", "12-ABC-3", spelling) for spelling in spellings.split()}
    assert [one.value for one in made if one] == [f"{sign}:12ABC3"]


@pytest.mark.parametrize(
    ("spellings", "code"),
    [
        ("IND in IN", "IN"),
        ("SYR sy", "SY"),
        ("RUS ru", "RU"),
        ("D DEU de D<<", "DE"),
        ("GBD GBN GBO GBP GBS GBR gb UK", "GB"),
        ("RKS XKX xk UNK", "XK"),
        ("BEL B be", "BE"),
        ("UNO", "UNO"),
        ("XXA", "XXA"),
        ("ROU RO ROM", "RO"),
    ],
)
def test_each_way_to_write_a_country_makes_one_document(spellings: str, code: str) -> None:
    made = {identify("document", "K1234567", spelling) for spelling in spellings.split()}
    assert [one.value for one in made if one] == [f"{code}:K1234567"]


def test_an_iso_code_is_never_taken_for_another_countrys_sign() -> None:
    assert {code: countries.country(code) for code in ("SY", "CL", "ET", "ES", "SD", "RU", "NA", "MS")} == {
        code: code for code in ("SY", "CL", "ET", "ES", "SD", "RU", "NA", "MS")
    }


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(countries.KNOWN)))
def test_a_country_stays_what_it_is_read_as(written: str) -> None:
    code, sign = countries.country(written), countries.sign(written)
    assert countries.country(code) == code
    assert countries.sign(code) == sign
    assert countries.country(sign) == code


def test_a_document_asked_without_its_country_may_be_of_any() -> None:
    asked = identify_asked("document", first("EH123456"))
    assert asked is not None
    assert asked.value == f"{ANY}:EH123456"
    for country in ("PT", "BE", "", ANY):
        found = identify("document", "EH123456", country)
        assert found is not None
        assert same(asked, found)


@pytest.mark.parametrize("typed", ["PRT EH123456", "EH123456 PT", "EH123456 (PT)", "pt: eh123456"])
def test_a_document_is_typed_with_its_country(typed: str) -> None:
    reading = first(typed)
    assert (reading.kind, reading.normal, reading.country) == ("document", "EH123456", "PT")


def test_a_document_asked_with_its_country_is_not_anothers() -> None:
    belgian, foreign = identify("document", "EH123456", "BE"), identify("document", "EH123456", "PT")
    assert belgian is not None
    assert foreign is not None
    assert not same(belgian, foreign)


def test_what_leaves_something_open_has_a_form_by_which_it_is_found() -> None:
    plate, paper = identify("plate", "B-MW 555", "D"), identify("document", "EH123456", "PRT")
    assert plate is not None
    assert paper is not None
    assert [one.value for one in looser(plate)] == ["D:BMW555", f"{ANY}:BMW555"]
    assert [one.value for one in looser(paper)] == [f"{ANY}:EH123456"]


@pytest.mark.parametrize(
    ("one", "other"), [("B-MW 555", "BM-W 555"), ("LÖ-AB 123", "LO-AB 123"), ("S-HA 12", "SH-A 12")]
)
def test_german_plates_with_another_gap_or_umlaut_are_two_cars(one: str, other: str) -> None:
    here, there = identify("plate", one, "D"), identify("plate", other, "DE")
    assert here is not None
    assert there is not None
    assert not same(here, there)
    assert first(one).country == first(other).country == "D"
    assert identify_asked("plate", first(one)) == here


@pytest.mark.parametrize("written", ["B-MW 555", "BM-W 555", "BMW 555", "bmw555"])
def test_a_german_plate_without_its_gap_may_be_either(written: str) -> None:
    joined, other = identify("plate", "BMW555", "D"), identify("plate", written, "DEU")
    assert joined is not None
    assert other is not None
    assert same(joined, other)


def test_a_german_plate_with_one_place_for_a_gap_has_it() -> None:
    assert identify("plate", "MA1", "D") == identify("plate", "M-A 1", "D")
    assert identify("plate", "DAHXY12", "D") == identify("plate", "DAH-XY 12", "D")


@pytest.mark.parametrize(
    ("typed", "country", "normal"),
    [
        ("1234 AB 59", "F", "1234-AB-59"),
        ("123 ABC 75", "F", "123-ABC-75"),
        ("4567 XY 2A", "F", "4567-XY-2A"),
        ("L 12345", "L", "12345"),
        ("L-1234", "L", "1234"),
        ("ZH 123", "CH", "ZH-123"),
        ("GE 45", "CH", "GE-45"),
        ("131-D-1234", "IRL", "131-D-1234"),
        ("222-KE-17", "IRL", "222-KE-17"),
        ("1A2 3456", "CZ", "1A2-3456"),
        ("3SB 4321", "CZ", "3SB-4321"),
        ("BA-123CD", "SK", "BA-123-CD"),
        ("KE-987XY", "SK", "KE-987-XY"),
        ("AB CD-123", "H", "AB-CD-123"),
        ("AA BC-234", "H", "AA-BC-234"),
        ("12345-A-6", "MA", "12345-A-6"),
        ("123 TUN 4567", "TN", "123-TUN-4567"),
        ("BE 1-ABC-123", "B", "1-ABC-123"),
        ("BEL 1-ABC-123", "B", "1-ABC-123"),
        ("1-ABC-123 (BE)", "B", "1-ABC-123"),
        ("1-ABC-123 [B]", "B", "1-ABC-123"),
        ("BE1ABC123", "B", "1-ABC-123"),
        ("1ABC123BE", "B", "1-ABC-123"),
        ("FR AB-123-CD", "F", "AB-123-CD"),
        ("FR-AB-123-CD", "F", "AB-123-CD"),
        ("FRA AB-123-CD", "F", "AB-123-CD"),
        ("FRAB123CD", "F", "AB-123-CD"),
        ("AB-123-CD (F)", "F", "AB-123-CD"),
        ("I AB 123 CD", "I", "AB-123-CD"),
        ("LT ABC 123", "LT", "ABC-123"),
        ("H ABC-123", "H", "ABC-123"),
        ("SE ABC 12D", "S", "ABC-12D"),
        ("FIN ABC-123", "FIN", "ABC-123"),
        ("EST 123 ABC", "EST", "123-ABC"),
        ("DE B MW 1234", "D", "B-MW-1234"),
        ("D: B MW 1234", "D", "B-MW-1234"),
        ("DEU B-MW 1234", "D", "B-MW-1234"),
        ("D BMW 555", "D", "BMW555"),
        ("NLD 12-ABC-3", "NL", "12-ABC-3"),
        ("12-ABC-3 NL", "NL", "12-ABC-3"),
        ("CH ZH 123", "CH", "ZH-123"),
        ("NO AB 12345", "N", "AB-12345"),
        ("PL WX 1234C", "PL", "WX-1234C"),
    ],
)
def test_a_plate_is_of_its_country(typed: str, country: str, normal: str) -> None:
    reading = first(typed)
    assert (reading.kind, reading.country, reading.normal) == ("plate", country, normal)


@pytest.mark.parametrize("typed", ["AB-12-C-3", "A1-B2-C3"])
def test_a_plate_of_no_known_shape_is_foreign_before_it_is_personalised(typed: str) -> None:
    plates = [reading for reading in read(typed).readings if reading.kind == "plate"]
    assert plates[0].country is None
    assert not any(reading.certain for reading in plates)


@pytest.mark.parametrize("typed", ["de", "VW caddy grijs", "caddy", "JAN", "golf"])
def test_words_without_a_digit_are_no_likely_plate(typed: str) -> None:
    assert all(r.plausibility <= 0.2 for r in read(typed).readings if r.kind == "plate")


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("2-ZKV-3l8", "2-ZKV-318"),
        ("2-ZKV-3I8", "2-ZKV-318"),
        ("2zkv3l8", "2-ZKV-318"),
        ("I-ABC-123", "1-ABC-123"),
        ("1-A8C-123", "1-ABC-123"),
        ("1-ABC-12S", "1-ABC-125"),
        ("1-ABC-Z23", "1-ABC-223"),
        ("1-ABC-1B3", "1-ABC-183"),
    ],
)
def test_a_confused_sign_is_offered_put_right(typed: str, normal: str) -> None:
    reading = first(typed)
    assert (reading.normal, reading.warnings, reading.certain) == (normal, ("plate_letters_swapped",), False)
    assert reading.plausibility > 0.8


@pytest.mark.parametrize("typed", ["1-OBC-123", "S-ABC-123", "AB-123-CD", "8-ABC-128"])
def test_a_plate_that_is_one_is_never_put_right_in_silence(typed: str) -> None:
    assert first(typed).facts["plate"] == typed.replace("-", "")


def test_repairs_of_a_chassis_number_begin_with_the_one_whose_check_digit_agrees() -> None:
    typed = first("1M8GDM9AXKP0427B8")
    assert repairs(typed)[0].normal == "1M8GDM9AXKP042788"
    assert repairs(typed)[0].warnings == ("signs_swapped",)


def test_repairs_of_a_document_keep_its_country_and_say_what_they_are() -> None:
    reading = first("EH1Z3456")
    assert "EH123456" in [one.normal for one in repairs(reading)]
    assert all("signs_swapped" in one.warnings for one in repairs(reading))


def test_repairs_of_a_foreign_plate_stay_in_its_country() -> None:
    reading = first("NL 1Z-ABC-3")
    assert ("12-ABC-3", "NL") in [(one.normal, one.country) for one in repairs(reading)]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ABILOSZ0125678-", min_size=4, max_size=17))
def test_repairs_are_few_uncertain_and_other_than_what_was_typed(typed: str) -> None:
    for reading in read(typed).readings:
        found = repairs(reading)
        assert len(found) <= MOST_REPAIRS
        assert all(one.kind == reading.kind and not one.certain and one.warnings for one in found)
        assert all(one.facts != reading.facts for one in found)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("85073000028", "no_such_serial"),
        ("85.07.30-000.61", "no_such_serial"),
        ("00000000000", "no_such_serial"),
        ("85603003318", "impossible_date"),
        ("85.13.30-033.28", "impossible_date"),
        ("85.99.30-033.28", "impossible_date"),
        ("NN 85.07.30-033.29", "check_digit"),
        ("Peeters Jan 85.07.30-033.29", "check_digit"),
    ],
)
def test_a_national_number_that_cannot_be_says_why(typed: str, code: str) -> None:
    problem = read(typed).problems[0]
    assert (problem.kind, problem.code) == ("national_number", code)


@settings(max_examples=300, deadline=None)
@given(st.from_regex(r"[0-9]{11}", fullmatch=True))
def test_a_check_digit_is_never_said_to_be_wrong_and_expected(typed: str) -> None:
    for problem in read(typed).problems:
        assert problem.params.get("found", "") not in {
            problem.params.get("expected", "-"),
            problem.params.get("expected_2000", "-"),
        }


@pytest.mark.parametrize(
    ("typed", "kind", "normal"),
    [
        ("N° nat. 85073003328", "national_number", "85.07.30-033.28"),
        ("Rijksregisternr. 85.07.30-033.28", "national_number", "85.07.30-033.28"),
        ("(85.07.30-033.28)", "national_number", "85.07.30-033.28"),
        ("rrn85073003328", "national_number", "85.07.30-033.28"),
        ("NN: 85073003328", "national_number", "85.07.30-033.28"),
        ("85.07.30-033.28 (NN)", "national_number", "85.07.30-033.28"),
        ("n° de registre national 85.07.30-033.28", "national_number", "85.07.30-033.28"),
        ("Nationalregisternummer 85073003328", "national_number", "85.07.30-033.28"),
        ("national number: 85073003328.", "national_number", "85.07.30-033.28"),
        ("BIS-nr 88.42.29-999.79", "bis_number", "88.42.29-999.79"),
        ("BE 0403.019.261 RPR Brussel", "company", "0403.019.261"),
        ("Ond.nr. 0403.019.261", "company", "0403.019.261"),
        ("N° d'entreprise 0403.019.261", "company", "0403.019.261"),
        ("RPM Liège 0403.019.261", "company", "0403.019.261"),
        ("Unternehmensnr. 0403 019 261", "company", "0403.019.261"),
        ("2.123.456.791", "company", "2.123.456.791"),
        ("2.123.456.789", "company", "2.123.456.789"),
        ("Vestigingsnr. 2123456791", "company", "2.123.456.791"),
        ("470123456", "phone", "0470 12 34 56"),
        ("32470123456", "phone", "0470 12 34 56"),
        ("+32 470 12 34 56 (gsm)", "phone", "0470 12 34 56"),
        ("0470 12 34 56 gsm", "phone", "0470 12 34 56"),
        ("tél. portable 0470 12 34 56", "phone", "0470 12 34 56"),
        ("Handynr. 0470123456", "phone", "0470 12 34 56"),
        ("n° de châssis 1M8GDM9AXKP042788", "vin", "1M8GDM9AXKP042788"),
        ("Paspoortnr. EH123456", "document", "EH123456"),
        ("nummerplaat: 1-ABC-123", "plate", "1-ABC-123"),
    ],
)
def test_a_label_before_or_behind_is_no_part_of_the_number(typed: str, kind: str, normal: str) -> None:
    reading = first(typed)
    assert (reading.kind, reading.normal) == (kind, normal)
    assert reading.facts.keys() - {"national_number", "national_number_formatted"} <= VALUES[reading.kind] | {
        "born_year"
    }


def test_an_establishment_is_no_company_number() -> None:
    facts = first("2.123.456.791").facts
    assert facts == {"establishment": "2123456791", "establishment_dotted": "2.123.456.791"}
    assert first("2.123.456.789").warnings == ("establishment_check_digit",)


@pytest.mark.parametrize(
    ("typed", "normal", "beside"),
    [
        ("grijze VW Caddy 2-ZKV-318 richting centrum", "2-ZKV-318", "grijze VW Caddy richting centrum"),
        ("bestuurder 2zkv318", "2-ZKV-318", "bestuurder"),
        ("🚓 2-ZKV-318", "2-ZKV-318", ""),
        ("grijze caddy 2-ZKV-3l8", "2-ZKV-318", "grijze caddy"),
        ("rode golf DE B-MW 1234 vlucht", "B-MW-1234", "rode golf vlucht"),
        ("conducteur de la AB-123-CD (F), vite", "AB-123-CD", "conducteur de la vite"),
        ("Peeters Jan 85.07.30-033.28", "85.07.30-033.28", "Peeters Jan"),
        ("Verdachte reed met F-AB-123-CD", "AB-123-CD", "Verdachte reed met"),
        ("bel 0470 12 34 56 aub", "0470 12 34 56", "bel aub"),
        ("weißer Passat 1abc123 Richtung Eupen", "1-ABC-123", "weißer Passat Richtung Eupen"),
    ],
)
def test_the_one_identifier_in_chatter_is_asked(typed: str, normal: str, beside: str) -> None:
    understood = read(typed)
    reading = understood.readings[0]
    assert (reading.normal, reading.beside, reading.asks) == (normal, beside, "")
    assert understood.problems == ()


@pytest.mark.parametrize("typed", ["LU-AB 1234", "B-MW 555", "AB-123-CD", "CB-1234-AB"])
def test_an_identifier_alone_keeps_what_else_it_may_be(typed: str) -> None:
    plates = [reading for reading in read(typed).readings if reading.kind == "plate"]
    assert len(plates) > 1
    assert plates[0].plausibility < 0.9


def test_what_is_kept_besides_is_short() -> None:
    assert len(first("heel lange beschrijving " * 7 + "2-ZKV-318").beside) <= BESIDE


def test_a_paste_of_four_gives_all_four() -> None:
    readings = read("2zkv318 85073003328 0470123456 1M8GDM9AXKP042788").readings
    assert [reading.kind for reading in readings] == ["plate", "national_number", "phone", "vin"]
    assert [first(reading.asks).normal for reading in readings] == [reading.normal for reading in readings]


def test_of_a_paste_of_forty_the_first_are_offered_and_that_is_told() -> None:
    understood = read("\n".join(f"1-ABC-{number}" for number in range(100, 140)))
    assert [reading.normal for reading in understood.readings] == [
        f"1-ABC-{n}" for n in range(100, 100 + MOST)
    ]
    assert [problem.code for problem in understood.problems] == ["several", "several_more"]


def test_a_name_with_its_date_beside_an_identifier_is_offered_too() -> None:
    kinds = [reading.kind for reading in read("Verlinden Jeroen 30/07/1985, 2-ZKV-318").readings]
    assert sorted(kinds) == ["name_birth", "plate"]


def test_empty_room_in_a_paste_hides_nothing() -> None:
    assert first("tekst   \n\n   " * 900 + "2-ZKV-318").normal == "2-ZKV-318"


def test_a_plate_in_five_thousand_signs_is_found() -> None:
    assert first("tekst " * 400 + "2-ZKV-318 " + "tekst " * 400).normal == "2-ZKV-318"


@pytest.mark.parametrize(
    "part", ["tekst ", "1-ABC-12 ", "9", "A", "1 ", "0470 ", "a1-", "NL ", "(", "n° ", "AB-"]
)
def test_a_long_text_is_read_in_time_that_grows_with_it(part: str) -> None:
    text = (part * 10_000)[:10_000]
    read(text)
    began = perf_counter()
    read(text)
    assert perf_counter() - began < 1

"""Names, dates and places as officers type them, with the address register and without."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus.modules.search.questions import VALUES
from focus.modules.search.understanding import ages
from focus.modules.search.understanding.known import Known
from tests.search.understanding.knowing import BOTH, PLAUSIBLE, first, named, read


@BOTH
@pytest.mark.parametrize(
    ("typed", "family", "own", "year"),
    [
        ("jeroen verlinden 85", "Verlinden", "Jeroen", "1985"),
        ("verlinden 85", "Verlinden", "", "1985"),
        ("marc leclercq 74", "Leclercq", "Marc", "1974"),
        ("jeroen verlinden °85", "Verlinden", "Jeroen", "1985"),
        ("verlinden '85", "Verlinden", "", "1985"),
        ("jeroen verlinden (85)", "Verlinden", "Jeroen", "1985"),
        ("maes tom 92", "Maes", "Tom", "1992"),
        ("El Khattabi Youssef 97", "El Khattabi", "Youssef", "1997"),
        ("van den berghe katrien 60", "Van Den Berghe", "Katrien", "1960"),
        ("verlinden jeroen geb 85", "Verlinden", "Jeroen", "1985"),
        ("Claes Wim 04", "Claes", "Wim", "2004"),
    ],
)
def test_two_digits_beside_a_name_are_a_year_of_birth(
    typed: str, family: str, own: str, year: str, known: Known
) -> None:
    reading = first(typed, known)
    assert (reading.kind, *named(reading), reading.facts["born"]) == ("name_birth", family, own, year)


@BOTH
@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("jeroen verlinden 41 jaar", {"1984", "1985"}),
        ("jeroen verlinden 41 ans", {"1984", "1985"}),
        ("jeroen verlinden 41j", {"1984", "1985"}),
        ("jeroen verlinden, 41 j., lindebeek", {"1984", "1985"}),
        ("thomas müller 52 Jahre alt", {"1973", "1974"}),
        ("sofie de smet leeftijd 33", {"1992", "1993"}),
        ("lambert jean âgé de 60 ans", {"1965", "1966"}),
        ("sofie de smet 33", {"1992", "1993", "1933"}),
        ("jeroen verlinden 41", {"1984", "1985", "1941"}),
    ],
)
def test_an_age_is_asked_by_the_name_and_tells_the_years(typed: str, years: set[str], known: Known) -> None:
    reading = first(typed, known)
    assert reading.kind == "name"
    assert set(reading.facts["born_years"].split()) == years
    assert "born" not in reading.facts


@given(st.dates(date(1930, 1, 1), date(2010, 12, 31)), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_whoever_is_as_old_as_is_said_was_born_in_one_of_the_years(born: date, today: date) -> None:
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    assert born.year in ages.years_of(age, today)


@pytest.mark.parametrize("typed", ["jeroen verlinden 85", "verlinden 85", "marc leclercq 74"])
def test_an_address_stays_to_choose_and_is_implausible_where_there_is_no_such_street(typed: str) -> None:
    addresses = [reading for reading in read(typed).readings if reading.kind == "address"]
    assert addresses and all(reading.plausibility < PLAUSIBLE for reading in addresses)


def test_a_number_beside_a_street_of_one_word_is_its_house() -> None:
    assert (first("kouter 12").kind, first("kouter 12").normal) == ("address", "Kouter 12")


def test_a_surname_with_a_number_that_is_no_age_is_a_name_as_well() -> None:
    assert "name" in [r.kind for r in read("jan peeters 112").readings if r.plausibility >= PLAUSIBLE]


@BOTH
@pytest.mark.parametrize(
    ("typed", "family", "own", "place"),
    [
        ("peeters jan, gent", "Peeters", "Jan", "gent"),
        ("peeters jan, lindebeek", "Peeters", "Jan", "lindebeek"),
        ("Peeters Jan te Lindebeek", "Peeters", "Jan", "Lindebeek"),
        ("dubois marie liège", "Dubois", "Marie", "liège"),
        ("marie dubois namur", "Dubois", "Marie", "namur"),
        ("Gent, Jan Peeters", "Peeters", "Jan", "Gent"),
        ("maria rossi (Charleroi)", "Rossi", "Maria", "Charleroi"),
        ("an peeters uit Leuven", "Peeters", "An", "Leuven"),
        ("el amrani mohamed, 2060 antwerpen", "El Amrani", "Mohamed", "2060 antwerpen"),
        ("jan peeters 9000 gent", "Peeters", "Jan", "9000 gent"),
        ("jan peeters sint-niklaas", "Peeters", "Jan", "sint-niklaas"),
        ("Hans Schmidt Lüttich", "Schmidt", "Hans", "Lüttich"),
        ("jan peeters 85 gent", "Peeters", "Jan", "gent"),
        ("jan peeters gent 85", "Peeters", "Jan", "gent"),
        ("Dubois Jan 1985 antwerpen", "Dubois", "Jan", "antwerpen"),
    ],
)
def test_a_place_behind_a_whole_name_is_no_part_of_it(
    typed: str, family: str, own: str, place: str, known: Known
) -> None:
    reading = first(typed, known)
    assert (*named(reading), reading.beside) == (family, own, place)


@pytest.mark.parametrize("typed", ["jeroen verlinden lindebeek", "dirk aerts lindebeek"])
def test_a_municipality_of_the_register_is_a_place(typed: str) -> None:
    assert first(typed).beside == "lindebeek"
    assert "lindebeek" not in first(typed).facts["name"]


@pytest.mark.parametrize("typed", ["jan van gent", "Jan Van Aalst", "Tom Boonen", "Luc Baron", "jan boom"])
def test_a_surname_that_is_a_place_too_stays_a_surname(typed: str) -> None:
    assert first(typed).beside == ""
    assert first(typed).facts["given_names"] in ("Jan", "Tom", "Luc")


@BOTH
@pytest.mark.parametrize(
    ("typed", "family", "own"),
    [
        ("vandenberghe katrien", "Vandenberghe", "Katrien"),
        ("katrien vandenberghe", "Vandenberghe", "Katrien"),
        ("verlinden j.", "Verlinden", "J."),
        ("j. verlinden", "Verlinden", "J."),
        ("janssens j.-p.", "Janssens", "J.-P."),
        ("Коваленко Сергій", "Коваленко", "Сергій"),
        ("Γεώργιος Παπαδόπουλος", "Παπαδόπουλος", "Γεώργιος"),
        ("peeters an", "Peeters", "An"),
        ("Peeters-Claes An", "Peeters-Claes", "An"),
        ("Dr. Peeters Jan", "Peeters", "Jan"),
        ("Mevr. Janssens Maria", "Janssens", "Maria"),
        ("M. Dupont Jean", "Dupont", "Jean"),
        ("de heer Jan Peeters", "Peeters", "Jan"),
        ("Jan Peeters (M)", "Peeters", "Jan"),
        ("Janssens Maria (V) - BEL", "Janssens", "Maria"),
        ("Peeters Jan, nationaliteit: MAR", "Peeters", "Jan"),
    ],
)
def test_the_vocabulary_tells_the_surname(typed: str, family: str, own: str, known: Known) -> None:
    assert (first(typed, known).kind, *named(first(typed, known))) == ("name", family, own)


@BOTH
@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("VW caddy grijs", "description_only"),
        ("grijze golf", "description_only"),
        ("zwarte bmw x5", "description_only"),
        ("witte bestelwagen", "description_only"),
        ("voiture bleue", "description_only"),
        ("man met zwarte jas", "description_only"),
        ("schwarzer Opel Corsa", "description_only"),
        ("man 41 jaar", "description_only"),
        ("de", "unknown_form"),
        ("van de", "unknown_form"),
        ("het", "unknown_form"),
    ],
)
def test_what_names_nobody_is_not_asked(typed: str, code: str, known: Known) -> None:
    understood = read(typed, known)
    assert [problem.code for problem in understood.problems] == [code]
    assert all(reading.plausibility < PLAUSIBLE for reading in understood.readings)


@pytest.mark.parametrize("typed", ["Rosa Bruin", "Jan De Witte", "Jan Grijs", "Bruin Rosa"])
def test_a_name_of_a_colour_is_a_name(typed: str) -> None:
    assert (read(typed).problems, first(typed).kind) == ((), "name")


@BOTH
@pytest.mark.parametrize(
    ("typed", "born"),
    [
        ("19850730 verlinden", "1985-07-30"),
        ("verlinden 30071985", "1985-07-30"),
        ("verlinden jeroen 19850730", "1985-07-30"),
        ("Peeters Jan 00/00/1985", "1985"),
        ("Peeters Jan 00-07-1985", "1985-07"),
        ("1985-00-00 Peeters Jan", "1985"),
        ("Peeters Jan ??/??/1985", "1985"),
        ("Peeters Jan xx.xx.1985", "1985"),
        ("DUPONT Marie née à Liège le 12/03/1985", "1985-03-12"),
        ("Peeters Jan geboren te Gent op 12/03/1985", "1985-03-12"),
        ("geb. in Köln am 12.03.1985 Schmidt Hans", "1985-03-12"),
        ("Müller Hans geb. am 12.03.1985 in Köln", "1985-03-12"),
        ("Peeters Jan 12/03/85 V", "1985-03-12"),
    ],
)
def test_a_birth_date_is_read_as_far_as_it_is_known(typed: str, born: str, known: Known) -> None:
    reading = first(typed, known)
    assert (reading.kind, reading.facts["born"]) == ("name_birth", born)


@pytest.mark.parametrize(
    ("typed", "family", "own", "place"),
    [
        ("DUPONT Marie née à Liège le 12/03/1985", "Dupont", "Marie", "Liège"),
        ("Peeters Jan geboren te Gent op 12/03/1985", "Peeters", "Jan", "Gent"),
        ("geboren te Gent op 12/03/1985 Peeters Jan", "Peeters", "Jan", "Gent"),
        ("geb. in Köln am 12.03.1985 Schmidt Hans", "Schmidt", "Hans", "Köln"),
        ("LAMBERT Jean né à Namur, le 01/02/1970", "Lambert", "Jean", "Namur"),
    ],
)
def test_a_place_of_birth_stands_beside_the_name(typed: str, family: str, own: str, place: str) -> None:
    assert (*named(first(typed)), first(typed).beside) == (family, own, place)


@pytest.mark.parametrize(
    ("typed", "facts"),
    [
        ("Jan Peeters (M) BEL", {"sex": "M", "nationality": "BEL"}),
        ("DUPONT Marie (V) - BEL 12/03/1985", {"sex": "F", "nationality": "BEL"}),
        ("Jan Peeters, m, 12/03/1985", {"sex": "M"}),
        ("Peeters Jan 1985 - MAR", {"nationality": "MAR"}),
        ("Peeters Jan alias De Lange 12/03/1985", {"alias": "De Lange"}),
        ('Jean Dupont dit "Le Gros"', {"alias": "Le Gros"}),
    ],
)
def test_what_stands_beside_a_name_is_a_fact_of_its_own(typed: str, facts: dict[str, str]) -> None:
    assert facts.items() <= first(typed).facts.items()
    assert named(first(typed))[0] in ("Peeters", "Dupont")


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("Peeters Jan alias De Lange 12/03/1985", "De Lange · 1985-03-12"),
        ("Klaus Meier genannt Schmidt", "Schmidt"),
        ("Anna Meier geb. Schmidt", "Schmidt, Anna"),
        ("Marie Dupont née Lambert 1960", "Lambert, Marie · 1960"),
    ],
)
def test_another_name_is_plausible_too_and_asks_for_itself(typed: str, other: str) -> None:
    reading = read(typed).readings[1]
    assert reading.normal == other and reading.plausibility >= PLAUSIBLE
    assert first(reading.asks).normal == other


@pytest.mark.parametrize(
    ("typed", "person", "address"),
    [
        ("Verlinden Jeroen 30-07-1985 Bosdreef 31 Lindebeek", "1985-07-30", "Bosdreef 31 Lindebeek"),
        ("Verlinden Jeroen, 30/07/1985, Bosdreef 31, Lindebeek", "1985-07-30", "Bosdreef 31, Lindebeek"),
        ("jeroen verlinden bosdreef 31 lindebeek", "", "bosdreef 31 lindebeek"),
        ("Bosdreef 31, Verlinden Jeroen", "", "Bosdreef 31"),
        ("Verlinden Jeroen wonende te Kapelstraat 12, Gent", "", "Kapelstraat 12, Gent"),
    ],
)
def test_a_name_with_an_address_is_the_name_and_offers_the_address(
    typed: str, person: str, address: str
) -> None:
    name, home = read(typed).readings[:2]
    assert (named(name), name.facts.get("born", "")) == (("Verlinden", "Jeroen"), person)
    assert (name.beside, home.asks, home.kind) == (address, address, "address")
    assert first(home.asks).normal == home.normal


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "jan",
                "peeters",
                "85",
                "gent",
                "bosdreef",
                "31",
                ",",
                "(",
                ")",
                "alias",
                "née",
                "te",
                "9000",
                "°",
            ]
        ),
        max_size=12,
    ).map(" ".join)
)
def test_facts_of_persons_and_addresses_are_those_that_sources_may_use(typed: str) -> None:
    for reading in read(typed).readings:
        assert reading.facts.keys() <= VALUES[reading.kind] | {"country", "born_year"}
        assert 0 < reading.plausibility <= 1

# ruff: noqa: E501 - a file of a source in one line
"""Their answer becomes our records; what is of another shape is refused, never passed over."""

from __future__ import annotations

import pytest

from focus.core import clock
from focus.modules.search.questions import Reading
from focus.modules.search.records import Fact, Identifier, Relation, Warn
from focus.modules.search.sources.drift import Drifts
from focus.modules.search.sources.protocol import SourceFailed, WrongSchema
from tests.search.sources.files import ASK, MAP, NOW, mapped, person

PEOPLE = '[[map]]\ntype = "person"\neach = "people"\nperson = { family = "naam", given = "voornaam" }\n'


def test_a_person_is_read_with_name_birth_and_sex() -> None:
    record = person(
        {"geb": "30/07/1985", "g": "V", "nr": "85.07.30-033.28"},
        "born = { path = 'geb', formats = ['%d/%m/%Y'] }\nsex = { path = 'g', values = { V = 'F' } }\n"
        "identifiers = { national_number = 'nr' }\n",
    )
    assert (record.family_name, record.given_names, record.born, record.sex) == (
        "Peeters",
        "An",
        "1985-07-30",
        "F",
    )
    assert record.title == "Peeters, An"
    assert record.identifiers == (Identifier("national_number", "85073003328"),)


@pytest.mark.parametrize(
    ("written", "formats", "born"),
    [
        ("1985", [], "1985"),
        ("1985-07", [], "1985-07"),
        ("1985-00-00", [], "1985"),
        ("19850700", ["%Y%m%d"], "1985-07"),
        ("19850730", ["%Y%m%d"], "1985-07-30"),
        ("1/2/1985", ["%d/%m/%Y"], "1985-02-01"),
        ("1985", ["%d/%m/%Y", "%Y"], "1985"),
        ("30.07.1985", ["%d/%m/%Y", "%d.%m.%Y"], "1985-07-30"),
        ("30 Jul 1985", ["%d %b %Y"], "1985-07-30"),
        ("1985-07-30T00:00:00Z", [], "1985-07-30"),
        (None, [], ""),
    ],
)
def test_birth_dates_in_every_form(written: str | None, formats: list[str], born: str) -> None:
    assert person({"geb": written}, f"born = {{ path = 'geb', formats = {formats} }}\n").born == born


@pytest.mark.parametrize("written", ["onbekend", "?", "00/00/0000", "1900-01-01"])
def test_a_birth_date_that_nobody_knows_is_shown_as_written(written: str) -> None:
    record = person({"geb": written}, "born = 'geb'\n")
    assert (record.born, record.subtitle) == ("", f"° {written}")


@pytest.mark.parametrize("written", ["31/02/1985", "30.07.1985", "07/1985", "2085-07-30"])
def test_what_is_no_birth_date_is_told_and_shown_as_written(written: str) -> None:
    drifts = Drifts()
    record = person({"geb": written}, "born = 'geb'\n", drifts=drifts)
    assert (record.born, record.subtitle) == ("", f"° {written}")
    assert (drifts.unread, [drift.path for drift in drifts.seen]) == (1, ["geb"])


@pytest.mark.parametrize(
    ("full", "order", "names"),
    [
        ("Van den Berghe, Katrien", "Family, Given", ("Van den Berghe", "Katrien")),
        ("Katrien VAN DEN BERGHE", "Given FAMILY", ("VAN DEN BERGHE", "Katrien")),
        ("VAN DEN BERGHE Katrien Maria", "FAMILY Given", ("VAN DEN BERGHE", "Katrien Maria")),
        ("Katrien Maria van den Berghe", "Given Family", ("van den Berghe", "Katrien Maria")),
        ("El Amrani Mohamed", "Family Given", ("El Amrani", "Mohamed")),
        ("Madonna", "Family, Given", ("Madonna", "")),
    ],
)
def test_full_names_are_taken_apart(full: str, order: str, names: tuple[str, str]) -> None:
    text = f'[[map]]\ntype = "person"\neach = "."\nperson = {{ full = "n", order = "{order}" }}\n'
    (record,) = mapped({"n": full}, text)
    assert (record.family_name, record.given_names) == names


def test_facts_have_kind_code_table_and_tone() -> None:
    text = MAP + (
        "[map.facts]\ncolour = 'kleur'\ninsured = { path = 'v', kind = 'code', values = { J = 'yes', N = 'no' }, tones = { N = 'amber' } }\n"
        "inspection_until = { path = 'tot', kind = 'date', formats = ['%d/%m/%Y'] }\nmake = { template = '{merk}[ {model}][ ({jaar})]' }\n"
        "status = { path = 's', kind = 'code', values = { x = 'active' } }\n"
    )
    car = {
        "plate": "1-ABC-123",
        "kleur": "rood",
        "v": "N",
        "tot": "31/12/2026",
        "merk": "Seat",
        "model": "Ibiza",
        "s": "?",
    }
    (record,) = mapped({"cars": [car]}, text)
    assert record.facts == (
        Fact("colour", "rood"),
        Fact("insured", "no", "code", "amber"),
        Fact("inspection_until", "2026-12-31", "date"),
        Fact("make", "Seat Ibiza"),
        Fact("status", "?", "text"),
    )


def test_of_several_paths_the_first_that_holds_something_counts() -> None:
    text = MAP + "[map.facts]\ncolour = { path = ['kleur.nl', 'kleur.fr'] }\n"
    (record,) = mapped({"cars": [{"plate": "1ABC123", "kleur": {"nl": "", "fr": "rouge"}}]}, text)
    assert record.facts == (Fact("colour", "rouge"),)


def test_lists_are_gathered_and_places_read_by_number() -> None:
    text = MAP + "place = { lon = 'pos.0', lat = 'pos.1' }\n[map.facts]\nremark = 'nota[*].tekst'\n"
    (record,) = mapped(
        {"cars": [{"plate": "1ABC123", "pos": [4.4, 51.2], "nota": [{"tekst": "a"}, {"tekst": "b"}]}]}, text
    )
    assert record.place == (4.4, 51.2)
    assert record.facts[0].value == "a, b"


def test_a_warning_stands_when_its_conditions_hold() -> None:
    text = MAP + (
        "[[map.warnings]]\ncode = 'stolen_vehicle'\ntone = 'red'\nword = 'stolen'\nwhen = [{ path = 's', in = ['G', 'X'] }]\n"
        "params = { since = 'op', place = '{straat} {nr}' }\ndates = { since = ['%d/%m/%Y'] }\naction = 'Bel {wie}'\n"
    )
    car = {"plate": "1ABC123", "s": "G", "op": "04/11/2026", "straat": "Lindelaan", "nr": 3, "wie": "parket"}
    (record,) = mapped({"cars": [car]}, text)
    expected = Warn(
        "stolen_vehicle", "red", "stolen", {"since": "2026-11-04", "place": "Lindelaan 3"}, "Bel parket"
    )
    assert record.warnings == (expected,)
    assert mapped({"cars": [car | {"s": "T"}]}, text)[0].warnings == ()


def test_warnings_come_from_a_list_inside_the_record() -> None:
    record = person(
        {"tot": "2027-01-11", "v": [{"s": "gebied", "waar": "Station"}, {"s": "contact"}]},
        "[[map.warnings]]\ncode = 'area_ban'\ntone = 'red'\nword = 'breach'\neach = 'v'\n"
        "when = [{ path = 's', equals = 'gebied' }]\nparams = { place = 'waar', until = '^tot' }\n",
    )
    assert record.warnings == (
        Warn("area_ban", "red", "breach", {"place": "Station", "until": "2027-01-11"}),
    )


@pytest.mark.parametrize(("until", "stands"), [("2026-11-22", True), ("2026-11-23", False), (None, False)])
def test_a_date_is_past_from_the_next_day_on(until: str | None, stands: bool) -> None:
    text = (
        MAP
        + "[[map.warnings]]\ncode = 'inspection_expired'\ntone = 'amber'\nword = 'attention'\nwhen = [{ path = 't', past = true }]\n"
    )
    with clock.fixed(NOW):
        (record,) = mapped({"cars": [{"plate": "1ABC123", "t": until}]}, text)
    assert bool(record.warnings) is stands


def test_relations_name_what_comes_next() -> None:
    text = MAP + (
        "[[map.relations]]\nrole = 'holder'\ntype = 'person'\nname = { family = 'h.n', given = 'h.v' }\nborn = 'h.g'\n"
        "identifiers = { national_number = 'h.r' }\n[[map.relations]]\nrole = 'document'\ntype = 'document'\neach = 'p'\n"
        "title = '{nr}'\nidentifiers = { document = 'nr' }\n"
    )
    car = {
        "plate": "1ABC123",
        "h": {"n": "Aerts", "v": "Dirk", "g": "1968-09-21", "r": "88422999979"},
        "p": [{"nr": "AB123456"}, {}],
    }
    (record,) = mapped({"cars": [car]}, text)
    assert record.relations == (
        Relation(
            "holder", "person", "Aerts, Dirk", (Identifier("bis_number", "88422999979"),), "° 1968-09-21"
        ),
        Relation("document", "document", "AB123456", (Identifier("document", "BE:AB123456"),), ""),
    )


def test_the_same_element_can_make_two_records() -> None:
    text = MAP + PEOPLE.replace('"people"', '"cars"')
    records = mapped({"cars": [{"plate": "1ABC123", "naam": "Aerts", "voornaam": "Dirk"}]}, text)
    assert [(r.type, r.title) for r in records] == [("vehicle", "1ABC123"), ("person", "Aerts, Dirk")]


def test_elements_of_lists_inside_a_list() -> None:
    text = PEOPLE.replace('"people"', '"gezinnen[*].leden"') + "at = '^stand'\n"
    answer = {
        "gezinnen": [
            {"stand": "2026-01-01", "leden": [{"naam": "A"}, {"naam": "B"}]},
            {"stand": "2026-02-02", "leden": []},
        ]
    }
    assert [(r.title, r.at.date().isoformat()) for r in mapped(answer, text)] == [
        ("A", "2026-01-01"),
        ("B", "2026-01-01"),
    ]


def test_age_stands_in_for_a_date_that_is_not_there() -> None:
    (record,) = mapped({"cars": [{"plate": "1ABC123"}]}, MAP, head="age = 'P1DT6H'\n")
    assert record.at.isoformat() == "2026-11-22T06:00:00+00:00"


def test_a_time_without_zone_is_belgian() -> None:
    (record,) = mapped({"cars": [{"plate": "1ABC123", "t": "2026-07-01 10:00:00"}]}, MAP + "at = 't'\n")
    assert record.at.isoformat() == "2026-07-01T10:00:00+02:00"


def test_a_plate_has_its_country() -> None:
    text = MAP.replace('{ plate = "plate" }', "{ plate = { path = 'plate', country = 'land' } }")
    (record,) = mapped({"cars": [{"plate": "AB-123-CD", "land": "FR"}]}, text, asks=ASK + "echo = false\n")
    assert record.identifiers == (Identifier("plate", "F:AB123CD"),)


def test_the_same_record_twice_is_one_and_another_of_the_same_id_is_kept() -> None:
    cars = [
        {"plate": "1ABC123", "c": "red"},
        {"plate": "1ABC123", "c": "red"},
        {"plate": "1ABC123", "c": "blue"},
    ]
    records = mapped({"cars": cars}, MAP + "id = 'plate'\n[map.facts]\ncolour = 'c'\n")
    assert [(r.id, r.facts[0].value) for r in records] == [("1ABC123", "red"), ("1ABC123~2", "blue")]


def test_an_empty_list_is_nothing_known() -> None:
    assert mapped({"cars": []}, MAP) == []


def test_no_hit_is_nothing_known_where_the_file_says_so() -> None:
    asks = ASK + "empty_when = [{ path = 'hit', equals = false }]\n"
    assert mapped({"hit": False}, MAP, asks=asks) == []
    with pytest.raises(WrongSchema):
        mapped({"hit": True}, MAP, asks=asks)


@pytest.mark.parametrize(
    "answer",
    [
        {}, [], None, 7, "cars", {"cars": None}, {"cars": "none"}, {"cars": 0}, {"cars": [None]}, {"cars": [[]]},
        {"cars": [{}]}, {"cars": [{"plaat": "1ABC123"}]}, {"cars": [{"plate": {"nr": "1ABC123"}}]},
        {"cars": [{"plate": "1ABC123"}, {"x": 1}]}, {"Cars": []}, {"data": {"cars": []}},
    ],
)  # fmt: skip
def test_another_shape_is_refused(answer: object) -> None:
    with pytest.raises(WrongSchema):
        mapped(answer, MAP.replace('title = "{plate}"', 'title = "{plate}"\nid = "plate"'))


def test_a_required_field_that_is_not_there_is_refused() -> None:
    with pytest.raises(WrongSchema, match="a record without 'merk'"):
        mapped({"cars": [{"plate": "1ABC123"}]}, MAP + "required = ['merk']\n")


def test_a_date_of_another_form_where_the_age_stands_is_refused() -> None:
    with pytest.raises(WrongSchema, match="no time of the agreed form"):
        mapped({"cars": [{"plate": "1ABC123", "t": "yesterday"}]}, MAP + "at = 't'\n")


def test_an_answer_about_another_plate_is_refused() -> None:
    with pytest.raises(SourceFailed, match="other_answer"):
        mapped({"cars": [{"plate": "9-ZZZ-999"}]}, MAP)


def plate(number: str, dashed: str, country: str) -> Reading:
    facts = {"plate": number, "plate_dashed": dashed, "country": country}
    return Reading(kind="plate", normal=dashed, facts=facts, country=country or None)


@pytest.mark.parametrize(
    ("asked", "told", "land"),
    [
        (plate("12ABC3", "12-ABC-3", "NL"), "12ABC3", "NLD"),
        (plate("BMW555", "B-MW-555", "D"), "B-MW 555", "DEU"),
        (plate("BMW555", "B-MW-555", "D"), "BMW555", "de"),
        (plate("BMW555", "BMW555", "D"), "BM-W 555", "D"),
        (plate("AB12C3", "AB-12-C-3", ""), "AB12C3", "UA"),
    ],
)
def test_an_answer_about_the_same_plate_is_taken_however_it_is_written(
    asked: Reading, told: str, land: str
) -> None:
    text = MAP.replace('{ plate = "plate" }', "{ plate = { path = 'plate', country = 'land' } }")
    assert len(mapped({"cars": [{"plate": told, "land": land}]}, text, reading=asked)) == 1


@pytest.mark.parametrize(("told", "land"), [("BM-W 555", "D"), ("B-MW 556", "D"), ("BMW555", "A")])
def test_an_answer_about_another_german_plate_is_refused(told: str, land: str) -> None:
    text = MAP.replace('{ plate = "plate" }', "{ plate = { path = 'plate', country = 'land' } }")
    with pytest.raises(SourceFailed, match="other_answer"):
        mapped({"cars": [{"plate": told, "land": land}]}, text, reading=plate("BMW555", "B-MW-555", "D"))


def test_a_plate_told_without_its_gap_stands_with_the_one_that_was_asked() -> None:
    text = MAP.replace('{ plate = "plate" }', "{ plate = { path = 'plate', country = 'land' } }")
    cars = {"cars": [{"plate": "BMW555", "land": "D"}]}
    (record,) = mapped(cars, text, reading=plate("BMW555", "B-MW-555", "D"))
    assert record.identifiers == (Identifier("plate", "D:B-MW555"),)


def test_relatives_may_come_along_with_the_person_that_was_asked() -> None:
    text = PEOPLE + "identifiers = { national_number = 'nr' }\n"
    reading = Reading(kind="national_number", normal="", facts={"national_number": "85073003328"})
    people = [{"naam": "A", "nr": "85073003328"}, {"naam": "B", "nr": "17073003384"}]
    assert len(mapped({"people": people}, text, reading=reading)) == 2


def test_the_words_of_a_template_alone_are_nothing_said() -> None:
    text = MAP.replace('"{plate}"', '"Plate {plate}"') + "facts = { remark = '{a} ({b})' }\n"
    with pytest.raises(WrongSchema):
        mapped({"cars": [{"col_0": "x"}]}, text)

"""Cases from the street: who is one, who is two, and what the card says about it."""

from __future__ import annotations

import pytest

from focus.modules.search.records import Record
from tests.search.merging.building import jan, merger, record
from tests.search.merging.test_close_calls import alone, whatever_the_order

NUMBER = "85073003328"
OTHER = "85073099999"
CARD = "B:592000000101"
PLATE = "B:1ABC123"


def one(*records: Record) -> set[frozenset[str]]:
    return {frozenset(each.key for each in records)}


def link(*records: Record) -> tuple[str, list[str]]:
    """The reason of the only link of the only card, and what the likeness rests on."""
    merged = merger()
    for each in records:
        merged.add(each)
    (card,) = merged.cards()
    (found,) = card.links
    return found.reason, [why.code for why in found.why]


def test_namesakes_of_other_birth_dates_are_two() -> None:
    records = jan("rr"), jan("sis", born="1961-02-11")

    assert whatever_the_order(*records) == alone(*records)


def test_twins_of_whom_only_initials_are_known_stay_two() -> None:
    records = jan("a", given_names="J."), jan("b", given_names="J.")

    assert whatever_the_order(*records) == alone(*records)


def test_twins_with_two_numbers_and_an_initial_are_three_cards() -> None:
    twins = jan("rr", national_number=NUMBER), jan("rr", own="2", given_names="Joris", national_number=OTHER)
    initial = jan("sis", given_names="J.")

    assert whatever_the_order(*twins, initial) == alone(*twins, initial)


def test_twins_with_one_document_by_mistake_stay_two() -> None:
    records = jan("a", document=CARD), jan("b", given_names="Joris", document=CARD)

    assert whatever_the_order(*records) == alone(*records)


def test_a_shared_phone_is_one_phone_and_two_people() -> None:
    records = jan("a", phone="+32470000001"), jan("b", given_names="An", phone="+32470000001")
    phones = record("c", "phone", phone="+32470000001"), record("d", "phone", phone="+32470000001")

    assert whatever_the_order(*records, *phones) == alone(*records) | one(*phones)


def test_a_reused_plate_is_two_vehicles() -> None:
    before = record("div", "vehicle", own="2019", plate=PLATE, vin="A" * 17)
    now = record("div", "vehicle", own="2025", plate=PLATE, vin="B" * 17)

    assert whatever_the_order(before, now) == alone(before, now)


def test_the_holders_of_a_reused_plate_are_two() -> None:
    before = jan("div", own="2019", plate=PLATE)
    now = jan("div", own="2025", family_name="Maes", given_names="An", born="1990-01-01", plate=PLATE)

    assert whatever_the_order(before, now) == alone(before, now)


def test_a_record_of_a_reused_plate_alone_is_of_neither_vehicle() -> None:
    before = record("div", "vehicle", own="2019", plate=PLATE, vin="A" * 17)
    now = record("div", "vehicle", own="2025", plate=PLATE, vin="B" * 17)
    camera = record("anpr", "vehicle", plate=PLATE)

    assert whatever_the_order(before, now, camera) == alone(before, now, camera)


def test_father_and_son_of_one_name_and_one_car_are_two() -> None:
    records = jan("a", born="1955", plate=PLATE), jan("b", born="1985-07-30", plate=PLATE)

    assert whatever_the_order(*records) == alone(*records)


def test_a_holder_of_whom_the_year_is_known_is_the_one_who_insures_the_car() -> None:
    records = jan("a", born="1985", plate=PLATE), jan("b", plate=PLATE)

    assert whatever_the_order(*records) == one(*records)
    assert link(*records)[0] == "name_and_plate"


def test_a_name_and_a_plate_without_any_birth_date_are_not_enough() -> None:
    records = jan("a", born="", plate=PLATE), jan("b", plate=PLATE)

    assert whatever_the_order(*records) == alone(*records)


@pytest.mark.parametrize("born", ["", "1985", "1985-07", "1985-07-31"])
def test_a_name_and_one_document_are_one_person(born: str) -> None:
    records = jan("a", document=CARD), jan("b", born=born, document=CARD)

    assert whatever_the_order(*records) == one(*records)
    assert link(*records)[0] == "name_and_document"


def test_a_document_does_not_make_one_of_two_birth_dates_far_apart() -> None:
    records = jan("a", document=CARD), jan("b", born="1961-02-11", document=CARD)

    assert whatever_the_order(*records) == alone(*records)


@pytest.mark.parametrize("born", ["1985-07-31", "1961-02-11"])
def test_a_wrong_birth_date_in_one_source_stands_beside_the_right_one(born: str) -> None:
    right = jan("rr", national_number=NUMBER, facts={"born": "1985-07-30"})
    wrong = jan("sis", national_number=NUMBER, born=born, facts={"born": born})

    assert whatever_the_order(right, wrong) == one(right, wrong)
    merged = merger(authentic=("rr",))
    merged.add(wrong)
    merged.add(right)
    (fact,) = merged.cards()[0].facts
    assert (fact.value, [said.value for said in fact.others]) == ("1985-07-30", [born])


def test_a_wrong_birth_date_without_anything_else_in_common_stays_apart() -> None:
    records = jan("rr"), jan("sis", born="1985-07-31")

    assert whatever_the_order(*records) == alone(*records)


def test_day_and_month_swapped_is_one_person_by_his_document() -> None:
    records = jan("a", born="1985-03-07", document=CARD), jan("b", born="1985-07-03", document=CARD)

    assert whatever_the_order(*records) == one(*records)


def test_day_and_month_swapped_and_only_a_name_stays_apart() -> None:
    records = jan("a", born="1985-03-07"), jan("b", born="1985-07-03")

    assert whatever_the_order(*records) == alone(*records)


def test_a_married_name_beside_the_own_one_is_one_person() -> None:
    records = (
        jan("rr", family_name="Maes", given_names="An"),
        jan("sis", family_name="Maes-Peeters", given_names="An"),
    )

    assert whatever_the_order(*records) == one(*records)
    assert link(*records) == ("name_and_birth", ["missing"])


def test_a_married_name_in_place_of_the_own_one_needs_the_number() -> None:
    own = jan("rr", family_name="Maes", given_names="An", national_number=NUMBER)
    married = jan("sis", family_name="Peeters", given_names="An")
    numbered = jan("bank", family_name="Peeters", given_names="An", national_number=NUMBER)

    assert whatever_the_order(own, married) == alone(own, married)
    assert whatever_the_order(own, numbered) == one(own, numbered)


@pytest.mark.parametrize(
    ("family", "given", "code"),
    [
        ("Elamrani", "Muhammad", "spelling"),
        ("العمراني", "محمد", "consonants"),
        ("Эль Амрани", "Мохаммед", "sounds-alike"),
    ],
)
def test_a_name_in_another_spelling_or_script_is_one_person_and_says_why(
    family: str, given: str, code: str
) -> None:
    records = (
        jan("rr", family_name="El Amrani", given_names="Mohammed"),
        jan("sis", family_name=family, given_names=given),
    )

    assert whatever_the_order(*records) == one(*records)
    assert code in link(*records)[1]


def test_two_national_numbers_are_two_people_whatever_else_they_share() -> None:
    records = jan("a", national_number=NUMBER, document=CARD), jan("b", national_number=OTHER, document=CARD)

    assert whatever_the_order(*records) == alone(*records)

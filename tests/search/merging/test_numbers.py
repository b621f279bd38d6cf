"""What a national number says beside whom it names: a birth date, and that it was ill written."""

from __future__ import annotations

import pytest

from focus.modules.search.merging.births import born_by_number, misread
from tests.search.merging.building import jan, merger, record
from tests.search.merging.test_cases import link, one
from tests.search.merging.test_close_calls import alone, whatever_the_order

NUMBER = "85073003328"
SLIPPED = "85073003428"
SWAPPED = "85073030328"
OTHER_RIGHT = "85073060142"
"""Of another man born on that day; its check digits are right."""
OF_A_WOMAN_OF_1961 = "61021100290"


@pytest.mark.parametrize(
    ("number", "born"),
    [
        (NUMBER, "1985-07-30"),
        ("00010100173", "1900-01-01"),
        ("00010100105", "2000-01-01"),
        ("88422999979", "1988-02-29"),
        (SLIPPED, ""),
        ("55000000187", ""),
        ("8507300332", ""),
        ("850730o3328", ""),
    ],
)
def test_a_number_tells_a_birth_date_where_its_check_digits_are_right(number: str, born: str) -> None:
    assert born_by_number(number) == born


@pytest.mark.parametrize(
    ("number", "others", "is_one"),
    [
        (SLIPPED, {NUMBER, SLIPPED}, True),
        (SWAPPED, {NUMBER, SWAPPED}, True),
        (NUMBER, {NUMBER, SLIPPED}, False),
        (OTHER_RIGHT, {NUMBER, OTHER_RIGHT}, False),
        ("85073099999", {NUMBER, "85073099999"}, False),
    ],
)
def test_a_slip_is_one_digit_from_a_right_number(number: str, others: set[str], is_one: bool) -> None:
    assert misread(number, frozenset(others)) is is_one


@pytest.mark.parametrize("born", ["", "1985", "1985-07"])
def test_the_birth_date_in_a_number_ties_a_record_that_writes_less(born: str) -> None:
    records = jan("a", born=born, national_number=NUMBER), jan("b")

    assert whatever_the_order(*records) == one(*records)
    assert link(*records)[0] == "name_and_number"


def test_the_birth_date_in_a_number_ties_a_record_that_writes_another() -> None:
    records = jan("a", born="1961-02-11", national_number=NUMBER), jan("b")

    assert whatever_the_order(*records) == one(*records)


def test_a_name_alone_is_not_enough_for_a_number_of_another_day() -> None:
    records = jan("a", born="", national_number=OF_A_WOMAN_OF_1961), jan("b")

    assert whatever_the_order(*records) == alone(*records)


@pytest.mark.parametrize("wrong", [SLIPPED, SWAPPED])
def test_a_number_with_a_slip_does_not_part_one_person(wrong: str) -> None:
    records = jan("a", national_number=NUMBER), jan("b", national_number=wrong)

    assert whatever_the_order(*records) == one(*records)


def test_a_number_with_a_slip_joins_nobody_of_another_name() -> None:
    records = (
        jan("a", national_number=NUMBER),
        jan("b", family_name="Maes", given_names="Piet", national_number=SLIPPED),
    )

    assert whatever_the_order(*records) == alone(*records)


def test_two_right_numbers_of_one_name_and_day_stay_two() -> None:
    records = jan("a", national_number=NUMBER), jan("b", national_number=OTHER_RIGHT)

    assert born_by_number(OTHER_RIGHT) == born_by_number(NUMBER)
    assert whatever_the_order(*records) == alone(*records)


def test_the_number_of_husband_or_wife_in_a_record_does_not_make_them_one() -> None:
    jans = jan("rr", national_number=NUMBER), jan("sis")
    wife = record("bank", family_name="Maes", given_names="An", born="1961-02-11", national_number=NUMBER)

    assert whatever_the_order(*jans, wife) == one(*jans) | alone(wife)


def test_a_number_with_another_birth_date_and_a_like_name_is_one_person() -> None:
    records = jan("rr", national_number=NUMBER), jan("sis", born="1961-02-11", national_number=NUMBER)

    assert whatever_the_order(*records) == one(*records)


def test_a_slip_in_the_family_name_is_one_person_where_given_name_and_day_agree() -> None:
    records = jan("rr", family_name="Wouters"), jan("sis", family_name="Woutesr", given_names="Jan Marc")

    assert whatever_the_order(*records) == one(*records)


def test_a_slip_is_not_forgiven_where_nobody_knows_the_birthday() -> None:
    born = "1985-01-01"
    records = jan("rr", family_name="Alaoui", born=born), jan("sis", family_name="Alabui", born=born)

    assert whatever_the_order(*records) == alone(*records)


def test_the_same_name_on_a_first_of_january_is_one_person() -> None:
    records = jan("rr", born="1985-01-01"), jan("sis", born="1985-01-01")

    assert whatever_the_order(*records) == one(*records)


def test_a_second_family_name_here_and_a_second_given_name_there_is_one_person() -> None:
    records = (
        jan("rr", family_name="Maes", given_names="Ella Sarah"),
        jan("sis", family_name="Maes-Mertens", given_names="Ella"),
    )

    assert whatever_the_order(*records) == one(*records)


def test_many_records_of_initials_alone_are_as_many_people() -> None:
    records = [jan("a", own=str(at), given_names="J.") for at in range(4)]
    merged = merger()
    for each in records:
        merged.add(each)

    assert len(merged.cards()) == 4

"""Twins, brothers, namesakes: who is nearly the same is never made the same, in any order."""

from __future__ import annotations

from itertools import permutations

import pytest
from msgspec import structs

from focus.modules.search.records import Identifier, Record
from tests.search.merging.building import groups, jan, merger, record

NUMBER = "85073003328"
OTHER = "85073099999"
TWINS = [
    ("Christian", "Christina"),
    ("Daniel", "Daniela"),
    ("Pascal", "Pascale"),
    ("Jean-Pierre", "Jean-Paul"),
    ("Marie-Claire", "Marie-Louise"),
    ("Mohamed Amine", "Mohamed Reda"),
    ("Marina", "Martina"),
    ("Antonio", "Antonia"),
    ("Emma Louise", "Louise Marie"),
    ("Andrea", "Andreas"),
    ("Lisa", "Lise"),
    ("Jan", "Jana"),
    ("Gabriel", "Gabrielle"),
]


def also_plated(vehicle: Record, plate: str) -> Record:
    return structs.replace(vehicle, identifiers=(*vehicle.identifiers, Identifier("plate", plate)))


def alone(*records: Record) -> set[frozenset[str]]:
    return {frozenset({each.key}) for each in records}


def whatever_the_order(*records: Record) -> set[frozenset[str]]:
    """The groups, which must be the same for every order of arrival."""
    seen = []
    for order in permutations(records):
        merged = merger()
        for each in order:
            merged.add(each)
        seen.append(groups(merged))
    assert all(each == seen[0] for each in seen)
    return seen[0]


@pytest.mark.parametrize(("one", "other"), TWINS)
def test_twins_of_one_birthday_and_family_name_stay_two(one: str, other: str) -> None:
    first, second = jan("rr", given_names=one), jan("sis", given_names=other)

    assert whatever_the_order(first, second) == alone(first, second)


def test_a_nameless_number_in_between_does_not_join_a_man_and_a_woman() -> None:
    known = jan("rr", given_names="Dominique", national_number=NUMBER)
    other = jan("rr", own="2", given_names="Dominique", national_number=OTHER, sex="F")
    man, woman = jan("a", given_names="Dominique", sex="M"), jan("b", given_names="Dominique", sex="F")

    together = next(group for group in whatever_the_order(known, other, man, woman) if man.key in group)
    assert woman.key not in together


def test_an_exact_name_does_not_choose_between_two_namesakes_with_close_names() -> None:
    first = jan("rr", national_number=NUMBER)
    second = jan("rr", own="2", family_name="Peters", national_number=OTHER)
    loose = jan("sis")

    assert whatever_the_order(first, second, loose) == alone(first, second, loose)


def test_a_person_with_a_bis_number_and_later_a_national_number_is_one() -> None:
    before = jan("wr", bis_number="85473099987")
    now = jan("rr", national_number=NUMBER)

    assert whatever_the_order(before, now) == {frozenset({before.key, now.key})}


def test_a_record_with_an_old_and_a_new_plate_joins_the_one_vehicle_that_has_either() -> None:
    old = record("goca", "vehicle", plate="B:1ABC123", vin="A" * 17)
    both = record("div", "vehicle", plate="B:1ABC123")
    both = also_plated(both, "B:2XYZ987")

    assert whatever_the_order(old, both) == {frozenset({old.key, both.key})}


def test_a_record_with_two_plates_does_not_join_two_vehicles() -> None:
    one = record("a", "vehicle", plate="B:1ABC123", vin="A" * 17)
    other = record("b", "vehicle", plate="B:2XYZ987", vin="B" * 17)
    both = record("c", "vehicle", plate="B:1ABC123")
    both = also_plated(both, "B:2XYZ987")

    assert whatever_the_order(one, other, both) == alone(one, other, both)

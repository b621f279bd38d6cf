"""Same name or another one."""

from __future__ import annotations

import pytest

from focus.modules.search.merging.names import SAME, explained, fold, same_name

THE_SAME = [
    (("Van den Berghe", "Jan"), ("Vandenberghe", "Jan")),
    (("El Amrani", "Mohammed"), ("Elamrani", "Muhammad")),
    (("El Amrani", "Mohamed"), ("Al-Amrani", "Muhammad")),
    (("Mohamed", "El Amrani"), ("El Amrani", "Mohamed")),
    (("Chen", "Wei"), ("Wei", "Chen")),
    (("Petrov", "Ivan"), ("PETROFF", "IVAN")),
    (("Yılmaz", "Emre"), ("Yilmaz", "Emre")),
    (("Peeters", "Jan Baptist"), ("Peeters", "Jan")),
    (("Peeters", "J."), ("Peeters", "Jan")),
    (("Peeters", "Sofie"), ("Peeters", "Sophie")),
    (("Dubois", "Jean-Pierre"), ("Dubois", "Jeanpierre")),
    (("D'Hondt", "Zoë"), ("Dhondt", "Zoe")),
    (("Петров", "Иван"), ("Петров", "Иван")),
]
ANOTHER = [
    (("Peeters", "José"), ("Peeters", "Josée")),
    (("Peeters", "Bart"), ("Peeters", "Bert")),
    (("Peeters", "Jan"), ("Peeters", "Jana")),
    (("Peeters", "Martin"), ("Peeters", "Martine")),
    (("Peeters", "Lisa"), ("Peeters", "Lise")),
    (("Janssens", "Tom"), ("Peeters", "Tom")),
    (("Maes", "Lotte"), ("Mees", "Lotte")),
    (("Peeters", ""), ("Peeters", "")),
    (("Peeters", "Jan"), ("Peeters", "")),
    (("El Idrissi", "Hassan"), ("El Idrissi", "Hussein")),
]
INITIALS = fold("Peeters", "J.", "a/person/1"), fold("Peeters", "J.", "b/person/1")


@pytest.mark.parametrize(("one", "other"), THE_SAME)
def test_spellings_of_one_name_are_the_same(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert same_name(fold(*one), fold(*other)) >= SAME


@pytest.mark.parametrize(("one", "other"), ANOTHER)
def test_names_of_two_people_are_not(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert same_name(fold(*one), fold(*other)) < SAME


@pytest.mark.parametrize(("one", "other"), THE_SAME + ANOTHER)
def test_likeness_does_not_depend_on_who_comes_first(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert same_name(fold(*one), fold(*other)) == same_name(fold(*other), fold(*one))


def test_initials_alone_are_never_a_name_that_two_records_share() -> None:
    assert same_name(*INITIALS) < SAME


def test_a_likeness_says_what_it_rests_on() -> None:
    reasons = explained(fold("El Amrani", "Mohammed"), fold("Elamrani", "Muhammad")).reasons

    assert [reason.why for reason in reasons] == ["equal", "spelling"]

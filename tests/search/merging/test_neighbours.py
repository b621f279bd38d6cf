"""One box of a house was asked: its residents are owed a check, the neighbours are not."""

from __future__ import annotations

import pytest

from focus.modules.search.questions import Reading
from focus.modules.search.records import Identifier, Record, Relation
from tests.search.merging.building import jan, merger, record

ASKED = Reading(
    kind="address",
    normal="Ringlaan 389 bus 7",
    facts={"street": "Ringlaan", "number": "389", "box": "7", "postcode": "5990"},
)
REGISTER = "national-register"


def resident(box: str, number: str, **more: str) -> Record:
    home = Identifier("address", f"ringlaan|389|{box}|5990")
    there = Relation(role="address", type="address", title="Ringlaan 389", identifiers=(home,))
    return jan(REGISTER, own=number, relations=(there,), national_number=number, **more)


def owed(*records: Record, box: str = "7") -> set[str]:
    made = merger(asked=ASKED)
    for one in records:
        made.add(one)
    made.changes()
    return {one.question for one in made.owed((), "address", {REGISTER}, box=box)}


HERE, THERE = resident("7", "85073003328"), resident("8", "92031740172", given_names="An", born="1992-03-17")


def test_a_neighbour_is_not_checked() -> None:
    assert owed(HERE, THERE) == {"85.07.30-033.28"}


def test_without_a_box_everybody_in_the_house_is_checked() -> None:
    assert owed(HERE, THERE, box="") == {"85.07.30-033.28", "92.03.17-401.72"}


def test_who_is_told_without_a_box_may_live_there() -> None:
    assert owed(resident("", "92031740172", born="1992-03-17")) == {"92.03.17-401.72"}


@pytest.mark.parametrize("box", ["07", "bus 7", "7"])
def test_a_box_is_compared_in_normal_form(box: str) -> None:
    assert owed(HERE, box=box) == {"85.07.30-033.28"}


def test_whom_an_address_of_another_box_names_is_a_neighbour() -> None:
    who = Identifier("national_number", "92031740172")
    tenant = Relation(role="tenant", type="person", title="Peeters, An", identifiers=(who,))
    other = record("tenants", "address", address="ringlaan|389|8|5990", relations=(tenant,))
    same = record("tenants", "address", address="ringlaan|389|7|5990", relations=(tenant,))
    assert (owed(other), owed(same)) == (set(), {"92.03.17-401.72"})

"""Records become cards: by what identifies, by name and birth date, never by name alone."""

from __future__ import annotations

import pytest

from focus.modules.search.merging import NoSuchRecord
from focus.modules.search.records import Identifier, Relation, Warn
from tests.search.merging.building import ASKED, groups, jan, merger, record, sources

NUMBER = "85073003328"


def test_records_with_one_national_number_are_one_card_that_says_why() -> None:
    merged = merger()
    merged.add(jan("rr", national_number=NUMBER))
    merged.add(record("div", national_number=NUMBER, family_name="Peters", given_names="J"))

    (card,) = merged.cards()
    assert sources(card) == {"rr", "div"}
    assert [(link.reason, link.records) for link in card.links] == [
        ("same_national_number", ("div/person/1", "rr/person/1"))
    ]


def test_name_and_birth_date_make_one_person_and_the_score_is_told() -> None:
    merged = merger()
    merged.add(jan("rr", family_name="Van den Berghe"))
    merged.add(jan("sis", family_name="VANDENBERGHE"))

    (card,) = merged.cards()
    assert (card.links[0].reason, card.links[0].params) == ("name_and_birth", {"score": "1.00"})


@pytest.mark.parametrize("born", ["", "1985", "1985-07", "1986-07-30"])
def test_a_name_without_the_same_whole_birth_date_never_merges(born: str) -> None:
    merged = merger()
    merged.add(jan("rr"))
    merged.add(jan("sis", born=born))

    assert len(merged.cards()) == 2


def test_twins_are_two_people() -> None:
    merged = merger()
    merged.add(jan("rr"))
    merged.add(jan("sis", given_names="Jana"))

    assert len(merged.cards()) == 2


def test_two_national_numbers_are_two_namesakes_even_on_one_birthday() -> None:
    merged = merger()
    merged.add(jan("rr", national_number=NUMBER))
    merged.add(jan("rr", own="2", national_number="85073099999"))

    assert len(merged.cards()) == 2


def test_a_record_that_fits_two_namesakes_is_neither() -> None:
    merged = merger()
    merged.add(jan("rr", national_number=NUMBER))
    merged.add(jan("sis"))
    assert len(merged.cards()) == 1
    merged.add(jan("rr", own="2", national_number="85073099999"))

    assert groups(merged) == {
        frozenset({"rr/person/1"}),
        frozenset({"rr/person/2"}),
        frozenset({"sis/person/1"}),
    }


def test_a_man_and_a_woman_of_one_name_and_birthday_are_two() -> None:
    merged = merger()
    merged.add(jan("rr", given_names="Dominique", sex="M"))
    merged.add(jan("sis", given_names="Dominique", sex="F"))

    assert len(merged.cards()) == 2


def test_a_plate_on_two_chassis_is_two_vehicles() -> None:
    merged = merger()
    merged.add(record("div", "vehicle", plate="B:1ABC123", vin="A" * 17))
    merged.add(record("goca", "vehicle", plate="B:1ABC123", vin="B" * 17))

    assert len(merged.cards()) == 2


def test_a_vehicle_never_becomes_its_holder() -> None:
    merged = merger()
    merged.add(record("div", "vehicle", plate="B:1ABC123", national_number=NUMBER))
    merged.add(jan("rr", national_number=NUMBER))

    assert {card.type for card in merged.cards()} == {"vehicle", "person"}


def test_people_who_share_a_phone_or_an_address_stay_two() -> None:
    merged = merger()
    merged.add(jan("rr", phone="+32470000001", address="kerkstraat|1||9000"))
    merged.add(jan("tel", given_names="An", phone="+32470000001", address="kerkstraat|1||9000"))

    assert len(merged.cards()) == 2


def test_a_record_that_ties_two_cards_merges_them_and_the_older_id_stays() -> None:
    merged = merger()
    merged.add(record("a", "vehicle", plate="B:1ABC123"))
    merged.add(record("b", "vehicle", vin="A" * 17))
    first, second = merged.changes().cards
    merged.add(record("c", "vehicle", plate="B:1ABC123", vin="A" * 17))

    changes = merged.changes()
    assert changes.gone == ((second.id, first.id),)
    assert [card.id for card in changes.cards] == [first.id]
    assert sources(changes.cards[0]) == {"a", "b", "c"}


def test_a_card_keeps_its_id_as_it_grows() -> None:
    merged = merger()
    merged.add(jan("rr", national_number=NUMBER))
    (before,) = merged.changes().cards
    merged.add(jan("div", national_number=NUMBER))

    assert [card.id for card in merged.changes().cards] == [before.id]


def test_the_same_record_twice_changes_nothing() -> None:
    merged = merger()
    merged.add(jan("rr"))
    merged.changes()
    merged.add(jan("rr"))

    assert merged.changes().cards == ()


def test_a_newer_form_of_a_record_takes_its_place() -> None:
    merged = merger()
    merged.add(jan("rr", facts={"profession": "mason"}))
    merged.add(jan("rr", facts={"profession": "baker"}))

    (card,) = merged.cards()
    assert [fact.value for fact in card.facts] == ["baker"]
    assert card.facts[0].others == ()


def test_not_the_same_person_stays_apart_when_a_bridge_comes_later() -> None:
    merged = merger()
    merged.add(jan("rr", national_number=NUMBER))
    merged.add(jan("sis"))
    (card,) = merged.changes().cards
    merged.split(card.id, "sis/person/1")
    merged.add(jan("div", national_number=NUMBER))
    merged.add(jan("sis", facts={"remark": "told again"}))

    assert groups(merged) == {frozenset({"rr/person/1", "div/person/1"}), frozenset({"sis/person/1"})}


def test_parting_a_bridge_parts_what_it_held_together() -> None:
    merged = merger()
    merged.add(record("a", "vehicle", plate="B:1ABC123"))
    merged.add(record("c", "vehicle", plate="B:1ABC123", vin="A" * 17))
    merged.add(record("b", "vehicle", vin="A" * 17))
    (card,) = merged.changes().cards
    merged.split(card.id, "c/vehicle/1")

    assert len(merged.cards()) == 3
    assert card.id in {changed.id for changed in merged.changes().cards}


def test_a_record_of_another_card_cannot_be_parted() -> None:
    merged = merger()
    merged.add(jan("rr"))
    (card,) = merged.changes().cards

    with pytest.raises(NoSuchRecord):
        merged.split(card.id, "sis/person/1")


def test_the_register_of_record_speaks_first_and_nobody_is_lost() -> None:
    merged = merger(authentic=("rr",))
    merged.add(jan("div", national_number=NUMBER, age=1, facts={"nationality": "FR"}))
    merged.add(jan("rr", national_number=NUMBER, age=900, facts={"nationality": "BE"}))

    (fact,) = merged.cards()[0].facts
    assert (fact.value, fact.source) == ("BE", "rr")
    assert [(other.value, other.source) for other in fact.others] == [("FR", "div")]


def test_things_of_which_there_are_many_stand_beside_each_other() -> None:
    merged = merger()
    merged.add(jan("cwr", facts={"weapon": "pistol"}))
    merged.add(jan("other", facts={"weapon": "rifle"}))

    assert {fact.value for fact in merged.cards()[0].facts} == {"pistol", "rifle"}


def test_a_card_is_as_grave_as_its_gravest_warning() -> None:
    merged = merger()
    merged.add(jan("a", warnings=(Warn("probation", "amber", "attention"),)))
    merged.add(jan("b", warnings=(Warn("wanted_arrest", "red", "wanted"),)))

    (card,) = merged.cards()
    assert card.tone == "red"
    assert [warning.warn.tone for warning in card.warnings] == ["red", "amber"]


def test_a_holder_is_a_next_question_by_number() -> None:
    merged = merger()
    holder = Relation("holder", "person", "Peeters, Jan", (Identifier("national_number", NUMBER),))
    merged.add(record("div", "vehicle", plate="B:1ABC123", relations=(holder,)))

    pivots = merged.cards()[0].pivots
    assert [(p.key, p.kind, p.question) for p in pivots] == [("holder", "national_number", "85.07.30-033.28")]


def test_what_was_asked_is_not_offered_again() -> None:
    merged = merger(asked=ASKED)
    merged.add(record("div", "vehicle", plate="B:1ABC123", vin="A" * 17))

    assert [pivot.key for pivot in merged.cards()[0].pivots] == ["vin"]

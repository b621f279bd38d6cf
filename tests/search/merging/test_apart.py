"""Held apart by a colleague, and put back: undoable, and nothing is lost on the way."""

from __future__ import annotations

from datetime import timedelta

import pytest

from focus.modules.search.merging import Merger, NoSuchRecord
from tests.search.merging.building import NOON, groups, jan, merger

NUMBER = "85073003328"
TOGETHER = {frozenset({"rr/person/1", "sis/person/1"})}
SAID = NOON - timedelta(days=3)


def two() -> Merger:
    merged = merger()
    merged.add(jan("rr", national_number=NUMBER))
    merged.add(jan("sis"))
    return merged


def test_what_was_held_apart_before_has_a_card_that_says_when() -> None:
    merged = two()
    merged.hold_apart("sis/person/1", "rr/person/1", SAID)
    card = next(card for card in merged.cards() if card.records[0].id == "sis/person/1")

    assert len(merged.cards()) == 2
    assert card.apart is not None
    assert (card.apart.record, card.apart.at) == ("sis/person/1", SAID)


def test_records_that_are_not_on_one_card_need_no_holding_apart() -> None:
    merged = merger()
    merged.add(jan("rr"))
    merged.add(jan("sis", born="1990-01-01"))
    merged.hold_apart("sis/person/1", "rr/person/1", SAID)

    assert [card.apart for card in merged.cards()] == [None, None]


def test_put_back_a_record_stands_where_it_belongs() -> None:
    merged = two()
    merged.hold_apart("sis/person/1", "rr/person/1", SAID)
    before = {card.records[0].id: card.id for card in merged.changes().cards}
    merged.rejoin("sis/person/1")
    changes = merged.changes()

    assert groups(merged) == TOGETHER
    assert changes.gone == ((before["sis/person/1"], before["rr/person/1"]),)


def test_a_record_that_was_put_back_can_be_parted_again() -> None:
    merged = two()
    merged.hold_apart("sis/person/1", "rr/person/1", SAID)
    merged.rejoin("sis/person/1")
    (card,) = merged.changes().cards
    merged.split(card.id, "sis/person/1")

    assert len(merged.cards()) == 2


def test_a_record_that_does_not_stand_apart_cannot_be_put_back() -> None:
    with pytest.raises(NoSuchRecord):
        two().rejoin("sis/person/1")

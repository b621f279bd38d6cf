"""A store that is changed, and one that was packed and comes back."""

from __future__ import annotations

import random

import numpy as np
import pytest

from focus.core.names.index import (
    Index,
    Named,
    Store,
    changed,
    dates,
    number_of,
    packed,
    store_of,
    unpacked,
)
from tests.names.village import ASKED, EVERYBODY, HARD

NAMED = [Named(at, entry.name, number_of(entry.born)) for at, entry in enumerate(EVERYBODY)]
IDS = [entry.id for entry in EVERYBODY]
FIRST = (ASKED[0], ASKED[15], ASKED[30], ASKED[35])


def found(store: Store, name: str, born: str | None = None) -> list[int]:
    return [int(candidate.id) for candidate in Index(store).find(name, born)]


@pytest.fixture(scope="module")
def village() -> Store:
    return store_of(NAMED)


@pytest.fixture(scope="module")
def grown() -> Store:
    """The village, in three steps."""
    half = len(HARD) // 2
    store = changed(store_of(NAMED[:half]), (), NAMED[half : len(HARD)])
    return changed(store, (), NAMED[len(HARD) :])


@pytest.mark.parametrize("case", ASKED, ids=[case[0] for case in ASKED])
def test_a_store_that_grew_answers_as_one_made_at_once(
    village: Store, grown: Store, case: tuple[str, str, str | None, str]
) -> None:
    _, name, born, meant = case
    first = Index(grown, IDS).find(name, born)[0]
    assert first == Index(village, IDS).find(name, born)[0]
    assert first.id == meant


def test_somebody_added_is_found_and_the_store_before_stays_as_it_was(village: Store) -> None:
    after = changed(village, (), [Named(900, "Zwyndrecht, Quirina", 19990909)])
    assert found(after, "Quirina Zwyndregt") == [900]
    assert found(village, "Quirina Zwyndregt") == []


def test_somebody_added_is_found_by_known_words_in_a_new_pair(village: Store) -> None:
    after = changed(village, (), [Named(900, "Scheerlinck, Kathleen")])
    assert found(after, "Kathleen Scheerlinck")[0] == 900


def test_a_new_form_of_a_known_word_is_found() -> None:
    store = changed(store_of([Named(1, "Vandenberghe, Jan")]), (), [Named(2, "Van den Berghe, Piet")])
    assert found(store, "Piet Berghe") == [2]


def test_whoever_is_gone_is_found_no_more(village: Store) -> None:
    gone = changed(village, [IDS.index("cornelis")], [])
    assert IDS.index("cornelis") not in found(gone, "Cornelis Scheerlinck", "1948-12-30")
    assert Index(gone).likely("Scheerlinck, Cornelis Thomas", least=0.8, most=5) == []


def test_whoever_is_gone_may_come_back_under_another_name(village: Store) -> None:
    owner = IDS.index("cornelis")
    after = changed(changed(village, [owner], []), (), [Named(owner, "Zwyndrecht, Cornelis")])
    assert found(after, "Cornelis Zwyndrecht") == [owner]


def test_all_may_go(village: Store) -> None:
    assert found(changed(village, range(len(NAMED)), []), "Luc Maes") == []


@pytest.mark.parametrize("case", FIRST, ids=[case[0] for case in FIRST])
def test_what_was_packed_answers_the_same(village: Store, case: tuple[str, str, str | None, str]) -> None:
    again = unpacked(packed(village))
    assert Index(again).find(*case[1:3]) == Index(village).find(*case[1:3])


def test_an_empty_store_can_be_packed() -> None:
    assert found(unpacked(packed(store_of([]))), "Jan Peeters") == []


def test_a_store_with_changes_is_made_anew_before_it_is_packed(village: Store) -> None:
    with pytest.raises(ValueError, match="changes"):
        packed(changed(village, (), [Named(900, "Zwyndrecht, Quirina")]))


def test_what_was_packed_by_other_rules_is_taken_apart_anew(
    village: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = packed(village)
    monkeypatch.setattr("focus.core.names.index.packing._PROBES", ("Jan Peeters",))
    assert found(unpacked(before), "Cornelis Scheerlnick") == [IDS.index("cornelis")]


def test_everybody_likely_is_found_although_somebody_is_sure() -> None:
    store = store_of(
        [
            Named(1, "Peeters, Bart", 19700102),
            Named(2, "Peeters, Bart", 19700103),
            Named(3, "Peeters, Bart"),
            Named(4, "Peters, Bart", 19700102),
            Named(5, "Peeters, Bert", 19700102),
        ]
    )
    assert [owner for _, owner in Index(store).likely("Bart Peeters", "1970-01-02", least=0.68, most=9)] == [
        1,
        4,
        3,
        2,
    ]


@pytest.mark.parametrize("name", ["J. Peeters", "Ö", "王小明", "Madonna", "123", "X Æ A-12"])
def test_a_name_as_it_stands_there_is_always_found(name: str) -> None:
    store = store_of([Named(1, name), Named(2, "Peeters, Jan")])
    assert (1.0, 1) in Index(store).likely(name, least=0.8, most=5)


def test_somebody_with_two_names_is_found_once_by_the_likelier() -> None:
    store = store_of([Named(7, "Verlinden, Jeroen"), Named(7, "Verlinden, Jeroom")])
    assert Index(store).likely("Jeroen Verlinden", least=0.68, most=5) == [(1.0, 7)]


def test_the_memory_of_a_small_list_is_small(village: Store) -> None:
    assert village.size < 200_000


@pytest.mark.parametrize(
    ("asked", "stored"),
    [
        ("1965-06-30", "1965-06-19"),
        ("1965-06-30", "1948-06-30"),
        ("1965-06-30", "1965"),
        ("1965-06-30", None),
        ("1965-06-30", "1965-01-01"),
        ("1965-06-30", "1956-06-30"),
        ("1965-06", "1965"),
        ("1965", "1965-06-30"),
    ],
)
def test_a_birth_date_that_may_be_meant_takes_nobody_out(asked: str, stored: str | None) -> None:
    store = store_of([Named(1, "Goossens, Jan", number_of(stored))])
    assert [owner for _, owner in Index(store).likely("Jan Goossens", asked, least=0.68, most=5)] == [1]


def test_a_birth_date_that_is_another_takes_a_namesake_out() -> None:
    store = store_of([Named(1, "Goossens, Jan", 19650630)])
    assert Index(store).likely("Jan Goossens", "1931-11-25", least=0.68, most=5) == []


def test_where_dates_may_agree_is_where_they_agree() -> None:
    chance = random.Random(5)
    born = [number_of(f"19{chance.randint(30, 40)}-{chance.randint(0, 3):02}-{chance.randint(0, 14):02}")
            for _ in range(2_000)]  # fmt: skip
    for asked in (*born[:60], 19350000, 19350200):
        seen = dates.may_agree(asked, np.array(born, np.int32))
        missed = [each for each, may in zip(born, seen, strict=True)
                  if not may and dates.agreement(asked, each)[0] > 0.6]  # fmt: skip
        assert missed == []

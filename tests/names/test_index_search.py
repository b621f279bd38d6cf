"""Searching: each kind of difficulty, in memory."""

from __future__ import annotations

from datetime import date

import pytest

from focus.core.names.index import DateWhy, Entry, Index
from tests.names.village import ASKED, EVERYBODY


@pytest.fixture(scope="module")
def listed() -> Index:
    return Index.of(EVERYBODY)


@pytest.mark.parametrize(
    ("name", "born", "meant"), [case[1:] for case in ASKED], ids=[case[0] for case in ASKED]
)
def test_who_is_meant_comes_first(listed: Index, name: str, born: str | None, meant: str) -> None:
    assert [found.id for found in listed.find(name, born)][:1] == [meant]


def test_scores_fall_and_stay_between_0_and_1() -> None:
    names = ("Bergh, Jan", "Van den Berghe, Johan", "Van den Berghe, Jan", "Vandenbergh, Jan")
    index = Index.of([Entry(name, name, None) for name in names])
    scores = [found.score for found in index.find("Jan van den Berghe")]
    assert len(set(scores)) == len(names)
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize(
    ("born", "why"),
    [
        (date(1990, 11, 4), DateWhy.EQUAL),
        ("1990-04-11", DateWhy.SWAPPED),
        ("1990", DateWhy.PARTIAL),
        ("1990-11", DateWhy.PARTIAL),
        ("1991-11-04", DateWhy.ONE_DIGIT),
        ("1990-11-40"[:8] + "14", DateWhy.ONE_DIGIT),
    ],
)
def test_a_candidate_says_how_the_birth_date_agrees(listed: Index, born: str, why: DateWhy) -> None:
    best = (listed.find("Marie Peeters-Janssens", born))[0]
    assert why in [reason.why for reason in best.reasons]


def test_a_birth_date_that_agrees_scores_above_one_that_does_not(listed: Index) -> None:
    right, wrong = [(listed.find("Marie Janssens", born))[0].score for born in ("1990-11-04", "1991-11-04")]
    assert right > wrong


def test_what_is_no_birth_date_is_refused(listed: Index) -> None:
    with pytest.raises(ValueError, match="not a birth date"):
        listed.find("Marie Janssens", "4 november")


@pytest.mark.parametrize("name", ["", "  ", "123", "—"])
def test_a_question_without_letters_finds_nobody(listed: Index, name: str) -> None:
    assert listed.find(name, "1985-03-02") == []


def test_namesakes_do_not_hide_those_who_are_spelt_differently() -> None:
    namesakes = [Entry(f"same-{at}", "Peeters, Jan", f"{1920 + at % 90}-01-02") for at in range(300)]
    index = Index.of([*namesakes, Entry("other", "Peters, Jan", "1970-05-05")])
    assert "other" in [found.id for found in index.find("Jan Peeters", limit=10)]


def test_namesakes_fill_the_places_that_are_left() -> None:
    index = Index.of([Entry(f"same-{at}", "Peeters, Jan", f"{1920 + at}-01-02") for at in range(30)])
    assert len(index.find("Jan Peeters", limit=10)) == 10


def test_no_more_than_the_limit_is_returned(listed: Index) -> None:
    assert len(listed.find("Maes", limit=3)) == 3

"""Green is earned, red is never missed, and silence has a name."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import get_args

import pytest

from focus.modules.search.cards import Card, CardWarning, State, VerdictLine
from focus.modules.search.records import Relation, Tone, Warn, Word
from focus.modules.search.verdict import Judge
from tests.search.merging.building import jan, merger

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
STATES: tuple[State, ...] = get_args(State)
HEARD = {"answered", "empty"}


def warning(code: str, tone: Tone, word: Word, *, source: str = "rr", age: int = 0) -> CardWarning:
    """`age` in days."""
    return CardWarning(Warn(code, tone, word), source, NOON - timedelta(days=age))


def card(*warnings: CardWarning, own: str = "c1") -> Card:
    return Card(id=own, type="person", title="Peeters, Jan", warnings=warnings)


def judging(expected: dict[str, bool], closed: Collection[str] = ()) -> Judge:
    """Over a question whose one subject a register of record knows."""
    judge = Judge(expected=expected, closed=closed)
    judge.identify(1, identified=True)
    return judge


def said(judge: Judge, *, final: bool = True) -> VerdictLine:
    line = judge.line(final=final)
    assert line is not None
    return line


WANTED = warning("wanted_arrest", "red", "wanted")
DANGER = warning("armed", "red", "danger")
STOLEN = warning("stolen_vehicle", "red", "stolen")
BREACH = warning("condition_breached", "red", "breach")
ATTENTION = warning("probation", "amber", "attention")


@pytest.mark.parametrize("final", [False, True])
@pytest.mark.parametrize(("one", "other"), list(product(STATES, STATES)))
def test_green_only_when_each_source_that_matters_answered(one: State, other: State, final: bool) -> None:
    judge = judging({"rr": True, "anpr": True, "shops": False})
    judge.record_outcome("rr", one)
    judge.record_outcome("anpr", other)
    line = said(judge, final=final)

    earned = final and one in HEARD and other in HEARD
    assert (line.level, line.word) == (("green", "nothing") if earned else ("pending", "not_all"))


@pytest.mark.parametrize(("state", "final"), list(product(STATES, [False, True])))
def test_a_closed_source_that_matters_forbids_green(state: State, final: bool) -> None:
    judge = judging({"rr": True}, ["weapons"])
    judge.record_outcome("rr", "answered")
    judge.record_outcome("weapons", state)
    line = said(judge, final=final)

    assert (line.level, "weapons" in line.silent, line.expected) == ("pending", True, 2)


def test_a_source_that_is_asked_and_closed_at_once_is_closed() -> None:
    judge = judging({"rr": True}, ["rr"])
    judge.record_outcome("rr", "answered")

    assert said(judge).level == "pending"


@pytest.mark.parametrize("expected", [{}, {"shops": False}])
def test_where_no_source_matters_nobody_can_say_nothing(expected: dict[str, bool]) -> None:
    judge = judging(expected)
    judge.record_outcome("shops", "answered")

    assert said(judge).level == "pending"


def test_a_source_that_does_not_matter_never_forbids_green() -> None:
    judge = judging({"rr": True, "shops": False})
    judge.record_outcome("rr", "empty")
    judge.record_outcome("shops", "failed")
    line = said(judge)

    assert (line.level, line.silent, line.answered, line.expected) == ("green", (), 1, 1)


def test_an_unknown_source_cannot_answer_for_one_that_matters() -> None:
    judge = judging({"rr": True})
    judge.record_outcome("rr2", "answered")

    assert said(judge).level == "pending"


def test_an_answer_twice_does_not_count_for_another_source() -> None:
    judge = judging({"rr": True, "anpr": True})
    judge.record_outcome("rr", "answered")
    judge.record_outcome("rr", "answered")

    line = said(judge)
    assert (line.level, line.answered) == ("pending", 1)


def test_a_retry_takes_green_away_until_it_answers() -> None:
    judge = judging({"rr": True})
    states: tuple[State, ...] = ("answered", "asked", "failed", "answered")
    levels = []
    for state in states:
        judge.record_outcome("rr", state)
        levels.append(said(judge).level)

    assert levels == ["green", "pending", "pending", "green"]


def test_a_source_that_is_still_asked_is_silent_only_at_the_end() -> None:
    judge = judging({"rr": True, "anpr": True})
    judge.record_outcome("anpr", "failed")

    assert said(judge, final=False).silent == ("anpr",)
    assert said(judge, final=True).silent == ("anpr", "rr")


@pytest.mark.parametrize(("found", "level"), [(WANTED, "red"), (ATTENTION, "amber")])
def test_a_finding_is_said_at_once_and_still_names_the_silent(found: CardWarning, level: str) -> None:
    judge = judging({"rr": True, "anpr": True}, ["weapons"])
    judge.see([card(found)])
    assert said(judge, final=False).level == level
    judge.record_outcome("rr", "answered")
    line = said(judge)

    assert (line.level, line.silent) == (level, ("anpr", "weapons"))


@pytest.mark.parametrize(
    ("found", "level", "word"),
    [
        ((ATTENTION, BREACH, STOLEN, DANGER, WANTED), "red", "wanted"),
        ((ATTENTION, BREACH, STOLEN, DANGER), "red", "danger"),
        ((ATTENTION, BREACH, STOLEN), "red", "stolen"),
        ((ATTENTION, BREACH), "red", "breach"),
        ((ATTENTION,), "amber", "attention"),
        ((warning("armed", "amber", "danger"), ATTENTION), "amber", "danger"),
        ((warning("wanted_hear", "amber", "wanted"),), "amber", "attention"),
        ((warning("armed", "amber", "danger"), BREACH), "red", "breach"),
    ],
)
def test_the_gravest_word_is_said(found: tuple[CardWarning, ...], level: str, word: str) -> None:
    judge = judging({"rr": True})
    judge.see([card(*found)])
    line = said(judge)

    assert (line.level, line.word) == (level, word)


def test_reasons_stand_by_gravity_then_newest() -> None:
    judge = judging({"rr": True})
    old = warning("missing", "red", "wanted", age=9)
    judge.see([card(ATTENTION, STOLEN, old), card(WANTED, own="c2")])

    codes = [reason.code for reason in said(judge).reasons]
    assert codes == ["wanted_arrest", "missing", "stolen_vehicle", "probation"]


def test_what_several_sources_say_of_one_card_is_one_reason() -> None:
    judge = judging({"rr": True})
    older = warning("wanted_arrest", "red", "wanted", source="sis", age=3)
    judge.see([card(older, WANTED), card(older, own="c2")])

    reasons = [(reason.card, reason.source) for reason in said(judge).reasons]
    assert reasons == [("c1", "rr"), ("c2", "sis")]


def test_one_code_in_two_tones_is_told_in_the_graver() -> None:
    judge = judging({"rr": True})
    judge.see(
        [card(warning("armed", "amber", "danger"), warning("armed", "red", "danger", source="x", age=9))]
    )

    assert [(reason.tone, reason.source) for reason in said(judge).reasons] == [("red", "x")]


def test_a_card_that_went_into_another_is_told_once() -> None:
    judge = judging({"rr": True})
    judge.see([card(WANTED), card(WANTED, own="c2")])
    judge.see([card(WANTED)], gone=["c2"])

    assert len(said(judge).reasons) == 1


def test_a_warning_that_left_its_card_leaves_the_verdict() -> None:
    judge = judging({"rr": True})
    judge.record_outcome("rr", "answered")
    judge.see([card(WANTED)])
    assert said(judge).level == "red"
    judge.see([card()])

    assert said(judge).level == "green"


def test_nothing_new_is_not_said_again() -> None:
    judge = judging({"rr": True, "shops": False})
    said(judge, final=False)
    judge.record_outcome("shops", "answered")
    judge.see([card()])

    assert judge.line() is None
    assert said(judge, final=True).final


def test_what_is_only_named_by_a_record_is_no_verdict() -> None:
    merged = merger()
    driver = Relation("contact", "person", "Maes, Tom")
    merged.add(jan("rr", relations=(driver,)))
    judge = judging({"rr": True})
    judge.see(merged.changes().cards)
    judge.record_outcome("rr", "answered")

    assert said(judge).level == "green"


def test_a_namesake_who_is_parted_keeps_his_warning_in_the_verdict() -> None:
    merged = merger()
    merged.add(jan("rr"))
    merged.add(jan("sis", warnings=(WANTED.warn,)))
    judge = judging({"rr": True, "sis": True})
    (before,) = merged.changes().cards
    judge.see([before])
    assert said(judge).reasons[0].card == before.id
    merged.split(before.id, "sis/person/1")
    changes = merged.changes()
    judge.see(changes.cards, gone=(lost for lost, _ in changes.gone))

    line = said(judge)
    assert (line.level, line.reasons[0].card != before.id, len(line.reasons)) == ("red", True, 1)

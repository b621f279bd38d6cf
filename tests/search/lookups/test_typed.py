"""Questions as officers type them, about a world whose truth is known: no green is false."""

from __future__ import annotations

from collections import Counter

import pytest

from focus.modules.search.cards import Level, VerdictWord
from focus.modules.search.lookups import checks
from focus.modules.search.verdict import judge
from focus.modules.search.verdict.word import Findings, word_of
from tests.search.lookups.desk import CASE, Desk
from tests.search.lookups.marking import Marked, mark_all
from world.typed import typed

QUESTIONS, SEED, AT_ONCE = 150, 7, 10


async def marked(desk: Desk, *, count: int = QUESTIONS) -> list[Marked]:
    lotte = await desk.officer()
    questions = typed(desk.world.world, count=count, seed=SEED)
    return await mark_all(lotte, questions, purpose=CASE, at_once=AT_ONCE)


async def test_no_green_is_false(desk: Desk) -> None:
    found = await marked(desk)
    assert not [str(one) for one in found if one.false_green]
    assert not [str(one) for one in found if not one.adds_up]
    lost = [str(one) for one in found if not one.understood]
    assert len(lost) <= QUESTIONS * 0.05, lost
    told = Counter(one.typed.level for one in found)
    assert told["red"] > QUESTIONS / 20
    assert told["red"] + told["amber"] > QUESTIONS / 4


def green_as_it_was(found: Findings) -> tuple[Level, VerdictWord]:
    """The rule before ADR 0023: green as soon as everybody answered and nobody warned."""
    if found.reasons or found.missing or not found.final or not found.expected:
        return word_of(found)
    return "green", "nothing"


async def test_the_same_questions_find_the_old_rule_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the rule, and without the checks that are owed, as it was."""
    monkeypatch.setattr(judge, "word_of", green_as_it_was)
    monkeypatch.setattr(checks, "OWED", {})
    monkeypatch.setattr(checks, "SOMEBODY", {})
    found = await marked(desk, count=QUESTIONS // 2)
    assert [one for one in found if one.false_green]

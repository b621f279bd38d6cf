"""The word for every combination of what is known, and over worlds whose truth is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus.modules.search.cards import Card, CardWarning, Level, State, VerdictLine, VerdictWord
from focus.modules.search.verdict import Findings, Judge, word_of
from tests.search.verdict.test_verdict import ATTENTION, DANGER, HEARD, STATES, WANTED, card

FOUND = ("none", "one", "several")
"""By how many cards fit the question."""
WARNED = ("nobody", "the subject", "one owed")
SOURCE: tuple[State, ...] = ("answered", "empty", "silent", "failed", "closed", "cancelled")
OWED = ("nothing is owed", "answered", "not answered", "did not run", "nobody knows")
READING = ("none else", "another is open")


@dataclass
class Row:
    """One row of the matrix."""

    found: str
    known: bool
    warned: str
    state: State
    owed: str
    reading: str

    def verdict(self) -> VerdictLine:
        closed = ["register"] if self.state == "closed" else []
        judge = Judge(expected={} if closed else {"register": True}, closed=closed)
        if self.reading != "none else":
            judge.leave_unasked(["address"])
        judge.identify(FOUND.index(self.found), identified=self.known and self.found == "one")
        judge.see([card(WANTED)] if self.warned == "the subject" else [card()])
        judge.record_outcome("register", self.state)
        self.check(judge)
        line = judge.line(final=True)
        assert line is not None
        return line

    def check(self, judge: Judge) -> None:
        if self.owed == "did not run":
            judge.owe("holder", "log")
        elif self.owed != "nothing is owed":
            checked = Judge(expected={"rr": True})
            checked.identify(1, identified=self.owed != "nobody knows")
            checked.see([card(DANGER, own="h1")] if self.warned == "one owed" else [])
            checked.record_outcome("rr", "silent" if self.owed == "not answered" else "answered")
            judge.owe("holder", checked.line(final=True))

    @property
    def warns(self) -> bool:
        """Whether the one who is warned of was looked at."""
        seen = self.owed not in {"nothing is owed", "did not run"}
        return self.warned == "the subject" or (self.warned == "one owed" and seen)

    @property
    def complete(self) -> bool:
        owed = self.owed in {"nothing is owed", "answered"}
        return self.state in HEARD and owed and self.reading == "none else"

    @property
    def right(self) -> tuple[Level, VerdictWord]:
        """What verdict.md says, row by row."""
        if self.warns:
            return "red", "wanted" if self.warned == "the subject" else "danger"
        if self.found == "several":
            return "pending", "who"
        if not self.complete:
            return "pending", "not_all"
        return ("green", "nothing") if self.found == "one" and self.known else ("pending", "not_found")


def rows() -> Iterator[Row]:
    for one in product(FOUND, (True, False), WARNED, SOURCE, OWED, READING):
        yield Row(*one)


def test_each_row_has_its_word() -> None:
    wrong = [row for row in rows() if (row.verdict().level, row.verdict().word) != row.right]
    assert not wrong
    assert len(list(rows())) == 1080


def test_answered_and_missing_add_up_in_each_row() -> None:
    for row in rows():
        verdict = row.verdict()
        assert verdict.answered + len(verdict.missing) == verdict.expected, row


def as_it_was(found: Findings) -> tuple[Level, VerdictWord]:
    """Green as soon as everybody who counts had answered, whomever it was about."""
    if found.reasons or found.missing or not found.expected:
        return word_of(found)
    return "green", "nothing"


def test_by_the_old_rule_the_matrix_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("focus.modules.search.verdict.judge.word_of", as_it_was)
    with pytest.raises(AssertionError):
        test_each_row_has_its_word()
    with pytest.raises(AssertionError):
        test_nothing_is_green_before_the_end()


def test_nothing_is_green_before_the_end() -> None:
    for row in rows():
        judge = Judge(expected={"register": True})
        judge.identify(1, identified=True)
        judge.record_outcome("register", row.state)
        line = judge.line()
        assert line is not None
        assert line.level != "green"


def test_of_several_the_word_says_that_it_is_of_one() -> None:
    judge = Judge(expected={"rr": True})
    judge.identify(3, identified=False)
    judge.see([card(ATTENTION), card(own="c2"), card(own="c3")])
    line = judge.line(final=True)
    assert line is not None
    assert (line.level, line.subjects, [reason.card for reason in line.reasons]) == ("amber", 3, ["c1"])


def test_one_record_that_warns_on_card_and_check_is_one_reason() -> None:
    judge, check = Judge(expected={"rr": True}), Judge(expected={"rr": True})
    judge.see([card(WANTED)])
    check.see([card(WANTED, own="h1")])
    judge.owe("holder", check.line(final=True))
    line = judge.line(final=True)
    assert line is not None
    assert [(reason.card, reason.check) for reason in line.reasons] == [("c1", "")]


@dataclass(frozen=True)
class World:
    """What is true: who is warned of by which source, and what each source will do when it is asked."""

    subject: dict[str, bool]
    """Source that counts → whether it would warn of the subject."""
    holder: dict[str, bool]
    states: dict[str, State]
    known: bool
    owes: bool


SOURCES = ("rr", "wanted", "sis")
WORLDS = st.builds(
    World,
    subject=st.fixed_dictionaries({name: st.booleans() for name in SOURCES}),
    holder=st.fixed_dictionaries({name: st.booleans() for name in SOURCES}),
    states=st.fixed_dictionaries({name: st.sampled_from(STATES) for name in SOURCES}),
    known=st.booleans(),
    owes=st.booleans(),
)


def looked_at(world: World, warns: dict[str, bool], order: list[str]) -> Judge:
    """A judge who hears the sources in this order; one that answers shows its warning first."""
    judge = Judge(expected=dict.fromkeys(SOURCES, True))
    judge.identify(1, identified=world.known)
    shown: tuple[CardWarning, ...] = ()
    for name in order:
        state = world.states[name]
        if warns[name] and state in HEARD:
            state, shown = "answered", (*shown, WANTED)
            judge.see([card(*shown)])
        judge.record_outcome(name, state)
    return judge


@given(world=WORLDS, order=st.permutations(SOURCES), later=st.permutations(SOURCES))
def test_where_the_truth_holds_a_warning_the_word_is_never_green(
    world: World, order: list[str], later: list[str]
) -> None:
    judge = looked_at(world, world.subject, order)
    if world.owes:
        judge.owe("holder")
        line = judge.line()
        assert line is None or line.level != "green"
        judge.owe("holder", looked_at(world, world.holder, later).line(final=True))
    line = judge.line(final=True)
    assert line is not None
    truth = any(world.subject.values()) or (world.owes and any(world.holder.values()))
    assert not (truth and line.level == "green")
    if line.level == "green":
        assert world.known
        assert all(state in HEARD for state in world.states.values())


@pytest.mark.parametrize("came_to", ["purpose", "log", "many", "form", None])
def test_what_is_owed_and_did_not_run_is_named(came_to: str | None) -> None:
    judge = Judge(expected={"rr": True})
    judge.identify(1, identified=True)
    judge.record_outcome("rr", "empty")
    judge.owe("holder", came_to)  # type: ignore[arg-type]
    line = judge.line(final=True)
    assert line is not None
    assert (line.word, [(one.check, one.why) for one in line.missing]) == (
        "not_all",
        [("holder", came_to or "cancelled")],
    )


def test_a_check_in_whose_place_another_runs_is_owed_no_more() -> None:
    judge = Judge(expected={"rr": True})
    judge.identify(1, identified=True)
    judge.record_outcome("rr", "empty")
    judge.owe("holder", "log")
    judge.forgive("holder")
    line = judge.line(final=True)
    assert line is not None
    assert line.level == "green"


def test_a_card_is_no_subject_by_itself() -> None:
    judge = Judge(expected={"cameras": True})
    judge.see([Card(id="c1", type="event", title="passage")])
    judge.record_outcome("cameras", "answered")
    line = judge.line(final=True)
    assert line is not None
    assert line.word == "not_found"

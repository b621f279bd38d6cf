"""One lookup in hand: sources are asked, cards and verdict grow, everybody who listens hears all of it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol
from uuid import UUID

from msgspec.structs import replace

from focus.core.gate import Principal
from focus.core.log import PurposeStamp
from focus.core.purposes.public import Purpose
from focus.modules.search.cards import (
    CardLine,
    CheckLine,
    GoneLine,
    Line,
    Opened,
    Role,
    VerdictLine,
)
from focus.modules.search.engine import Engine, FanOut, Outcome
from focus.modules.search.lookups.account import closed_line, ms_since
from focus.modules.search.lookups.intake import Intake
from focus.modules.search.lookups.lines import Lines
from focus.modules.search.lookups.requests import FromCard
from focus.modules.search.lookups.selection import Choice
from focus.modules.search.lookups.states import SourceStates, broken
from focus.modules.search.lookups.stream import LookupStream
from focus.modules.search.lookups.ways import Way
from focus.modules.search.merging import Changes, Merger, Subjects
from focus.modules.search.questions import Reading
from focus.modules.search.sources.asker import asked_by, asked_for
from focus.modules.search.sources.protocol import Source
from focus.modules.search.verdict import Judge

log = logging.getLogger(__name__)

DEADLINE_S = 7.5
"""With what it takes to let go and to say so, a lookup ends within the 8 s that an officer may count on."""

Ending = Literal["done", "stopped", "left", "locked", "failed"]


class Owing(Protocol):
    """Who begins the checks that a lookup owes."""

    purpose: Purpose
    """As it is now."""

    def look(self, lookup: LookupRun) -> None:
        """Cards changed."""

    def settle(self, lookup: LookupRun) -> None:
        """Nobody else will answer."""

    def lost(self, lookup: LookupRun, names: Collection[str]) -> list[str]:
        """Ids of the checks in which one of these sources was missing."""

    def again(self, lookup: LookupRun, lost: Collection[str]) -> None:
        """Run these checks anew."""

    def residents_wait(self, lookup: LookupRun) -> bool:
        """Whether there are residents who are checked only when an officer asks for it."""

    def all_residents(self, lookup: LookupRun) -> None:
        """Check them all."""


@dataclass(slots=True, eq=False)
class LookupRun:
    """A lookup from its first line on. Kept a while after its last, for retry and split."""

    id: UUID
    principal: Principal
    purpose: PurposeStamp
    question: str
    ways: Sequence[Way]
    """The reading that is meant, then others that are asked with it."""
    choice: Choice
    """Of all readings together."""
    merger: Merger
    judge: Judge
    engine: Engine
    intake: Intake = field(default_factory=Intake)
    from_card: FromCard | None = None
    asked_at: datetime | None = None
    """When it was asked, where it waited for a network since."""
    opened_at: float = field(default_factory=time.monotonic)
    opening: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    """Done when its entry is committed; fails when it cannot be."""
    log_lines: Lines = field(default_factory=Lines)
    sources: SourceStates = field(init=False)
    subjects: Subjects = field(default_factory=Subjects)
    check: Role | Literal[""] = ""
    """Of a lookup that runs by itself: why."""
    owing: Owing | None = None
    """Begins the checks that its cards owe."""
    on_end: Callable[[LookupRun], None] | None = None
    """Called each time that it has ended."""
    parent: Callable[[LookupRun], None] | None = None
    """Of a check: called when its verdict changed."""
    checks: dict[str, LookupRun | None] = field(default_factory=dict)
    """Checks that still run, by id; None until they are in the log."""
    verdict: VerdictLine | None = None
    ending: Ending | None = None
    running: bool = True
    """Whether more lines may come."""
    known_as: set[UUID] = field(default_factory=set)
    """Ids under which its session finds it: its own, and that of a second tap."""
    forgotten: bool = False
    """Nobody may hear another word of it."""
    retrying: asyncio.Lock = field(default_factory=asyncio.Lock)
    """A second tap on retry finds its sources asked already."""
    _listeners: int = 0
    _rounds: list[FanOut] = field(default_factory=list)
    _began: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.sources = SourceStates(self.judge)

    @property
    def states(self) -> dict[str, str]:
        """By source: what became of it, over all readings."""
        return self.sources.whole

    @property
    def reading(self) -> Reading:
        """The likeliest reading, or the one the officer chose."""
        return self.ways[0].reading

    @property
    def lines(self) -> list[bytes]:
        """What was said, kept while somebody may still read it."""
        return self.log_lines.said

    @property
    def sameness(self) -> tuple[object, ...]:
        """Two questions with the same are one lookup while it runs: their log entries would say the same."""
        asked = (self.reading.kind, self.reading.normal, self.reading.country)
        sources = tuple(source.config.name for source in self.choice.asked)
        return (self.principal.session_id, asked, self.purpose, self.from_card, self.asked_at, sources)

    def say(self, line: Line) -> None:
        """Add a line for all who listen."""
        self.log_lines.say(line)

    def listen(self, start: int = 0) -> LookupStream:
        """The lines from `start` on; when the last listener leaves, asking stops."""
        return LookupStream(self, start)

    async def grown(self) -> bool:
        """Wait for a line; whether more may come."""
        if self.running:
            await self.log_lines.grown()
        return self.running

    def came(self) -> None:
        """One more stream reads this lookup; each calls `left` once when it ends."""
        self._listeners += 1

    def left(self) -> None:
        """A stream has ended. With the last one the sources are called off, if they are still asked."""
        self._listeners -= 1
        if not self._listeners:
            self.stop("left")
            self._tidy()

    def _tidy(self) -> None:
        """What was shown is not kept: a retry says only what is new."""
        if not (self.running or self._listeners):
            self.lines.clear()

    def stop(self, why: Ending) -> bool:
        """Ask no further; whether there was something to stop."""
        if not self.running or self.ending:
            return False
        self.ending = why
        for asking in self._rounds:
            asking.stop()
        for check in self.checks.values():
            if check is not None:
                check.stop(why)
        self._end_if_done("done")
        return True

    def forget(self) -> None:
        """The session may hear no more: streams end where they are."""
        self.forgotten = True
        self.stop("locked")
        self.log_lines.wake()

    def first_line(self, opened: Opened) -> None:
        """Begin: the opened line and what the verdict is before anybody answered."""
        self.say(opened)
        self._judge()

    @property
    def out(self) -> frozenset[str]:
        """Names of the sources whose answer is still awaited."""
        return self.sources.out

    def resume(self) -> None:
        """Go on after the end: more will be asked."""
        if not self.running:
            self._began, self.running, self.ending = time.monotonic(), True, None

    @property
    def left_s(self) -> float:
        """Seconds until its deadline."""
        return max(0.05, DEADLINE_S - (time.monotonic() - self._began))

    def put(self, sources: Sequence[Source], reading: Reading, *, deadline_s: float = DEADLINE_S) -> FanOut:
        """Put one reading to these sources, beside those that are still out; `follow` what comes."""
        self.resume()
        for source in sources:
            self.sources.record(source.config.name, reading, "asked")
        asked_for.set(self.principal.organisation_id)
        asked_by.set(self.principal)
        asking = self.engine.run(
            reading, sources, deadline_s=deadline_s, organisation=self.principal.organisation_id
        )
        self._rounds.append(asking)
        if self.ending:
            asking.stop()
        return asking

    async def follow(self, asking: FanOut) -> None:
        """Turn outcomes into lines until all have answered, the deadline is there or it is stopped."""
        self._judge()
        failed = True
        try:
            while outcomes := await asking.together():
                if not self.forgotten:
                    self._take(outcomes, asking.reading)
            failed = False
        finally:
            try:
                await asking.aclose()
            finally:
                self._rounds.remove(asking)
                self._end_if_done("failed" if failed else "done")

    def _end_if_done(self, how: Ending) -> None:
        if self.running and not self._rounds and not self.checks:
            if self.owing is not None and not self.ending:
                self.owing.settle(self)
            if not self.checks:
                self._end(how)

    def check_changed(self, check: LookupRun, line: CheckLine) -> None:
        """News of a check that it owes."""
        self.judge.owe(line.id, check.verdict)
        self.say(line)
        self._judge()

    def check_refused(self, line: CheckLine) -> None:
        """A check that it owes does not run."""
        self.judge.owe(line.id, line.why)
        self.say(line)
        self._judge()

    def check_over(self, id: str) -> None:  # noqa: A002
        """Nothing more will come of a check."""
        self.checks.pop(id, None)
        self._end_if_done("done")

    def _end(self, how: Ending) -> None:
        self.ending = self.ending or how
        self.running = False
        try:
            for line in self.sources.cancel("left" if self.ending == "left" else "stopped"):
                self.say(line)
            self._judge()
            self.say(closed_line(self, ms=ms_since(self._began)))
        finally:
            self.log_lines.wake()
            self._tidy()
            if self.on_end is not None:
                self.on_end(self)

    def _take(self, outcomes: Sequence[Outcome], reading: Reading) -> None:
        """News of some sources: records become cards, states become lines, all of it one verdict."""
        outcomes = [self._merged(outcome) for outcome in outcomes]
        if any(outcome.records or outcome.source in self.intake.detailed for outcome in outcomes):
            try:
                self.show()
            except Exception as failure:
                # What cannot be shown has not been answered.
                names = ", ".join(outcome.source for outcome in outcomes if outcome.records)
                log.error("cards of %s: %s", names, type(failure).__qualname__)  # noqa: TRY400
                outcomes = [broken(outcome) if outcome.records else outcome for outcome in outcomes]
        for outcome in outcomes:
            self.say(self.sources.take(outcome, reading))
        self._judge()

    def _merged(self, outcome: Outcome) -> Outcome:
        """Whatever a source says may spoil its own answer and no other's."""
        try:
            for record in outcome.records:
                self.intake.take(record, outcome.source, self.merger)
            if outcome.state in {"answered", "empty"}:
                self.intake.answered(outcome.source, self.merger)
        except Exception as failure:
            log.error("records of %s: %s", outcome.source, type(failure).__qualname__)  # noqa: TRY400
            return broken(outcome)
        return outcome

    def refuse(self, name: str, reason: str) -> None:
        """A source that is closed by now."""
        self.say(self.sources.refuse(name, reason))

    def show(self) -> Changes:
        """Lines for what records or a split changed."""
        self.intake.holding.apply(self.merger)
        changes = self.merger.changes()
        self.judge.see(changes.cards, gone=(lost for lost, _ in changes.gone))
        for lost, into in changes.gone:
            self.say(GoneLine(card=lost, into=into))
        finders = [way.finder for way in self.ways]
        cards = tuple(replace(card, fit=self.merger.fit(card.id, finders)) for card in changes.cards)
        for card in cards:
            self.say(CardLine(card=card))
        self._identify()
        if self.owing is not None:
            self.owing.look(self)
        return replace(changes, cards=cards)

    def _identify(self) -> None:
        """Who fits, by each of the readings; whom an officer chose on a card is known by that.

        Who fits only another reading than the likeliest is not known to be meant: `F. Bahri 1967` may be a
        plate somewhere, which says nothing of the person whom nobody found.
        """
        meant = found = self.merger.subjects(self.ways[0].finder)
        for way in self.ways[1:]:
            found += self.merger.subjects(way.finder)
        self.subjects = found
        chosen = self.from_card is not None and len(found.cards) == 1
        known = meant.identified and found.identified
        self.judge.identify(len(found.cards), identified=known or chosen)

    def _judge(self) -> None:
        line = self.judge.line(final=not self.running)
        if line is not None:
            self.verdict = line
            self.say(line)
            if self.parent is not None:
                self.parent(self)

    def split(self, card: str, record: str) -> tuple[Changes, VerdictLine | None]:
        """Take a record out of a card for good: what changed, and the verdict if it did."""
        self.merger.split(card, record)
        return self._after()

    def rejoin(self, record: str) -> tuple[Changes, VerdictLine | None]:
        """Put a record that stands apart where it belongs."""
        self.intake.holding.free(record)
        self.merger.rejoin(record)
        return self._after()

    def _after(self) -> tuple[Changes, VerdictLine | None]:
        before = self.verdict
        changes = self.show()
        self._judge()
        self._tidy()
        return changes, None if self.verdict is before else self.verdict

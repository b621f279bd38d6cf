"""One lookup in hand: sources are asked, cards and verdict grow, everybody who listens hears all of it."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.gate import Principal
from focus.core.log import PurposeStamp
from focus.modules.search.cards import CardLine, Closed, GoneLine, Line, Opened, SourceLine, VerdictLine
from focus.modules.search.engine import Engine, Outcome
from focus.modules.search.lookups.choosing import Choice
from focus.modules.search.merging import Changes, Merger
from focus.modules.search.questions import Reading
from focus.modules.search.sources.protocol import Source
from focus.modules.search.verdict import Judge

DEADLINE_S = 8.0

_encode = msgspec.json.Encoder().encode

Ending = Literal["done", "stopped", "left"]


@dataclass(slots=True, eq=False)
class Running:
    """A lookup from its first line on. Kept a while after its last, for retry and split."""

    id: UUID
    principal: Principal
    purpose: PurposeStamp
    question: str
    reading: Reading
    choice: Choice
    merger: Merger
    judge: Judge
    engine: Engine
    opened_at: float = field(default_factory=time.monotonic)
    lines: list[bytes] = field(default_factory=list)
    ending: Ending | None = None
    states: dict[str, str] = field(default_factory=dict)
    records: Counter[str] = field(default_factory=Counter)
    verdict: VerdictLine | None = None
    listeners: int = 0
    task: asyncio.Task[None] | None = None
    running: bool = True
    """Whether more lines may come."""
    _grown: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def sameness(self) -> tuple[object, ...]:
        """Two questions with the same are one lookup while it runs."""
        stamp = self.purpose
        asked = (self.reading.kind, self.reading.normal, self.reading.country)
        return (
            self.principal.person_id,
            self.principal.session_id,
            asked,
            stamp.code,
            stamp.reference,
            stamp.task,
        )

    def never_began(self) -> None:
        """Its entry could not be written: who waits for it hears nothing."""
        self.running = False
        if self.task:
            self.task.cancel()
        self._wake()

    def say(self, line: Line) -> None:
        """Add a line for all who listen."""
        self.lines.append(_encode(line))
        self._wake()

    def _wake(self) -> None:
        grown, self._grown = self._grown, asyncio.Event()
        grown.set()

    async def listen(self, start: int = 0) -> AsyncIterator[bytes]:
        """The lines from `start` on, several at a time; when the last listener leaves, asking stops."""
        at = start
        self.listeners += 1
        try:
            while True:
                if at < len(self.lines):
                    some = self.lines[at:]
                    at = len(self.lines)
                    yield b"\n".join(some)
                elif self.running:
                    await self._grown.wait()
                else:
                    return
        finally:
            self.listeners -= 1
            if not self.listeners and self.running:
                self.stop("left")

    def stop(self, why: Ending) -> bool:
        """Ask no further; whether there was something to stop."""
        if not self.running or self.ending:
            return False
        self.ending = why
        if self.task:
            self.task.cancel()
        return True

    async def ask(self, sources: Sequence[Source]) -> None:
        """Put the question to these sources until all have answered or the deadline is there."""
        self.running, self.ending = True, None
        started = time.monotonic()
        for source in sources:
            self.states[source.config.name] = "asked"
        outcomes = self.engine.run(self.reading, sources, deadline_s=DEADLINE_S)
        try:
            async for outcome in outcomes:
                self._take(outcome)
            self.ending = "done"
        finally:
            # Leaving the iterator closes every connection that is still open.
            await outcomes.aclose()
            for name, state in self.states.items():
                if state in {"asked", "slow"}:
                    self._settle(name, "cancelled")
            self._judge(final=True)
            self.running = False
            self.say(self._closed(started))

    def _take(self, outcome: Outcome) -> None:
        """One source's news: its records become cards, its state a line, both the verdict."""
        state = outcome.state
        self.states[outcome.source] = state
        self.records[outcome.source] += len(outcome.records)
        for record in outcome.records:
            self.merger.add(record)
        self.show()
        self.say(
            SourceLine(
                name=outcome.source,
                state=state,
                reason=outcome.reason or None,
                records=len(outcome.records),
                ms=outcome.ms,
            )
        )
        self.judge.hear(outcome.source, state)
        self._judge()

    def _settle(self, name: str, state: Literal["cancelled"]) -> None:
        self.states[name] = state
        self.judge.hear(name, state)
        self.say(SourceLine(name=name, state=state))

    def show(self) -> Changes:
        """Lines for what records or a split changed."""
        changes = self.merger.changes()
        self.judge.see(changes.cards, gone=(lost for lost, _ in changes.gone))
        for lost, into in changes.gone:
            self.say(GoneLine(card=lost, into=into))
        for card in changes.cards:
            self.say(CardLine(card=card))
        return changes

    def _judge(self, *, final: bool = False) -> None:
        line = self.judge.line(final=final)
        if line is not None:
            self.verdict = line
            self.say(line)

    def judged(self) -> VerdictLine | None:
        """A new verdict, if what was split or retried changed it."""
        before = self.verdict
        self._judge(final=True)
        return self.verdict if self.verdict is not before else None

    def _closed(self, started: float) -> Closed:
        counted = Counter(self.states.values())
        return Closed(
            ms=round((time.monotonic() - started) * 1000),
            answered=counted["answered"],
            empty=counted["empty"],
            silent=counted["silent"] + counted["cancelled"],
            failed=counted["failed"],
            closed=sum(source.state == "closed" for source in self.choice.shown),
        )

    def first_line(self, opened: Opened) -> None:
        """Begin: the opened line and what the verdict is before anybody answered."""
        self.say(opened)
        self._judge()

    def disclosure(self) -> dict[str, object]:
        """What the log says at the end: which sources, how many records, what verdict."""
        by_state: dict[str, list[str]] = {}
        for name, state in self.states.items():
            by_state.setdefault(state, []).append(name)
        return {
            "lookup": str(self.id),
            "ended": self.ending or "left",
            "sources": {state: sorted(names) for state, names in by_state.items()},
            "records": dict(self.records),
            "verdict": None if self.verdict is None else [self.verdict.level, self.verdict.word],
            "ms": round((time.monotonic() - self.opened_at) * 1000),
            "at": clock.now().isoformat(),
        }

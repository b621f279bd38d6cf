"""The engine and its rounds. A round is one lookup's questions to all its sources."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from focus.core import clock
from focus.modules.search.engine.guards import Guard
from focus.modules.search.engine.outcome import Observer, Outcome, OutcomeState, Quotas
from focus.modules.search.questions import Reading
from focus.modules.search.sources.protocol import Answer, Source, SourceFailed
from focus.modules.search.sources.quota import Quota

log = logging.getLogger(__name__)

NO_QUOTA: Final = Quota()

LEAVE_S: Final = 0.1
"""How long a closing round waits for its calls to let go."""
SLOW: Final = 0.5
"""A source is called slow after this share of its own deadline."""
_NO_ANSWER: Final = Answer(())


class Engine:
    """Runs rounds; keeps bulkheads and breakers between them."""

    def __init__(self, *, quotas: Quotas | None = None, watch: Observer | None = None) -> None:
        self._guards: dict[str, Guard] = {}
        self.quotas, self.watch = quotas, watch

    def run(
        self,
        reading: Reading,
        sources: Sequence[Source],
        *,
        deadline_s: float,
        organisation: UUID | None = None,
    ) -> FanOut:
        """Ask all of them; iterate to hear each as it answers, and `aclose()` to call off what is left.

        `organisation`: whose quotas are used.
        """
        return FanOut(reading, sources, deadline_s, self, organisation)

    def guard(self, source: Source) -> Guard:
        """The guard of a source."""
        facts = source.config
        found = self._guards.get(facts.name)
        if found is None:
            found = self._guards[facts.name] = Guard.of(facts)
        return found


@dataclass(slots=True, eq=False)
class Asked:
    """One source in one round."""

    source: Source
    name: str
    guard: Guard
    deadline: float
    task: asyncio.Task[None] | None = None
    settled: bool = False
    inside: bool = False
    """It has a place in the bulkhead, so silence is the source's own."""


class FanOut:
    """An async iterator of outcomes.

    One timer serves all deadlines of the round. A source that is out of time is settled by that timer, not by
    its own call, so a call that does not let go can delay nobody.
    """

    def __init__(
        self,
        reading: Reading,
        sources: Sequence[Source],
        deadline_s: float,
        engine: Engine,
        organisation: UUID | None = None,
    ) -> None:
        self._engine, self._organisation, guard = engine, organisation, engine.guard
        self._loop = asyncio.get_running_loop()
        self.reading = reading
        """What is asked."""
        self._began = self._loop.time()
        self._ready: deque[Outcome] = deque()
        self._waiter: asyncio.Future[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        end = self._began + deadline_s
        self._asked = [
            Asked(s, s.config.name, guard(s), min(end, self._began + s.config.deadline_ms / 1000))
            for s in sources
        ]
        self._open = len(self._asked)
        self._marks = deque(sorted(self._plan(), key=_when))
        asked_at = clock.now()
        for asked in self._asked:
            closed = asked.guard.lets(self._began, asked)
            if closed:
                self._settle(asked, "failed", closed)
            else:
                asked.task = self._loop.create_task(self._ask(asked, asked_at))
        self._arm()

    def _plan(self) -> list[tuple[float, Asked, bool]]:
        """(when, whose, whether it is the deadline)."""
        half = [(self._began + (a.deadline - self._began) * SLOW, a, False) for a in self._asked]
        return half + [(a.deadline, a, True) for a in self._asked]

    def __aiter__(self) -> FanOut:
        return self

    async def __anext__(self) -> Outcome:
        """The next outcome; ends when every source is settled."""
        await self._something()
        if not self._ready:
            raise StopAsyncIteration
        return self._ready.popleft()

    async def together(self) -> list[Outcome]:
        """All that is there by now, waiting only while nothing is; none when every source is settled."""
        await self._something()
        some = list(self._ready)
        self._ready.clear()
        return some

    async def _something(self) -> None:
        while not self._ready:
            if not self._open:
                self._disarm()
                return
            self._waiter = self._loop.create_future()
            await self._waiter

    def stop(self) -> None:
        """Call off what is still out; the iteration ends after what has come already."""
        self._disarm()
        for asked in self._asked:
            if not asked.settled:
                asked.settled = True
                asked.guard.breaker.abandoned(asked)
                if asked.task:
                    asked.task.cancel()
        self._open = 0
        self._wake()

    async def aclose(self) -> None:
        """Stop, and wait until the connections are let go, but not long."""
        self.stop()
        tasks = [asked.task for asked in self._asked if asked.task and not asked.task.done()]
        if tasks:
            await asyncio.wait(tasks, timeout=LEAVE_S)

    async def _ask(self, asked: Asked, asked_at: datetime) -> None:
        bulkhead = asked.guard.bulkhead
        await bulkhead.enter()
        try:
            await self._allowed(asked)
            asked.inside = True
            found = await asked.source.ask(self.reading, deadline=asked.deadline, asked_at=asked_at)
            answer = Answer(tuple(found.records), found.raw_size, found.unread, found.drifts)
        except asyncio.CancelledError:
            # Called off by us it is settled by now; called off from inside, its own code failed.
            self._settle(asked, "failed", "broken")
            raise
        except SourceFailed as failed:
            state: OutcomeState = "silent" if failed.reason == "timeout" else "failed"
            if failed.wait_s:
                asked.guard.rests_until = self._loop.time() + failed.wait_s
            drift = getattr(failed, "drift", None)
            self._settle(asked, state, failed.reason, Answer((), drifts=(drift,) if drift else ()))
        except Exception as failure:
            log.error("source %s: %s", asked.name, type(failure).__qualname__)  # noqa: TRY400 - may quote
            self._settle(asked, "failed", "broken")
        else:
            self._settle(asked, "answered" if answer.records else "empty", "", answer)
        finally:
            bulkhead.leave()

    async def _allowed(self, asked: Asked) -> None:
        """Raises `SourceFailed` when its quota is used up, or it asked for a rest meanwhile."""
        if asked.guard.rests_until > self._loop.time():
            raise SourceFailed("told_to_wait")
        quota = getattr(asked.source.config, "quota", None)
        if quota is not None and quota != NO_QUOTA and self._engine.quotas is not None:
            await self._engine.quotas.take(asked.name, quota, self._organisation, asked.deadline)

    def _settle(
        self,
        asked: Asked,
        state: OutcomeState,
        reason: str = "",
        answer: Answer = _NO_ANSWER,
    ) -> None:
        if asked.settled:
            return
        asked.settled = True
        self._open -= 1
        now = self._loop.time()
        asked.guard.heard(reason, now, asked)
        self._say(asked, state, reason, answer)
        if self._engine.watch is not None:
            open_, wait_s = asked.guard.breaker.is_open(now), asked.guard.wait_s(now)
            self._engine.watch.record_outcome(self._ready[-1], breaker_open=open_, wait_s=wait_s)

    def _say(
        self,
        asked: Asked,
        state: OutcomeState,
        reason: str = "",
        answer: Answer = _NO_ANSWER,
    ) -> None:
        ms = round((self._loop.time() - self._began) * 1000)
        self._ready.append(
            Outcome(asked.name, state, ms, reason, answer.records, answer.unread, answer.drifts)
        )
        self._wake()

    def _wake(self) -> None:
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(None)

    def _arm(self) -> None:
        while self._marks and self._marks[0][1].settled:
            self._marks.popleft()
        if self._marks and self._open:
            self._timer = self._loop.call_at(self._marks[0][0], self._strike)

    def _disarm(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _strike(self) -> None:
        """Some source is slow now, or out of time."""
        now = self._loop.time() + 0.001
        while self._marks and self._marks[0][0] <= now:
            _, asked, final = self._marks.popleft()
            if asked.settled:
                continue
            if not final:
                self._say(asked, "slow")
                continue
            state: OutcomeState = "silent" if asked.inside else "failed"
            reason = "timeout" if asked.inside else "busy"
            self._settle(asked, state, reason)
            if asked.task:
                asked.task.cancel()
        self._arm()


def _when(mark: tuple[float, Asked, bool]) -> float:
    return mark[0]

"""Rounds over sources that do what no source should: swallow the end, end themselves, answer nonsense."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest

from focus.core import clock
from focus.modules.search.engine import Engine, Outcome
from focus.modules.search.questions import Reading
from focus.modules.search.records import Record
from focus.modules.search.sources.protocol import Answer, SourceFailed
from tests.search.connectors.servers import PLATE
from tests.support.waiting import until

RECORD = Record(type="vehicle", source="x", id="1", at=clock.now(), title="1-ABC-123")


@dataclass
class Limits:
    """The part of a source's configuration that the engine looks at."""

    name: str
    deadline_ms: int = 1_000
    max_concurrent: int = 8
    failures: int = 3
    pause_ms: int = 10_000

    @property
    def breaker(self) -> Limits:
        return self


@dataclass
class Own:
    """A source in Python."""

    way: Callable[[], Awaitable[Any]]
    config: Any
    asked: int = 0
    given: list[float] = field(default_factory=list)

    def accepts(self, reading: Reading) -> bool:
        return True

    async def ask(self, reading: Reading, *, deadline: float, asked_at: datetime) -> Any:
        self.asked += 1
        self.given.append(deadline - asyncio.get_running_loop().time())
        return await self.way()

    async def close(self) -> None:
        return None


def own(name: str, way: Callable[[], Awaitable[Any]], **limits: Any) -> Own:
    return Own(way, Limits(name, **limits))


async def answers() -> Answer:
    return Answer((RECORD,))


async def knows_nothing() -> Answer:
    return Answer(())


async def hangs() -> Answer:
    await asyncio.sleep(60)
    return Answer((RECORD,))


class Clinging:
    """Does not let go when called off, and answers too late: not before it is told."""

    def __init__(self) -> None:
        self.told = asyncio.Event()

    async def __call__(self) -> Answer:
        while not self.told.is_set():
            with suppress(asyncio.CancelledError):
                await self.told.wait()
        return Answer((RECORD,))


@pytest.fixture
async def swallows() -> AsyncIterator[Clinging]:
    clinging = Clinging()
    yield clinging
    clinging.told.set()


async def every(engine: Engine, *sources: Own, deadline_s: float = 2.0) -> dict[str, Outcome]:
    round_ = engine.run(PLATE, sources, deadline_s=deadline_s)
    found = {outcome.source: outcome async for outcome in round_}
    await round_.aclose()
    return found


async def test_each_source_is_handed_its_own_deadline_within_the_lookups() -> None:
    short, long = own("short", answers, deadline_ms=300), own("long", answers, deadline_ms=9_000)
    await every(Engine(), short, long, deadline_s=2.0)
    assert 0.2 < short.given[0] <= 0.3
    assert 1.9 < long.given[0] <= 2.0


async def test_outcomes_come_in_the_order_of_the_answers() -> None:
    turns = [asyncio.Event() for _ in range(7)]
    turns[1].set()

    def as_number(n: int) -> Callable[[], Awaitable[Answer]]:
        async def way() -> Answer:
            await turns[n].wait()
            turns[n + 1].set()
            return Answer(())

        return way

    sources = [own(f"s{n}", as_number(n)) for n in (5, 1, 4, 2, 3)]
    names = [outcome.source async for outcome in Engine().run(PLATE, sources, deadline_s=2.0)]
    assert names == ["s1", "s2", "s3", "s4", "s5"]


async def test_a_source_that_does_not_let_go_delays_neither_end_nor_others(swallows: Clinging) -> None:
    began = time.monotonic()
    found = await every(Engine(), own("clings", swallows, deadline_ms=100), own("good", answers))
    assert time.monotonic() - began < 0.4
    assert (found["clings"].state, found["clings"].reason) == ("silent", "timeout")
    assert found["good"].state == "answered"


async def ended(engine: Engine, clings: Own, swallows: Clinging) -> None:
    """Let the one that clings to its only place answer at last."""
    swallows.told.set()
    await until(lambda: not engine.guard(clings).bulkhead.full)


async def test_what_comes_after_the_deadline_is_no_answer(swallows: Clinging) -> None:
    engine = Engine()
    clings = own("clings", swallows, deadline_ms=100, failures=1, max_concurrent=1)
    await every(engine, clings)
    await ended(engine, clings, swallows)
    assert (await every(engine, clings))["clings"].reason == "breaker_open"


async def test_closing_does_not_wait_for_one_that_does_not_let_go(swallows: Clinging) -> None:
    clings = own("clings", swallows)
    round_ = Engine().run(PLATE, [clings], deadline_s=2.0)
    await until(lambda: clings.asked == 1)
    began = time.monotonic()
    await round_.aclose()
    assert time.monotonic() - began < 0.25


async def test_one_that_does_not_let_go_keeps_its_place_so_nobody_overloads_the_source(
    swallows: Clinging,
) -> None:
    engine, clings = Engine(), own("clings", swallows, deadline_ms=100, max_concurrent=1)
    await every(engine, clings)
    assert (await every(engine, clings))["clings"].reason == "busy"
    await ended(engine, clings, swallows)


async def test_closed_from_elsewhere_the_one_who_listens_is_released() -> None:
    source = own("hangs", hangs)
    round_ = Engine().run(PLATE, [source], deadline_s=5.0)

    async def listen() -> list[Outcome]:
        return [outcome async for outcome in round_]

    listening = asyncio.create_task(listen())
    await until(lambda: source.asked == 1)
    await round_.aclose()
    assert await asyncio.wait_for(listening, 0.2) == []


async def nonsense() -> Any:
    return None


async def no_iterable() -> Any:
    return Answer(records=5)  # type: ignore[arg-type]


async def raises() -> Any:
    raise RuntimeError("Verlinden")


async def exits_a_group() -> Any:
    raise ExceptionGroup("several", [ValueError("a"), OSError("b")])


async def cancels_itself() -> Any:
    raise asyncio.CancelledError


async def recurses() -> Any:
    return await recurses()


@pytest.mark.parametrize("way", [nonsense, no_iterable, raises, exits_a_group, cancels_itself, recurses])
async def test_whatever_a_sources_code_does_it_is_broken_at_once_and_alone(
    way: Callable[[], Awaitable[Any]],
) -> None:
    began = time.monotonic()
    found = await every(Engine(), own("odd", way), own("good", answers), own("empty", knows_nothing))
    assert time.monotonic() - began < 0.5
    assert (found["odd"].state, found["odd"].reason) == ("failed", "broken")
    assert (found["good"].state, found["empty"].state) == ("answered", "empty")


@pytest.mark.parametrize("reason", ["timeout", "reset", "garbage", "refused_login"])
async def test_a_failure_keeps_its_reason_and_only_silence_is_silent(reason: Any) -> None:
    async def fails() -> Any:
        raise SourceFailed(reason, "detail")

    outcome = (await every(Engine(), own("bad", fails)))["bad"]
    assert (outcome.state, outcome.reason) == ("silent" if reason == "timeout" else "failed", reason)


async def test_a_source_that_says_too_busy_is_not_left_alone_for_it() -> None:
    async def busy() -> Any:
        raise SourceFailed("busy")

    engine, source = Engine(), own("busy", busy, failures=1)
    for _ in range(3):
        assert (await every(engine, source))["busy"].reason == "busy"
    assert source.asked == 3


async def test_of_many_lookups_at_once_exactly_one_tries_a_source_after_its_pause() -> None:
    engine, tries = Engine(), own("tries", hangs, deadline_ms=200, failures=1, pause_ms=100)
    await every(engine, tries)
    now = asyncio.get_running_loop().time
    await until(lambda: not engine.guard(tries).breaker.is_open(now()))
    rounds = [engine.run(PLATE, [tries], deadline_s=1.0) for _ in range(20)]
    news = [await anext(round_) for round_ in rounds]
    assert Counter(outcome.reason for outcome in news) == {"": 1, "breaker_open": 19}
    assert tries.asked == 2
    for round_ in rounds:
        await round_.aclose()


async def test_a_lookup_without_sources_ends_at_once() -> None:
    assert await every(Engine()) == {}


async def test_nothing_runs_on_after_a_round() -> None:
    await asyncio.to_thread(asyncio.run, _rounds())  # a loop that runs nothing else


async def _rounds() -> None:
    before = asyncio.all_tasks()
    engine = Engine()
    sources = [own(f"h{n}", hangs, deadline_ms=100, max_concurrent=1) for n in range(20)]
    rounds = [engine.run(PLATE, sources, deadline_s=2.0) for _ in range(5)]
    for round_ in rounds[:3]:
        await round_.aclose()
    for round_ in rounds[3:]:
        async for _ in round_:
            pass
        await round_.aclose()
    await asyncio.sleep(0)
    assert asyncio.all_tasks() - before == set()
    assert not any(engine.guard(source).bulkhead.full for source in sources)

"""Sixty sources side by side: none delays another, a bad one is left alone, all are let go at the end."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from math import inf
from typing import Any

import pytest

from focus.modules.search.configuration.configured import ConfiguredSource
from focus.modules.search.engine import Engine, Outcome
from focus.modules.search.questions import Reading
from focus.modules.search.sources.protocol import Answer, Source
from tests.search.connectors.servers import PLATE, Server, faulty_server
from tests.support.waiting import until


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with faulty_server() as running:
        yield running


def source(server: Server, name: str, path: str, **changed: Any) -> ConfiguredSource:
    return server.source(f"/{path}", name=name, **changed)


async def outcomes(
    engine: Engine, sources: Sequence[Source], *, deadline_s: float = 3.0
) -> dict[str, Outcome]:
    """The last word on each source."""
    last: dict[str, Outcome] = {}
    async for outcome in engine.run(PLATE, sources, deadline_s=deadline_s):
        last[outcome.source] = outcome
    return last


async def paused(engine: Engine, source: Source) -> None:
    """Wait until its breaker's pause is over."""
    now = asyncio.get_running_loop().time
    await until(lambda: not engine.guard(source).breaker.is_open(now()))


async def test_ten_of_sixty_hang_and_five_lie_and_the_others_are_as_fast_as_alone(server: Server) -> None:
    good = [source(server, f"good-{n}", f"after{20 + n * 5}") for n in range(45)]
    bad = [source(server, f"hang-{n}", "hang", deadline_ms=900) for n in range(10)]
    ways = ("garbage", "wrong-schema", "wrong-charset", "huge", "other-plate")
    bad += [source(server, f"lie-{n}", way) for n, way in enumerate(ways)]
    came: list[tuple[Outcome, float]] = []
    began = time.monotonic()
    async for outcome in Engine().run(PLATE, bad + good, deadline_s=2.0):
        came.append((outcome, time.monotonic() - began))
    final = {outcome.source: outcome for outcome, _ in came}
    assert Counter(o.state for o in final.values()) == {"answered": 45, "silent": 10, "failed": 5}
    reasons = [final[f"lie-{n}"].reason for n in range(5)]
    assert reasons == ["garbage", "wrong_schema", "charset", "too_large", "other_answer"]
    assert {final[f"hang-{n}"].reason for n in range(10)} == {"timeout"}
    last_good = max(at for outcome, at in came if outcome.state == "answered")
    last_of_all = max(at for _, at in came)
    assert last_good < 0.85 < last_of_all < 1.4
    assert all(outcome.records for outcome in final.values() if outcome.state == "answered")
    for each in good + bad:
        await each.close()


async def test_called_off_every_connection_is_let_go(server: Server) -> None:
    sources = [source(server, f"hang-{n}", "hang", deadline_ms=5_000) for n in range(20)]
    round_ = Engine().run(PLATE, sources, deadline_s=5.0)
    await until(lambda: server.open["hang"] == 20)
    began = time.monotonic()
    await round_.aclose()
    assert time.monotonic() - began < 0.1
    await until(lambda: (server.open["hang"], server.gone["hang"]) == (0, 20))
    for each in sources:
        await each.close()


async def test_out_of_time_the_connection_is_let_go(server: Server) -> None:
    slow = source(server, "cars", "hang", deadline_ms=100)
    assert (await outcomes(Engine(), [slow]))["cars"].reason == "timeout"
    await until(lambda: server.gone["hang"] == 1)
    await slow.close()


async def test_the_lookups_deadline_ends_all(server: Server) -> None:
    slow = source(server, "cars", "hang", deadline_ms=5_000)
    began = time.monotonic()
    assert (await outcomes(Engine(), [slow], deadline_s=0.2))["cars"].state == "silent"
    assert 0.15 < time.monotonic() - began < 0.6
    await slow.close()


async def test_a_slow_source_is_called_slow_once_and_still_answers(server: Server) -> None:
    slow = source(server, "cars", "after300", deadline_ms=400)
    states = [outcome.state async for outcome in Engine().run(PLATE, [slow], deadline_s=2.0)]
    assert states == ["slow", "answered"]
    await slow.close()


async def test_after_failures_in_a_row_a_source_is_left_alone_then_tried_by_one(server: Server) -> None:
    engine = Engine()
    cars = source(server, "cars", "500", breaker={"failures": 3, "pause_ms": 300})
    for _ in range(3):
        assert (await outcomes(engine, [cars]))["cars"].reason == "status"
    for _ in range(5):
        assert (await outcomes(engine, [cars]))["cars"].reason == "breaker_open"
    assert server.asked["500"] == 3
    await paused(engine, cars)
    several = await asyncio.gather(*[outcomes(engine, [cars]) for _ in range(4)])
    assert Counter(found["cars"].reason for found in several) == {"status": 1, "breaker_open": 3}
    assert server.asked["500"] == 4
    await cars.close()


async def test_a_probe_that_is_called_off_leaves_the_next_one_free(server: Server) -> None:
    engine = Engine()
    bad = source(server, "cars", "500", breaker={"failures": 1, "pause_ms": 100})
    hanging = source(server, "cars", "hang", deadline_ms=5_000)
    good = source(server, "cars", "found")
    await outcomes(engine, [bad])
    await paused(engine, bad)
    probe = engine.run(PLATE, [hanging], deadline_s=5.0)
    await until(lambda: server.open["hang"] == 1)
    await probe.aclose()
    assert (await outcomes(engine, [good]))["cars"].state == "answered"
    for each in (bad, hanging, good):
        await each.close()


async def test_one_failure_among_good_answers_opens_nothing(server: Server) -> None:
    engine = Engine()
    bad = source(server, "cars", "500", breaker={"failures": 2, "pause_ms": 60_000})
    good = source(server, "cars", "found")
    for _ in range(4):
        assert (await outcomes(engine, [bad]))["cars"].reason == "status"
        assert (await outcomes(engine, [good]))["cars"].state == "answered"
    await bad.close()
    await good.close()


async def test_a_source_never_gets_more_questions_than_it_bears(server: Server) -> None:
    engine = Engine()
    cars = source(server, "cars", "after60", max_concurrent=2)
    found = await asyncio.gather(*[outcomes(engine, [cars]) for _ in range(9)])
    assert [each["cars"].state for each in found] == ["answered"] * 9
    assert server.most["after60"] == 2
    await cars.close()


async def test_lookups_wait_in_the_order_they_came(server: Server) -> None:
    engine = Engine()
    cars = source(server, "cars", "after40", max_concurrent=1, deadline_ms=2_000)
    order: list[int] = []

    async def lookup(number: int) -> None:
        await outcomes(engine, [cars])
        order.append(number)

    await asyncio.gather(*[lookup(n) for n in range(6)])
    assert order == sorted(order)
    await cars.close()


async def test_one_who_waits_in_vain_is_busy_and_counts_against_nobody(server: Server) -> None:
    engine = Engine()
    cars = source(
        server, "cars", "hang", max_concurrent=1, deadline_ms=300, breaker={"failures": 2, "pause_ms": 60_000}
    )
    first, second = await asyncio.gather(outcomes(engine, [cars]), outcomes(engine, [cars]))
    assert sorted([first["cars"].reason, second["cars"].reason]) == ["busy", "timeout"]
    good = source(server, "cars", "found")
    assert (await outcomes(engine, [good]))["cars"].state == "answered"
    await cars.close()
    await good.close()


async def test_a_full_source_delays_no_other(server: Server) -> None:
    engine = Engine()
    full = source(server, "full", "hang", max_concurrent=1, deadline_ms=1_500)
    cars = source(server, "cars", "found")
    blocking = engine.run(PLATE, [full], deadline_s=5.0)
    began, at = time.monotonic(), inf
    round_ = engine.run(PLATE, [full, cars], deadline_s=5.0)
    async for outcome in round_:
        if outcome.source == "cars":
            at = time.monotonic() - began
            break
    await round_.aclose()
    await blocking.aclose()
    assert at < 0.3
    await full.close()
    await cars.close()


class Clumsy:
    """A source in Python whose own code fails."""

    def __init__(self, config: Any) -> None:
        self.config = config

    def accepts(self, reading: Reading) -> bool:
        return True

    async def ask(self, reading: Reading, *, deadline: float, asked_at: datetime) -> Answer:
        raise KeyError("Verlinden, Jeroen")

    async def close(self) -> None:
        return None


async def test_a_source_whose_own_code_fails_is_broken_and_its_words_stay_inside(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    cars = source(server, "cars", "found")
    clumsy = Clumsy(source(server, "clumsy", "found").config)
    found = await outcomes(Engine(), [clumsy, cars])
    assert (found["clumsy"].state, found["clumsy"].reason) == ("failed", "broken")
    assert found["cars"].state == "answered"
    assert "KeyError" in caplog.text
    assert "Verlinden" not in caplog.text
    await cars.close()

"""Bulkhead and breaker by themselves: fair, exact, and right when called off at the worst moment."""

from __future__ import annotations

import asyncio

from focus.modules.search.engine.breaker import Breaker
from focus.modules.search.engine.bulkhead import Bulkhead


async def waiting(bulkhead: Bulkhead, order: list[str], name: str) -> None:
    await bulkhead.enter()
    order.append(name)


async def queue(bulkhead: Bulkhead, order: list[str], *names: str) -> list[asyncio.Task[None]]:
    """These wait in line."""
    tasks = [asyncio.create_task(waiting(bulkhead, order, name)) for name in names]
    await turns()
    return tasks


async def turns() -> None:
    """Let everybody go on who waits for a turn of the loop and for nothing else."""
    for _ in range(5):
        await asyncio.sleep(0)


async def test_a_place_goes_to_the_one_who_waits_longest() -> None:
    bulkhead, order = Bulkhead(1), list[str]()
    await bulkhead.enter()
    tasks = await queue(bulkhead, order, "a", "b", "c")
    for _ in tasks:
        bulkhead.leave()
        await turns()
    assert order == ["a", "b", "c"]


async def test_nobody_jumps_the_queue_between_two_turns() -> None:
    bulkhead, order = Bulkhead(1), list[str]()
    await bulkhead.enter()
    await queue(bulkhead, order, "first")
    bulkhead.leave()
    await queue(bulkhead, order, "second")
    assert order == ["first"]


async def test_one_who_gives_up_waiting_takes_no_place() -> None:
    bulkhead, order = Bulkhead(1), list[str]()
    await bulkhead.enter()
    gone, _ = await queue(bulkhead, order, "gone", "stays")
    gone.cancel()
    await turns()
    bulkhead.leave()
    await turns()
    assert order == ["stays"]
    bulkhead.leave()
    assert not bulkhead.full


async def test_one_called_off_with_the_place_in_hand_passes_it_on() -> None:
    bulkhead, order = Bulkhead(1), list[str]()
    await bulkhead.enter()
    lucky, _ = await queue(bulkhead, order, "lucky", "next")
    bulkhead.leave()
    lucky.cancel()
    await turns()
    assert order == ["next"]


async def test_called_off_in_the_moment_a_place_comes_free_it_is_only_called_off() -> None:
    """The place passes over one who is called off but has not noticed yet."""
    bulkhead, order = Bulkhead(1), list[str]()
    await bulkhead.enter()
    gone, _ = await queue(bulkhead, order, "gone", "stays")
    gone.cancel()
    bulkhead.leave()
    (outcome,) = await asyncio.gather(gone, return_exceptions=True)
    assert isinstance(outcome, asyncio.CancelledError)
    await turns()
    assert order == ["stays"]


async def test_all_called_off_every_place_is_free_again() -> None:
    bulkhead, order = Bulkhead(3), list[str]()
    tasks = await queue(bulkhead, order, *"abcdefghij")
    for task in tasks[3:]:
        task.cancel()
    for _ in range(3):
        bulkhead.leave()
    await asyncio.gather(*tasks, return_exceptions=True)
    for _ in range(3):
        assert not bulkhead.full
        await bulkhead.enter()
    assert bulkhead.full


def opened(*, failures: int = 2, pause_s: float = 10.0) -> Breaker:
    breaker = Breaker(failures, pause_s)
    for _ in range(failures):
        breaker.faulted(0.0, object())
    return breaker


def test_it_opens_after_so_many_failures_in_a_row() -> None:
    breaker = Breaker(2, 10.0)
    breaker.faulted(0.0, "a")
    assert breaker.lets(0.0, "b")
    breaker.faulted(0.0, "b")
    assert not breaker.lets(9.9, "c")


def test_an_answer_in_between_begins_the_count_anew() -> None:
    breaker = Breaker(2, 10.0)
    breaker.faulted(0.0, "a")
    breaker.succeeded()
    breaker.faulted(0.0, "b")
    assert breaker.lets(0.0, "c")


def test_after_the_pause_exactly_one_tries() -> None:
    breaker = opened()
    assert [breaker.lets(10.0, who) for who in "abc"] == [True, False, False]


def test_the_one_that_tries_and_fails_begins_the_pause_anew() -> None:
    breaker = opened()
    assert breaker.lets(10.0, "a")
    breaker.faulted(11.0, "a")
    assert not breaker.lets(20.9, "b")
    assert breaker.lets(21.0, "b")


def test_the_one_that_tries_and_succeeds_lets_all_through() -> None:
    breaker = opened()
    breaker.lets(10.0, "a")
    breaker.succeeded()
    assert all(breaker.lets(10.0, who) for who in "bcd")


def test_a_late_failure_of_an_old_question_lets_no_second_one_try() -> None:
    breaker = opened()
    assert breaker.lets(10.0, "probe")
    breaker.faulted(10.5, "asked long before")
    assert not breaker.lets(30.0, "another")


def test_a_late_failure_of_an_old_question_prolongs_no_pause() -> None:
    breaker = opened()
    breaker.faulted(9.0, "asked long before")
    assert breaker.lets(10.0, "probe")


def test_called_off_the_one_that_tries_makes_room_for_another() -> None:
    breaker = opened()
    breaker.lets(10.0, "a")
    breaker.abandoned("a")
    assert [breaker.lets(10.0, who) for who in "bc"] == [True, False]


def test_another_that_is_called_off_makes_no_room() -> None:
    breaker = opened()
    breaker.lets(10.0, "a")
    breaker.abandoned("long before")
    assert not breaker.lets(10.0, "b")

"""What is kept for an organisation, and when it is not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from focus.core.caching import ScopedCache

ZONE, OTHER = uuid4(), uuid4()


class Wakes:
    """A bus with one subscriber."""

    def __init__(self) -> None:
        self.wake: Callable[[str], None] = lambda _: None

    def subscribe(self, topic: str, callback: Callable[[str], None]) -> None:
        assert topic == "topic"
        self.wake = callback


class Shelf:
    """Counts how often it is read."""

    def __init__(self) -> None:
        self.bus, self.seconds, self.read = Wakes(), 100.0, 0
        self.cache: ScopedCache[str, int] = ScopedCache(
            self.bus, "topic", seconds=5, most=2, clock=lambda: self.seconds  # type: ignore[arg-type]
        )  # fmt: skip

    async def get(self, organisation: UUID = ZONE, key: str = "a") -> int:
        async def read() -> int:
            self.read += 1
            return self.read

        return await self.cache.get(organisation, key, read)


async def test_what_was_read_is_kept() -> None:
    shelf = Shelf()
    assert [await shelf.get(), await shelf.get()] == [1, 1]


async def test_each_organisation_and_key_has_its_own() -> None:
    shelf = Shelf()
    assert [await shelf.get(), await shelf.get(OTHER), await shelf.get(key="b")] == [1, 2, 3]


async def test_after_its_seconds_it_is_read_again() -> None:
    shelf = Shelf()
    await shelf.get()
    shelf.seconds += 4.9
    assert await shelf.get() == 1
    shelf.seconds += 0.2
    assert await shelf.get() == 2


async def test_a_wake_up_drops_one_organisation_s() -> None:
    shelf = Shelf()
    await shelf.get()
    await shelf.get(OTHER)
    shelf.bus.wake(str(ZONE))
    assert [await shelf.get(), await shelf.get(OTHER)] == [3, 2]


async def test_after_a_gap_everything_is_read_again() -> None:
    shelf = Shelf()
    await shelf.get()
    await shelf.get(OTHER)
    shelf.bus.wake("*")
    assert [await shelf.get(), await shelf.get(OTHER)] == [3, 4]


async def test_what_is_being_read_while_it_changes_is_not_kept() -> None:
    shelf, go_on, reading = Shelf(), asyncio.Event(), asyncio.Event()

    async def slow() -> int:
        reading.set()
        await go_on.wait()
        return -1

    old = asyncio.create_task(shelf.cache.get(ZONE, "a", slow))
    await reading.wait()
    shelf.bus.wake(str(ZONE))
    go_on.set()
    assert await old == -1
    assert await shelf.get() == 1


async def test_a_failure_is_raised_and_not_kept() -> None:
    shelf = Shelf()

    async def fails() -> int:
        raise LookupError

    with pytest.raises(LookupError):
        await shelf.cache.get(ZONE, "a", fails)
    assert await shelf.get() == 1


async def test_no_more_than_agreed_is_kept() -> None:
    shelf = Shelf()
    for key in ("a", "b", "c"):
        await shelf.get(key=key)
    assert await shelf.get(key="c") == 3
    assert await shelf.get(key="a") == 4

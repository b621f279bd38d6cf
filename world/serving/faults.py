"""What can be wrong with a source, which source has what, and how its requests ended."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal, get_args
from zlib import crc32

Mode = Literal[
    "hang", "drip", "garbage", "wrong-schema", "huge", "wrong-charset", "reset", "500", "401", "slow", "out"
]
modes: tuple[str, ...] = get_args(Mode)

huge_bytes = 10 * 1024 * 1024


class UnknownFault(ValueError):
    """Neither a mode nor a source that exists."""


@dataclass(frozen=True)
class Fault:
    """`ms`: delay of `slow`, pause between bytes of `drip`. `ends` is a time of `time.monotonic`."""

    mode: str
    ms: int = 1_000
    ends: float = math.inf

    @classmethod
    def read(cls, given: dict[str, Any]) -> Fault:
        mode, ms = str(given.get("mode")), given.get("ms", 1_000)
        if mode not in modes:
            raise UnknownFault(f"mode must be one of {', '.join(modes)}")
        if not isinstance(ms, int) or not 0 <= ms <= 600_000:
            raise UnknownFault("ms must be a whole number from 0 to 600000")
        seconds = given.get("seconds")
        if seconds is not None and not isinstance(seconds, int | float):
            raise UnknownFault("seconds must be a number")
        return cls(mode, ms, math.inf if seconds is None else time.monotonic() + seconds)


@dataclass
class Counters:
    """Requests of one source: `cancelled` counts those whose asker went away before the answer was out."""

    started: int = 0
    finished: int = 0
    cancelled: int = 0

    @property
    def open(self) -> int:
        return self.started - self.finished - self.cancelled


@dataclass
class Condition:
    """How one source fares now."""

    name: str
    title: str
    transport: str
    median_ms: int
    chance: Random
    counters: Counters = field(default_factory=Counters)
    when_broken: list[Callable[[], None]] = field(default_factory=list)
    _fault: Fault | None = None

    @property
    def fault(self) -> Fault | None:
        """None again when its time is over."""
        if self._fault is not None and time.monotonic() > self._fault.ends:
            self._fault = None
        return self._fault

    def break_down(self, fault: Fault) -> None:
        self._fault = fault
        for told in self.when_broken:
            told()

    def mend(self) -> None:
        self._fault = None


class Conditions:
    """All sources' faults, latencies and counters; one per running world."""

    def __init__(self, *, seed: int, scale: float = 1.0) -> None:
        self._seed = seed
        self.scale = scale
        self.sources: dict[str, Condition] = {}

    def add(self, name: str, title: str, *, transport: str, median_ms: int) -> Condition:
        condition = Condition(name, title, transport, median_ms, Random(self._seed ^ crc32(name.encode())))
        self.sources[name] = condition
        return condition

    def of(self, name: str) -> Condition:
        try:
            return self.sources[name]
        except KeyError:
            raise UnknownFault(f"no source is called {name}") from None

    async def wait(self, condition: Condition) -> None:
        """Pass the time that this source takes to think: lognormal, 20–300 ms for nearly all."""
        seconds = self.latency(condition)
        if seconds > 0:
            await asyncio.sleep(seconds)

    def latency(self, condition: Condition) -> float:
        """Seconds; the source's own seeded chance, so the n-th question always takes as long."""
        drawn = condition.median_ms * math.exp(condition.chance.gauss(0.0, 0.28))
        milliseconds = min(300.0, max(20.0, drawn)) * self.scale
        fault = condition.fault
        if fault is not None and fault.mode == "slow":
            milliseconds += fault.ms
        return milliseconds / 1_000

    def told(self) -> list[dict[str, Any]]:
        return [_told(condition) for condition in self.sources.values()]


def _told(condition: Condition) -> dict[str, Any]:
    fault, counters = condition.fault, condition.counters
    return {
        "name": condition.name,
        "title": condition.title,
        "transport": condition.transport,
        "median_ms": condition.median_ms,
        "fault": None if fault is None else {"mode": fault.mode, "ms": fault.ms},
        "started": counters.started,
        "finished": counters.finished,
        "cancelled": counters.cancelled,
        "open": counters.open,
    }

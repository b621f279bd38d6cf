"""The only place that reads the time: UTC in storage, Europe/Brussels in rules and on screen."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")

_fixed: ContextVar[datetime | None] = ContextVar("focus_fixed_time", default=None)


def now() -> datetime:
    """The time, aware, in UTC."""
    return _fixed.get() or datetime.now(UTC)


@contextmanager
def fixed(moment: datetime) -> Iterator[None]:
    """Let time stand still within this context, for rules that are tested at midnight."""
    token = _fixed.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _fixed.reset(token)


def offset() -> float:
    """Seconds between the system's time and its steady clock: it changes only when somebody sets the time."""
    steady = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
    return time.time() - time.clock_gettime(steady)

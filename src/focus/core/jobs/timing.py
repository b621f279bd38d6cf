"""When a periodic job is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from focus.core.clock import BRUSSELS
from focus.core.registry.declarations import Job


def next_after(job: Job, now: datetime) -> datetime:
    """The next time in UTC, later than `now`.

    `every` counts from midnight UTC of 1970, so all processes mean the same moment; `at` is on the clock
    in Brussels, also in the night that it changes: what that night skips is an hour later.
    """
    if job.every is not None:
        every = job.every.total_seconds()
        return datetime.fromtimestamp((now.timestamp() // every + 1) * every, UTC)
    assert job.at is not None
    day = now.astimezone(BRUSSELS).date()
    while (due := datetime.combine(day, job.at, BRUSSELS).astimezone(UTC)) <= now:
        day += timedelta(days=1)
    return due

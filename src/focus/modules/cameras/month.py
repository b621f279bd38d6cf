"""How far back administrative police may look: one month from when a camera saw it. Pure.

Act on the police function, art. 44/11/3decies, § 2: data of cameras are kept for twelve months at most, and
for purposes of administrative police they may be consulted in the first month only.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, datetime, timedelta
from typing import Final

from focus.core import clock

MONTH: Final = timedelta(days=30)
"""At most; each day of 24 hours, also where the clocks change."""


def open_since(now: datetime) -> datetime:
    """The oldest moment that is open to administrative purposes at `now`, in UTC.

    The same day of the month before in Brussels, but never more than 30 days ago: a month is the shorter of
    the two. It never goes back while time goes on.
    """
    return max(_month_before(now.astimezone(clock.BRUSSELS)), now.astimezone(UTC) - MONTH)


def allowed(since: datetime, now: datetime, *, judicial: bool) -> bool:
    """Whether passages from `since` on may be looked at."""
    return judicial or since >= open_since(now)


def _month_before(local: datetime) -> datetime:
    year, month = (local.year, local.month - 1) if local.month > 1 else (local.year - 1, 12)
    day = min(local.day, monthrange(year, month)[1])
    return local.replace(year=year, month=month, day=day).astimezone(UTC)

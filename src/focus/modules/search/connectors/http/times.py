"""Moments in HTTP headers (RFC 9110, 5.6.7): when to come back, and how far apart two clocks are."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from focus.core import clock

LONGEST_S: Final = 3_600.0
"""Whoever asks for more is tried again after this."""


def moment_of(text: str) -> datetime | None:
    """None: no date of HTTP."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def wait_of(retry_after: str) -> float:
    """Seconds to wait; 0 without a word about it."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), LONGEST_S)
    moment = moment_of(text)
    if moment is None:
        return 0.0
    return max(0.0, min((moment - clock.now()).total_seconds(), LONGEST_S))


def skew_of(date: str) -> float:
    """By how many seconds the other clock is ahead of ours; 0 when it does not say."""
    moment = moment_of(date)
    return 0.0 if moment is None else (moment - clock.now()).total_seconds()

"""How a source stands since its last question: good or not, why, since when, and when it is tried again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from focus.core.clock import BRUSSELS
from focus.core.database import Transaction

if TYPE_CHECKING:
    from focus.modules.search.engine.outcome import Outcome

_NOT_ASKED: Final = frozenset({"breaker_open"})
"""Says nothing new: why it was left alone is known."""

# A process that looks back later than another one wrote changes nothing.
_WRITE: Final = """insert into search.source_state as s
    (source, good, reason, since, at, failed_reason, failed_at, next_try)
  values ($1, $2, $3, $4::text::timestamptz, $5::text::timestamptz, $6, $7::text::timestamptz,
    $8::text::timestamptz)
  on conflict (source) do update set
    since = case when s.good = excluded.good and s.reason = excluded.reason then s.since
      else excluded.since end,
    good = excluded.good, reason = excluded.reason, at = excluded.at, next_try = excluded.next_try,
    failed_reason = case when excluded.failed_at is null then s.failed_reason else excluded.failed_reason end,
    failed_at = coalesce(excluded.failed_at, s.failed_at)
  where s.at <= excluded.at"""


@dataclass(frozen=True, slots=True)
class Standing:
    """As of the moment `at`."""

    good: bool
    reason: str
    since: datetime
    at: datetime
    failed_reason: str = ""
    """Of its last failure, which may be over."""
    failed_at: datetime | None = None
    next_try: datetime | None = None


def after(before: Standing | None, outcome: Outcome, now: datetime, wait_s: float) -> Standing:
    """How it stands after one more outcome."""
    next_try = _next_try(outcome.reason, now, wait_s)
    if before is not None and outcome.reason in _NOT_ASKED:
        return replace(before, next_try=next_try)
    reason = "unread" if outcome.unread else outcome.reason
    good = not reason
    same = before is not None and (before.good, before.reason) == (good, reason)
    return Standing(
        good=good,
        reason=reason,
        since=before.since if before is not None and same else now,
        at=now,
        failed_reason=reason or (before.failed_reason if before else ""),
        failed_at=now if reason else before.failed_at if before else None,
        next_try=next_try,
    )


def _next_try(reason: str, now: datetime, wait_s: float) -> datetime | None:
    """None: with the next question."""
    if reason == "quota":
        day = now.astimezone(BRUSSELS).replace(hour=0, minute=0, second=0, microsecond=0)
        return day + timedelta(days=1)
    return now + timedelta(seconds=wait_s) if wait_s else None


async def write_standing(tx: Transaction, source: str, standing: Standing) -> None:
    """Take the place of what was written before."""
    await tx.execute(
        _WRITE,
        source,
        standing.good,
        standing.reason,
        standing.since.isoformat(),
        standing.at.isoformat(),
        standing.failed_reason,
        standing.failed_at.isoformat() if standing.failed_at else None,
        standing.next_try.isoformat() if standing.next_try else None,
    )

"""What was written down of the sources, read for one look at them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from focus.core.clock import BRUSSELS
from focus.core.database import Transaction
from focus.modules.search.health.shown import SILENT, DriftSeen, Share

_DRIFT: Final = timedelta(days=30)
_ONE: Final = "($2 = '' or source = $2)"
_HOURS: Final = f"""select source, slot, answered, empty, failed, silent, unread, took, breaker_open,
    last_good
  from search.source_hour where slot > $1::text::timestamptz - interval '1 hour' and {_ONE}
  order by slot desc"""  # noqa: S608
_SLOTS: Final = f"""select source, slot, answered, empty, failed, took, breaker_open
  from search.source_health where slot >= $1::text::timestamptz and {_ONE} order by slot desc"""  # noqa: S608
_REASONS: Final = f"""select source, slot, reason, sum(times)::int as times from search.source_failure
  where slot >= $1::text::timestamptz and {_ONE} group by 1, 2, 3"""  # noqa: S608
_DRIFTS: Final = f"""select source, path, change, found, min(slot) as since, max(slot) as last,
    sum(times)::int as times
  from search.source_drift where slot >= $1::text::timestamptz and {_ONE}
  group by 1, 2, 3, 4 order by last desc, times desc"""  # noqa: S608


@dataclass
class Kept:
    """By source; rows are the newest first."""

    hours: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    slots: dict[str, list[Any]] = field(default_factory=lambda: defaultdict(list))
    """Five minutes each: of the last hour, or with one source of the whole while."""
    states: dict[str, Any] = field(default_factory=dict)
    drifts: dict[str, list[DriftSeen]] = field(default_factory=lambda: defaultdict(list))
    asked: dict[str, int] = field(default_factory=dict)
    asked_by: dict[str, int] = field(default_factory=dict)
    hour_ago: datetime | None = None
    _reasons: dict[tuple[str, datetime], dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    _failed: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))

    def reasons(self, source: str, slot: datetime) -> dict[str, int]:
        """Why it failed in five minutes."""
        return self._reasons.get((source, slot), {})

    def failed(self, source: str) -> dict[str, int]:
        """Why it failed in the whole while, the most frequent first."""
        found = self._failed.get(source, {})
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))

    def take_reason(self, source: str, slot: datetime, reason: str, times: int) -> None:
        """One line of what was written."""
        self._reasons[source, slot][reason] = times
        self._failed[source][reason] = self._failed[source].get(reason, 0) + times

    def last_hour(self, source: str) -> Share:
        """What became of the questions of the last sixty minutes, in steps of five."""
        ago = self.hour_ago
        assert ago is not None
        rows = [row for row in self.slots[source] if row["slot"] >= ago]
        silent = sum(self.reasons(source, row["slot"]).get(SILENT, 0) for row in rows)
        return Share(
            at=ago,
            answered=sum(row["answered"] + row["empty"] for row in rows),
            silent=silent,
            failed=sum(row["failed"] for row in rows) - silent,
        )


async def read(tx: Transaction, *, since: datetime, now: datetime, only: str) -> Kept:
    """Of all sources, or of `only` one."""
    kept = Kept(hour_ago=now - timedelta(hours=1))
    begin, recent = since.isoformat(), (since if only else now - timedelta(hours=1)).isoformat()
    for row in await tx.fetch(_HOURS, begin, only):
        kept.hours[row["source"]].append(row)
    for row in await tx.fetch(_SLOTS, recent, only):
        kept.slots[row["source"]].append(row)
    for row in await tx.fetch(_REASONS, begin, only):
        kept.take_reason(row["source"], row["slot"], row["reason"], row["times"])
    for row in await tx.fetch(_DRIFTS, (now - _DRIFT).isoformat(), only):
        drift = {name: row[name] for name in ("path", "change", "found", "since", "last", "times")}
        kept.drifts[row["source"]].append(DriftSeen(**drift))
    for row in await tx.fetch("select * from search.source_state"):
        kept.states[row["source"]] = row
    await _read_quotas(tx, kept, now)
    return kept


async def _read_quotas(tx: Transaction, kept: Kept, now: datetime) -> None:
    day = now.astimezone(BRUSSELS).date().isoformat()
    counted = "select source, times from {} where day = $1::text::date"
    for row in await tx.fetch(counted.format("search.asked"), day):
        kept.asked[row["source"]] = row["times"]
    if tx.organisation is not None:
        for row in await tx.fetch(counted.format("search.asked_by"), day):
            kept.asked_by[row["source"]] = row["times"]

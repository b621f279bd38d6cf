"""How the sources fare, for those who look after them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Annotated, Any

import msgspec

from focus.core import clock
from focus.core.gate import Actor, view
from focus.modules.search.health.latency import EDGES, quantile
from focus.modules.search.sources.protocol import SourceFacts

_HOURS = Annotated[int, msgspec.Meta(ge=1, le=720)]
_DRIFT = timedelta(days=7)


class SlotSeen(msgspec.Struct, frozen=True, kw_only=True):
    """Five minutes of one source; `failed` by reason, whose texts are `search-source-<reason>`."""

    at: datetime
    answered: int
    empty: int
    failed: dict[str, int]
    median_ms: int | None
    p95_ms: int | None
    breaker_open: bool


class DriftSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A field that was not as agreed; empty: the whole answer was of another shape."""

    field: str
    since: datetime
    last: datetime
    times: int


class SourceHealth(msgspec.Struct, frozen=True, kw_only=True):
    """One source over the hours asked for."""

    name: str
    short: str
    title: str
    asked: int
    answered: int
    """With and without records."""
    failed: dict[str, int]
    median_ms: int | None
    p95_ms: int | None
    breaker_open: bool
    """As of its last question."""
    last_good: datetime | None
    drift: tuple[DriftSeen, ...]
    """In the last seven days."""
    slots: tuple[SlotSeen, ...]


@view(needs="search.health", consults=False)
async def health(actor: Actor, *, hours: _HOURS = 24, source: str = "") -> list[SourceHealth]:
    """How the sources fared, the newest five minutes first; `source`: that one alone, with its slots."""
    since = (clock.now() - timedelta(hours=hours)).isoformat()
    drift_since = (clock.now() - _DRIFT).isoformat()
    rows = await actor.tx.fetch(
        """select source, slot, answered, empty, took, breaker_open, last_good from search.source_health
           where slot >= $1::text::timestamptz and ($2 = '' or source = $2) order by slot desc""",
        since, source,
    )  # fmt: skip
    failures = await actor.tx.fetch(
        """select source, slot, reason, sum(times)::int as times from search.source_failure
           where slot >= $1::text::timestamptz and ($2 = '' or source = $2) group by 1, 2, 3""",
        since, source,
    )  # fmt: skip
    drifts = await actor.tx.fetch(
        """select source, field, min(slot) as since, max(slot) as last, sum(times)::int as times
           from search.source_failure where slot >= $1::text::timestamptz and reason = 'wrong_schema'
           group by 1, 2 order by 4 desc""",
        drift_since,
    )  # fmt: skip
    return _told(actor, rows, failures, drifts, only=source)


def _told(
    actor: Actor, rows: Sequence[Any], failures: Sequence[Any], drifts: Sequence[Any], *, only: str
) -> list[SourceHealth]:
    failed: dict[tuple[str, datetime], dict[str, int]] = defaultdict(dict)
    for row in failures:
        failed[row["source"], row["slot"]][row["reason"]] = row["times"]
    slots: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        slots[row["source"]].append(row)
    drifted: dict[str, list[DriftSeen]] = defaultdict(list)
    for row in drifts:
        seen = DriftSeen(field=row["field"], since=row["since"], last=row["last"], times=row["times"])
        drifted[row["source"]].append(seen)
    return [
        _source(
            actor, one.config, slots[one.config.name], failed, drifted[one.config.name], slotted=bool(only)
        )
        for one in actor.platform.extras["search"].sources
        if not only or one.config.name == only
    ]


def _source(
    actor: Actor,
    facts: SourceFacts,
    rows: Sequence[Any],
    failed: dict[tuple[str, datetime], dict[str, int]],
    drift: Sequence[DriftSeen],
    *,
    slotted: bool,
) -> SourceHealth:
    reasons: Counter[str] = Counter()
    for row in rows:
        reasons.update(failed.get((facts.name, row["slot"]), {}))
    took = [sum(row["took"][at] for row in rows) for at in range(len(EDGES))]
    answered = sum(row["answered"] + row["empty"] for row in rows)
    return SourceHealth(
        name=facts.name,
        short=facts.short,
        title=getattr(facts.title, actor.language),
        asked=answered + reasons.total(),
        answered=answered,
        failed=dict(reasons),
        median_ms=quantile(took, 0.5),
        p95_ms=quantile(took, 0.95),
        breaker_open=bool(rows and rows[0]["breaker_open"]),
        last_good=max((row["last_good"] for row in rows if row["last_good"]), default=None),
        drift=tuple(drift),
        slots=tuple(_slot(row, failed.get((facts.name, row["slot"]), {})) for row in rows) if slotted else (),
    )


def _slot(row: Any, failed: dict[str, int]) -> SlotSeen:
    return SlotSeen(
        at=row["slot"],
        answered=row["answered"],
        empty=row["empty"],
        failed=failed,
        median_ms=quantile(row["took"], 0.5),
        p95_ms=quantile(row["took"], 0.95),
        breaker_open=row["breaker_open"],
    )

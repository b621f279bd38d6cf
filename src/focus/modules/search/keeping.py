"""What search does by the clock, and how long it keeps what."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from focus.core.registry import Job, Retention

COUNTS_DAYS: Final = 30

JOBS: Final = (
    Job("focus.modules.search.lists.keeping:load_due", every=timedelta(minutes=1)),
    Job("focus.modules.search.lookups.cut_off:close_cut_off", every=timedelta(minutes=1)),
    Job(
        "focus.modules.search.health.watch:write_counters",
        every=timedelta(seconds=10),
        per_process=True,
    ),
)

RETENTION: Final = (
    Retention("search.hint", "expires_at", 0, "hints that two records are not one person, once they expire"),
    Retention("search.asked_by", "day", COUNTS_DAYS, "how often an organisation asked a source"),
    Retention("search.asked", "day", COUNTS_DAYS, "how often a source was asked", scoped=False),
    Retention(
        "search.source_health", "slot", COUNTS_DAYS, "how sources fared, by five minutes", scoped=False
    ),
    Retention("search.source_hour", "slot", COUNTS_DAYS, "how sources fared, by the hour", scoped=False),
    Retention("search.source_failure", "slot", COUNTS_DAYS, "why sources failed", scoped=False),
    Retention(
        "search.source_drift", "slot", COUNTS_DAYS, "what sources answered not as agreed", scoped=False
    ),
)

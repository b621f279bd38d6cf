"""What the engine tells of every source, gathered for some seconds and then written down."""

from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from focus.core import clock
from focus.core.database import Database, Transaction
from focus.core.gate import Platform, Service
from focus.modules.search.health.latency import EDGES, place
from focus.modules.search.health.shown import SILENT
from focus.modules.search.health.standing import Standing, after, write_standing
from focus.modules.search.sources.drift import Drift

if TYPE_CHECKING:
    from focus.modules.search.engine.outcome import Outcome

log = logging.getLogger(__name__)

SLOT: Final = timedelta(minutes=5)

_ADD = """insert into search.source_health as h
    (source, slot, answered, empty, failed, took, breaker_open, last_good, unread)
  values ($1, $2::text::timestamptz, $3, $4, $5, $6::int[], $7, $8::text::timestamptz, $9)
  on conflict (source, slot) do update set
    answered = h.answered + excluded.answered, empty = h.empty + excluded.empty,
    failed = h.failed + excluded.failed, unread = h.unread + excluded.unread,
    breaker_open = excluded.breaker_open,
    last_good = greatest(h.last_good, excluded.last_good),
    took = (select array_agg(a + b order by n)
            from unnest(h.took, excluded.took) with ordinality as both_(a, b, n))"""
_ADD_HOUR = """insert into search.source_hour as h
    (source, slot, answered, empty, failed, took, breaker_open, last_good, unread, silent)
  values ($1, date_trunc('hour', $2::text::timestamptz), $3, $4, $5, $6::int[], $7, $8::text::timestamptz, $9,
    $10)
  on conflict (source, slot) do update set
    answered = h.answered + excluded.answered, empty = h.empty + excluded.empty,
    failed = h.failed + excluded.failed, unread = h.unread + excluded.unread,
    silent = h.silent + excluded.silent, breaker_open = excluded.breaker_open,
    last_good = greatest(h.last_good, excluded.last_good),
    took = (select array_agg(a + b order by n)
            from unnest(h.took, excluded.took) with ordinality as both_(a, b, n))"""
_ADD_FAILURE = """insert into search.source_failure as f (source, slot, reason, field, times)
  values ($1, $2::text::timestamptz, $3, $4, $5)
  on conflict (source, slot, reason, field) do update set times = f.times + excluded.times"""
_ADD_DRIFT = """insert into search.source_drift as d (source, slot, path, change, found, times)
  values ($1, $2::text::timestamptz, $3, $4, $5, $6)
  on conflict (source, slot, path, change, found) do update set times = d.times + excluded.times"""


@dataclass(slots=True)
class _Slot:
    answered: int = 0
    empty: int = 0
    failures: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(reason, field)"""
    drifts: Counter[Drift] = field(default_factory=Counter)
    unread: int = 0
    took: list[int] = field(default_factory=lambda: [0] * len(EDGES))
    breaker_open: bool = False
    last_good: datetime | None = None

    def plus(self, later: _Slot | None) -> _Slot:
        """Both together; `later` has the last word on the breaker."""
        if later is None:
            return self
        return _Slot(
            self.answered + later.answered,
            self.empty + later.empty,
            self.failures + later.failures,
            self.drifts + later.drifts,
            self.unread + later.unread,
            [a + b for a, b in zip(self.took, later.took, strict=True)],
            later.breaker_open,
            later.last_good or self.last_good,
        )


class Watch:
    """Keeps counts only: no question, no answer, no officer."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._slots: dict[tuple[str, datetime], _Slot] = {}
        self._standings: dict[str, Standing] = {}
        self._changed: set[str] = set()

    def record_outcome(self, outcome: Outcome, *, breaker_open: bool, wait_s: float = 0.0) -> None:
        """A final outcome of one source, which is not asked again for so many seconds."""
        now = clock.now()
        self._standings[outcome.source] = after(self._standings.get(outcome.source), outcome, now, wait_s)
        self._changed.add(outcome.source)
        slot = self._slots.setdefault((outcome.source, slot_of(now)), _Slot())
        slot.breaker_open = breaker_open
        slot.drifts.update(outcome.drifts)
        slot.unread += outcome.unread
        if outcome.state in ("answered", "empty"):
            slot.took[place(outcome.ms)] += 1
            slot.last_good = now
            slot.answered += outcome.state == "answered"
            slot.empty += outcome.state == "empty"
        else:
            where = outcome.drifts[0].path if outcome.drifts else ""
            slot.failures[outcome.reason, where] += 1

    async def write(self) -> None:
        """Write what was gathered; what cannot be written is kept for the next time."""
        slots, self._slots = self._slots, {}
        changed, self._changed = self._changed, set()
        try:
            async with self._database.unscoped() as tx:
                for (source, at), slot in slots.items():
                    await _write(tx, source, at.isoformat(), slot)
                for source in sorted(changed):
                    await write_standing(tx, source, self._standings[source])
        except BaseException:
            self._changed |= changed
            for key, slot in slots.items():
                self._slots[key] = slot.plus(self._slots.get(key))
            raise

    async def try_to_write(self) -> None:
        """Write if there is anything; a failure is named, and all of it is kept for the next time."""
        try:
            if self._slots:
                await self.write()
        except Exception as failure:
            log.warning("health of sources not written: %s", type(failure).__qualname__)


async def _write(tx: Transaction, source: str, at: str, slot: _Slot) -> None:
    good = slot.last_good.isoformat() if slot.last_good else None
    counts = (
        slot.answered,
        slot.empty,
        slot.failures.total(),
        slot.took,
        slot.breaker_open,
        good,
        slot.unread,
    )
    silent = sum(times for (reason, _), times in slot.failures.items() if reason == SILENT)
    await tx.execute(_ADD, source, at, *counts)
    await tx.execute(_ADD_HOUR, source, at, *counts, silent)
    for (reason, which), times in slot.failures.items():
        await tx.execute(_ADD_FAILURE, source, at, reason, which, times)
    for drift, times in slot.drifts.items():
        await tx.execute(_ADD_DRIFT, source, at, drift.path, drift.change, drift.found, times)


def slot_of(moment: datetime) -> datetime:
    """The beginning of its five minutes."""
    return moment.replace(minute=moment.minute - moment.minute % 5, second=0, microsecond=0)


WATCH = Service("search", Watch)


async def write_counters(platform: Platform) -> None:
    """Each process writes down what it has heard."""
    await platform.service(WATCH).try_to_write()

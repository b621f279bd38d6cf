"""How the sources fare, for those who look after them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Annotated, Any, Final

import msgspec

from focus.core import clock
from focus.core.gate import Actor, view
from focus.modules.search.health.latency import EDGES, quantile
from focus.modules.search.health.lists import list_seen
from focus.modules.search.health.reading import Kept, read
from focus.modules.search.health.shown import SILENT, FaultSeen, QuotaSeen, Share, SlotSeen, SourceHealth
from focus.modules.search.lookups.service import SEARCH
from focus.modules.search.sources.checking import FileFault
from focus.modules.search.sources.protocol import Source
from focus.modules.search.sources.quota import Quota

_HOURS = Annotated[int, msgspec.Meta(ge=1, le=720)]
_STEPS: Final = 28
"""At most, of a strip."""


@view(needs="search.health", consults=False)
async def health(actor: Actor, *, hours: _HOURS = 24, source: str = "") -> list[SourceHealth]:
    """How the sources fared; `source`: that one alone, with its five minutes, the newest first."""
    now = clock.now()
    kept = await read(actor.tx, since=now - timedelta(hours=hours), now=now, only=source)
    steps = steps_of(now, hours)
    return [
        await _source(actor, one, kept, steps, slotted=bool(source))
        for one in await actor.platform.service(SEARCH).selection.seen_by(actor.principal)
        if source in ("", one.config.name)
    ]


def steps_of(now: datetime, hours: int) -> list[datetime]:
    """The beginnings of the steps of a strip, whole hours, the oldest first; the last holds this hour."""
    width = -(-hours // _STEPS)
    this = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    many = -(-hours // width)
    return [this - timedelta(hours=width * back) for back in range(many, 0, -1)]


async def _source(
    actor: Actor, source: Source, kept: Kept, steps: Sequence[datetime], *, slotted: bool
) -> SourceHealth:
    facts: Any = source.config
    name, rows = facts.name, kept.hours[facts.name]
    return SourceHealth(
        name=name,
        short=facts.short,
        title=getattr(facts.title, actor.language),
        kind=getattr(facts, "kind", ""),
        faults=tuple(map(_fault, getattr(source, "faults", ()))),
        insecure=getattr(facts, "insecure", False),
        **_standing(kept.states.get(name, _NEVER_ASKED), getattr(source, "why", "")),
        **_counted(rows, kept.failed(name)),
        hour=kept.last_hour(name),
        strip=tuple(_strip(rows, steps)),
        drift=tuple(kept.drifts[name]),
        quota=_quota(getattr(facts, "quota", None), kept, name),
        listed=await list_seen(actor, source),
        slots=tuple(_slot(r, kept.reasons(name, r["slot"])) for r in kept.slots[name]) if slotted else (),
    )


def _fault(found: FileFault) -> FaultSeen:
    return FaultSeen(file=found.file.name, line=found.line, what=str(found.fault))


def _standing(state: Mapping[str, Any], why: str) -> dict[str, Any]:
    said = {key: state[key] for key in ("since", "failed_reason", "failed_at", "next_try")}
    if why:
        return said | {"good": False, "reason": "unusable", "why": why, "asked_at": state["at"]}
    return said | {"good": state["good"], "reason": state["reason"], "why": "", "asked_at": state["at"]}


def _counted(rows: Sequence[Any], failed: dict[str, int]) -> dict[str, Any]:
    took = _added(rows)
    answered = sum(row["answered"] + row["empty"] for row in rows)
    return {
        "asked": answered + sum(failed.values()),
        "answered": answered,
        "silent": failed.get(SILENT, 0),
        "failed": failed,
        "unread": sum(row["unread"] for row in rows),
        "median_ms": quantile(took, 0.5),
        "p95_ms": quantile(took, 0.95),
        "breaker_open": bool(rows and rows[0]["breaker_open"]),
        "last_good": max((row["last_good"] for row in rows if row["last_good"]), default=None),
    }


_NEVER_ASKED: Final[Mapping[str, Any]] = {
    "good": None, "reason": "", "since": None, "at": None, "failed_reason": "", "failed_at": None,
    "next_try": None,
}  # fmt: skip


def _added(rows: Sequence[Any]) -> list[int]:
    return [sum(counts) for counts in zip(*(row["took"] for row in rows), strict=True)] or [0] * len(EDGES)


def _strip(rows: Sequence[Any], steps: Sequence[datetime]) -> list[Share]:
    """`rows`: of hours. A row before the first step is of the hour in which the while begins."""
    held: list[list[Any]] = [[] for _ in steps]
    for row in rows:
        at = sum(step <= row["slot"] for step in steps) - 1
        if at >= 0:
            held[at].append(row)
    return [_share(step, found) for step, found in zip(steps, held, strict=True)]


def _share(at: datetime, rows: Sequence[Any]) -> Share:
    return Share(
        at=at,
        answered=sum(row["answered"] + row["empty"] for row in rows),
        silent=sum(row["silent"] for row in rows),
        failed=sum(row["failed"] - row["silent"] for row in rows),
        median_ms=quantile(_added(rows), 0.5),
    )


def _quota(quota: Quota | None, kept: Kept, name: str) -> QuotaSeen | None:
    if quota is None or quota == Quota():
        return None
    return QuotaSeen(
        per_second=quota.per_second,
        per_day=quota.per_day,
        today=kept.asked.get(name, 0),
        per_day_organisation=quota.per_day_organisation,
        today_organisation=kept.asked_by.get(name, 0),
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

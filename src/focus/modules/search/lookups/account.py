"""What is said of a lookup when it ends: to the officer in its last line, to the log in its last entry."""

from __future__ import annotations

import time
from collections import Counter
from typing import Protocol
from uuid import UUID

from focus.core import clock
from focus.modules.search.cards import Closed, VerdictLine
from focus.modules.search.lookups.intake import Intake
from focus.modules.search.lookups.selection import Choice
from focus.modules.search.lookups.states import SourceStates


class Asked(Protocol):
    """A lookup as far as its account needs it."""

    id: UUID
    choice: Choice
    intake: Intake
    sources: SourceStates
    verdict: VerdictLine | None
    opened_at: float

    @property
    def check(self) -> str: ...
    @property
    def ending(self) -> str | None: ...


def closed_line(lookup: Asked, *, ms: int) -> Closed:
    """How many sources did what, within so many milliseconds since it was last asked."""
    counted = Counter(lookup.sources.whole.values())
    return Closed(
        ms=ms,
        answered=counted["answered"],
        empty=counted["empty"],
        silent=counted["silent"] + counted["cancelled"],
        failed=counted["failed"],
        closed=sum(source.state == "closed" for source in lookup.choice.shown),
    )


def disclosure(lookup: Asked) -> dict[str, object]:
    """What the log says at the end: which sources, how many records, what verdict."""
    by_state: dict[str, list[str]] = {}
    for name, state in lookup.sources.whole.items():
        by_state.setdefault(state, []).append(name)
    return {
        **({"check": lookup.check} if lookup.check else {}),
        "lookup": str(lookup.id),
        "ended": lookup.ending or "failed",
        "sources": {state: sorted(names) for state, names in by_state.items()},
        "records": {name: count for name, count in lookup.sources.records.items() if count},
        "unread": lookup.sources.unread,
        "withheld": lookup.intake.said(),
        "verdict": None if lookup.verdict is None else [lookup.verdict.level, lookup.verdict.word],
        "ms": ms_since(lookup.opened_at),
        "at": clock.now().isoformat(),
    }


def ms_since(began: float) -> int:
    """`began`: of `time.monotonic`."""
    return round((time.monotonic() - began) * 1000)

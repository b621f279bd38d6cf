"""What stands before a source, shared by all lookups of the process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from focus.modules.search.engine.breaker import Breaker
from focus.modules.search.engine.bulkhead import Bulkhead
from focus.modules.search.sources.protocol import SourceFacts

_NOT_ITS_FAULT: Final = frozenset({"busy", "told_to_wait", "quota", "old", "not_loaded", "unusable"})
"""These say nothing of whether it would answer, so they open no breaker."""


@dataclass(slots=True)
class Guard:
    """Times are those of the event loop's clock, in seconds."""

    bulkhead: Bulkhead
    breaker: Breaker
    rests_until: float = 0.0
    """Until when the source asked not to be asked."""

    @classmethod
    def of(cls, facts: SourceFacts) -> Guard:
        """As its file wants it."""
        breaker = Breaker(facts.breaker.failures, facts.breaker.pause_ms / 1000)
        return cls(Bulkhead(facts.max_concurrent), breaker)

    def lets(self, now: float, who: object) -> str:
        """Why a question may not go through; empty: it may."""
        if self.rests_until > now:
            return "told_to_wait"
        return "" if self.breaker.lets(now, who) else "breaker_open"

    def heard(self, reason: str, now: float, who: object) -> None:
        """What became of a question; no reason: it answered."""
        if not reason:
            self.breaker.succeeded()
        elif reason in _NOT_ITS_FAULT:
            self.breaker.abandoned(who)
        elif reason != "breaker_open":
            self.breaker.faulted(now, who)

    def wait_s(self, now: float) -> float:
        """Seconds until it is asked again; 0: at once."""
        opens = self.breaker.open_until if self.breaker.is_open(now) else 0.0
        return max(0.0, opens - now, self.rests_until - now)

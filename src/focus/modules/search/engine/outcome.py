"""What became of a question to one source, and who wants to know or may forbid it."""

from __future__ import annotations

from typing import Literal, Protocol
from uuid import UUID

import msgspec

from focus.modules.search.records import Record
from focus.modules.search.sources.drift import Drift
from focus.modules.search.sources.quota import Quota

OutcomeState = Literal["answered", "empty", "silent", "slow", "failed"]


class Outcome(msgspec.Struct, frozen=True, gc=False):
    """News of one source. `slow` may come before another; every other state is final."""

    source: str
    state: OutcomeState
    ms: int
    reason: str = ""
    records: tuple[Record, ...] = ()
    unread: int = 0
    """Records that could not be read: it has not answered in full."""
    drifts: tuple[Drift, ...] = ()
    """How its answer differed from what was agreed."""


class Observer(Protocol):
    """Who keeps a history of how sources fared."""

    def record_outcome(self, outcome: Outcome, *, breaker_open: bool, wait_s: float = 0.0) -> None:
        """One outcome. `wait_s`: for how long the source asked to be left alone, in seconds."""


class Quotas(Protocol):
    """Who decides whether one more question may go."""

    async def take(self, source: str, quota: Quota, organisation: UUID | None, deadline: float) -> None:
        """Count a question, waiting for its turn. Raises `SourceFailed`: quota or busy."""

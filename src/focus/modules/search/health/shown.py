"""What the page about sources shows. Counts, kinds and paths: no question, no answer, no officer."""

from __future__ import annotations

from datetime import datetime
from typing import Final

import msgspec

from focus.modules.search.sources.drift import Change, Sort

SILENT: Final = "timeout"
"""The reason that is told apart: it did not answer at all."""


class SlotSeen(msgspec.Struct, frozen=True, kw_only=True):
    """Five minutes of one source; `failed` by reason, whose texts are `search-source-<reason>`."""

    at: datetime
    answered: int
    empty: int
    failed: dict[str, int]
    median_ms: int | None
    p95_ms: int | None
    breaker_open: bool


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the questions of a while that begins at `at`."""

    at: datetime
    answered: int = 0
    """With and without records."""
    silent: int = 0
    failed: int = 0
    """Not answered for any other reason, also because nobody asked it."""
    median_ms: int | None = None


class DriftSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A way in which answers are not as agreed."""

    path: str
    """As the source's file has it; empty: the whole answer."""
    change: Change
    found: Sort
    since: datetime
    last: datetime
    times: int


class QuotaSeen(msgspec.Struct, frozen=True, kw_only=True):
    """0: no limit."""

    per_second: float
    per_day: int
    today: int
    per_day_organisation: int
    today_organisation: int
    """Of the organisation of whoever looks."""


class ListSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A list in our database; without `fresh_at` it was never loaded."""

    entries: int = 0
    at: datetime | None = None
    """The list's own date."""
    fresh_at: datetime | None = None
    """When it was last known to be the newest."""
    old: bool = False
    """Too old to say that it knows nothing."""
    bad: int = 0
    """Lines of the last load that could not be read."""
    load: str = ""
    """How that ended: loading, loaded, unchanged, refused, failed."""
    why: str = ""


class FaultSeen(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a source's file, as `focus source check` says it, in English."""

    file: str
    """Its name, without the folder."""
    line: int
    """From 1; 0: the file as a whole."""
    what: str


class SourceHealth(msgspec.Struct, frozen=True, kw_only=True):
    """One source over the hours asked for."""

    name: str
    short: str
    title: str
    kind: str
    good: bool | None
    """After its last question; None: not asked since it is here."""
    reason: str
    since: datetime | None
    asked_at: datetime | None
    failed_reason: str
    """Of its last failure, which may be over."""
    failed_at: datetime | None
    next_try: datetime | None
    """None: with the next question."""
    why: str
    """What is wrong with a source that is not usable, as `focus source check` says it."""
    faults: tuple[FaultSeen, ...]
    """Of its file, or of what lies beside it: it is left out, and nothing is green where it counts."""
    insecure: bool
    """Its file lets it be talked to without TLS that is verified."""
    asked: int
    answered: int
    """With and without records."""
    silent: int
    failed: dict[str, int]
    """By reason, silence among them."""
    unread: int
    """Records that were there and could not be read."""
    median_ms: int | None
    p95_ms: int | None
    breaker_open: bool
    """As of its last question."""
    last_good: datetime | None
    hour: Share
    """The last sixty minutes."""
    strip: tuple[Share, ...]
    """The whole while in equal steps, the oldest first."""
    drift: tuple[DriftSeen, ...]
    """In the last thirty days."""
    quota: QuotaSeen | None
    listed: ListSeen | None
    slots: tuple[SlotSeen, ...]

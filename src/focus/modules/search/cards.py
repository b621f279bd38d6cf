"""What the officer sees: cards over records, a verdict over cards, the state of each source. Wire types."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from focus.modules.search.questions import Kind, Reading
from focus.modules.search.records import FactKind, RecordType, Tone, Warn, Word

State = Literal["asked", "answered", "empty", "silent", "slow", "failed", "cancelled", "closed", "unsuited"]
Level = Literal["pending", "green", "amber", "red"]
VerdictWord = Literal["wanted", "stolen", "danger", "breach", "attention", "nothing", "incomplete"]


class Alternative(msgspec.Struct, frozen=True, gc=False):
    """The same fact from another source, perhaps with another value."""

    value: str
    source: str
    at: datetime


class CardFact(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A fact with who says so and how old it is."""

    key: str
    """Text `search-fact-<key>`."""
    value: str
    """As the source has it; of kind `code` the text `search-value-<value>`."""
    source: str
    at: datetime
    kind: FactKind = "text"
    tone: Tone | None = None
    others: tuple[Alternative, ...] = ()
    withheld: str = ""
    """There is a value that this purpose or function may not see: text `search-withheld-<withheld>`."""


class LinkWhy(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What the names' likeness rests on: text `search-why-<code>` about the parts `a` and `b`."""

    code: str
    a: str = ""
    b: str = ""


class Link(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Why records are one card: text `search-link-<reason>`, with param `score` when a name decided."""

    reason: str
    records: tuple[str, ...]
    """Two or more."""
    params: dict[str, str] = {}
    why: tuple[LinkWhy, ...] = ()


class Origin(msgspec.Struct, frozen=True, gc=False):
    """A record below a card."""

    id: str
    source: str
    at: datetime


class Pivot(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A next question that a card offers: text `search-pivot-<key>`."""

    key: str
    """`holder`, `vehicles`, `residents` …"""
    question: str
    kind: Kind
    """The question's kind."""
    title: str = ""
    """Who or what is asked about: a name, a plate."""
    subtitle: str = ""


class CardWarning(msgspec.Struct, frozen=True, gc=False):
    """A warning with its source."""

    warn: Warn
    source: str
    at: datetime


class Hit(msgspec.Struct, frozen=True, gc=False):
    """A source that has something and has not been asked what."""

    source: str
    at: datetime


class Apart(msgspec.Struct, frozen=True, gc=False):
    """Shown apart though it would be one card: a colleague said at `at` that it is somebody else."""

    record: str
    at: datetime


class Card(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """One person, vehicle, address …, as far as the sources agree that it is one."""

    id: str
    type: RecordType
    title: str
    subtitle: str = ""
    born: str = ""
    sex: str = ""
    tone: Tone | None = None
    warnings: tuple[CardWarning, ...] = ()
    facts: tuple[CardFact, ...] = ()
    links: tuple[Link, ...] = ()
    records: tuple[Origin, ...] = ()
    pivots: tuple[Pivot, ...] = ()
    photo: str = ""
    place: tuple[float, float] | None = None
    hits: tuple[Hit, ...] = ()
    apart: Apart | None = None


class AskedSource(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A source as a lookup begins."""

    name: str
    short: str
    title: str
    matters: bool
    state: Literal["asked", "closed", "unsuited"]
    reason: str | None = None


class PurposeShown(msgspec.Struct, frozen=True):
    """The purpose under which a lookup runs."""

    code: str
    title: str
    basis: str
    reference: str | None = None


class Opened(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="opened"):
    """First line: the lookup is in the log; these sources are being asked."""

    lookup: str
    at: datetime
    reading: Reading
    readings: tuple[Reading, ...]
    purpose: PurposeShown
    deadline_ms: int
    sources: tuple[AskedSource, ...]


class SourceLine(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag_field="kind", tag="source"):
    """A source changed its state; `reason` has the text `search-source-<reason>`."""

    name: str
    state: State
    reason: str | None = None
    records: int = 0
    unread: int = 0
    """Records that were there and could not be read; its answer counts as none for the verdict."""
    ms: int = 0


class CardLine(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag_field="kind", tag="card"):
    """A card, whole; it takes the place of the one with the same id."""

    card: Card


class GoneLine(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag_field="kind", tag="gone"):
    """Two cards turned out to be one."""

    card: str
    into: str


class Reason(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Why the verdict is what it is; the gravest first. Text `search-warning-<code>` with `params`."""

    code: str
    word: Word
    tone: Tone
    source: str
    card: str
    params: dict[str, str] = {}


class VerdictLine(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag_field="kind", tag="verdict"):
    """The verdict so far. Green only when every source that matters answered."""

    level: Level
    word: VerdictWord
    reasons: tuple[Reason, ...]
    answered: int
    expected: int
    silent: tuple[str, ...]
    """Names of sources that matter and did not answer, or are closed for this purpose."""
    final: bool = False


class Closed(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag_field="kind", tag="closed"):
    """Last line."""

    ms: int
    answered: int
    empty: int
    silent: int
    failed: int
    closed: int


Line = Opened | SourceLine | CardLine | GoneLine | VerdictLine | Closed

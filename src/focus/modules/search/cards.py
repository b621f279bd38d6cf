"""What the officer sees: cards over records, a verdict over cards, the state of each source. Wire types."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from focus.core.log import Issuer
from focus.modules.search.questions import Kind, Reading
from focus.modules.search.records import FactKind, RecordType, Tone, Warn, Word

State = Literal["asked", "answered", "empty", "silent", "slow", "failed", "cancelled", "closed", "unsuited"]
Level = Literal["pending", "green", "amber", "red"]
VerdictWord = Literal[
    "wanted", "stolen", "danger", "breach", "attention", "nothing", "who", "not_found", "not_all"
]
Role = Literal["owed", "repair"]
"""Why a check runs by itself: it is owed by the kind of question, or looks for the text put right."""
Unrun = Literal["purpose", "log", "many", "form", "unknown"]
"""Why a check says nothing: not open for this purpose, no log, too many, no question that can be asked, or
nobody knows who it is."""


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
    fit: float = 1.0
    """How well it fits what was asked, 0 to 1; 1 also of what only belongs to it, such as a holder."""


class AskedSource(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A source as a lookup begins."""

    name: str
    short: str
    title: str
    matters: bool
    state: Literal["asked", "closed", "unsuited"]
    reason: str | None = None
    language: str = "nl"
    """ISO 639-1: in which its own sentences are."""


class PurposeShown(msgspec.Struct, frozen=True):
    """The purpose under which a lookup runs."""

    code: str
    title: str
    basis: str
    reference: str | None = None
    issuer: Issuer | None = None
    """Who gave the reference."""


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """Texts of words that the vocabulary does not have, by code, in one language."""

    facts: dict[str, str] = {}
    warnings: dict[str, str] = {}


class Opened(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="opened"):
    """First line: the lookup is in the log; these sources are being asked."""

    lookup: str
    at: datetime
    reading: Reading
    readings: tuple[Reading, ...]
    purpose: PurposeShown
    also: tuple[Kind, ...] = ()
    """Kinds of the readings that are asked too."""
    deadline_ms: int
    sources: tuple[AskedSource, ...]
    words: Wording = Wording()
    """What the sources that this officer has declare, in his language."""


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
    """Of this lookup, or where `check` is set of that check's."""
    params: dict[str, str] = {}
    check: str = ""
    """The check whose subject is warned of: a holder, a resident."""


class Missing(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One answer without which nothing is green."""

    check: str = ""
    """Of this check; empty: of the question itself."""
    source: str = ""
    """A source that counts; empty: the check as a whole, which did not run."""
    why: State | Unrun | Literal["reading"]
    """What became of it. `reading`: a plausible reading of the text was not asked; `check` is its kind."""


class CheckLine(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag_field="kind", tag="check"):
    """A check that runs by itself, as a lookup of its own in the log; the newest line of an id counts."""

    id: str
    """The id of its own lookup."""
    role: Role
    pivot: str
    """What it is to the card: `holder`, `resident`: text `search-pivot-<pivot>`."""
    card: str
    """The card that owes it."""
    title: str
    question: str
    """What was asked, to be asked again with a tap."""
    asks: Kind
    """The question's kind."""
    level: Level = "pending"
    word: VerdictWord = "not_all"
    answered: int = 0
    expected: int = 0
    why: Unrun | None = None
    """Why it did not run."""
    final: bool = False


class VerdictLine(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag_field="kind", tag="verdict"):
    """The verdict so far: docs/decisions/0023-what-the-word-means.md.

    At the end `answered` and `missing` add up to `expected`; before it the rest is still awaited.
    """

    level: Level
    word: VerdictWord
    reasons: tuple[Reason, ...]
    answered: int
    expected: int
    """Answers that count: one for each source that counts, of the question and of every check."""
    missing: tuple[Missing, ...] = ()
    subjects: int = 0
    """How many subjects fit the question; above one the word speaks of one of them."""
    final: bool = False

    @property
    def silent(self) -> tuple[str, ...]:
        """Names of the sources that count and are missing, each once."""
        return tuple(sorted({one.source for one in self.missing if one.source}))


class Closed(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag_field="kind", tag="closed"):
    """Last line."""

    ms: int
    answered: int
    empty: int
    silent: int
    failed: int
    closed: int


Line = Opened | SourceLine | CardLine | GoneLine | CheckLine | VerdictLine | Closed

"""What the engine asks and what it gets: the seam between engine, connectors and sources in Python."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, Protocol

import msgspec

from focus.modules.search.questions import Kind, Reading
from focus.modules.search.records import Record
from focus.modules.search.sources.drift import LONGEST, Change, Drift, Sort

FailureReason = Literal[
    "timeout", "unreachable", "tls", "refused_login", "token", "clock", "status", "too_large", "charset",
    "garbage", "wrong_schema", "other_answer", "reset", "busy", "told_to_wait", "quota", "breaker_open",
    "broken", "old", "not_loaded", "unusable",
]  # fmt: skip
"""Text: `search-source-<reason>`. `broken`: our own code failed; `other_answer`: not about what was asked;
`old`: a list too old to say that it knows nothing; `not_loaded`: a list that was never loaded; `token`: it
takes none of our tokens; `clock`: its clock and ours differ; `told_to_wait`: it asked us to come back later;
`unusable`: what its file needs is not as it should be, such as a WSDL."""


class SourceFailed(Exception):
    """The source gave no usable answer; `detail` is for operators, never for officers."""

    def __init__(self, reason: FailureReason, detail: str = "", *, wait_s: float = 0.0) -> None:
        """`wait_s`: for how long it wants to be left alone."""
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason: FailureReason = reason
        self.detail = detail
        self.wait_s = wait_s


class WrongSchema(SourceFailed):
    """The answer is not of the agreed shape."""

    def __init__(
        self, detail: str, *, field: str = "", change: Change | None = None, found: Sort = ""
    ) -> None:
        """`field`: as the source's file names it; never a value."""
        super().__init__("wrong_schema", detail)
        self.drift = Drift(field[:LONGEST], change or ("missing" if field else "shape"), found)

    def at(self, path: str) -> WrongSchema:
        """The same where the path is known, which stands nearer to the file than to the value."""
        if not self.drift.path:
            self.drift = msgspec.structs.replace(self.drift, path=path[:LONGEST])
        return self


class Answer(msgspec.Struct, frozen=True):
    """What came. No records: the source said that it knows nothing."""

    records: tuple[Record, ...]
    raw_size: int = 0
    """Bytes of a body; rows of a database."""
    unread: int = 0
    """Records that were there and could not be read: it did not answer in full."""
    drifts: tuple[Drift, ...] = ()


class BreakerFacts(Protocol):
    """When to leave a source alone."""

    @property
    def failures(self) -> int:
        """In a row."""

    @property
    def pause_ms(self) -> int:
        """Until one question tries it again."""


class TitleFacts(Protocol):
    """The name in four languages."""

    @property
    def nl(self) -> str: ...
    @property
    def fr(self) -> str: ...
    @property
    def de(self) -> str: ...
    @property
    def en(self) -> str: ...


class SourceFacts(Protocol):
    """What engine and lookups need to know about any source; `SourceConfig` has it."""

    @property
    def name(self) -> str: ...
    @property
    def short(self) -> str: ...
    @property
    def title(self) -> TitleFacts: ...
    @property
    def legal(self) -> list[str]: ...
    @property
    def data(self) -> list[str]: ...
    @property
    def purposes(self) -> tuple[str, ...]: ...
    @property
    def needs(self) -> str: ...
    @property
    def matters(self) -> list[Kind]: ...
    @property
    def deadline_ms(self) -> int: ...
    @property
    def max_concurrent(self) -> int: ...
    @property
    def breaker(self) -> BreakerFacts: ...


def registered_by(source: Source) -> Sequence[Kind]:
    """The kinds of question whose subjects a source registers: none where a source in Python names none."""
    kinds: Sequence[Kind] = getattr(source.config, "record_of", ())
    return kinds


class Source(Protocol):
    """A register or database that can be asked."""

    @property
    def config(self) -> SourceFacts:
        """Name, limits, legal bases."""

    def accepts(self, reading: Reading) -> bool:
        """Whether this question can be put to it: its kind, and all the facts that asking needs."""

    async def ask(self, reading: Reading, *, deadline: float, asked_at: datetime) -> Answer:
        """Ask once. `deadline` is loop time; cancelled, it lets go of the connection at once.

        Raises `SourceFailed`.
        """

    async def close(self) -> None:
        """Let go of everything."""

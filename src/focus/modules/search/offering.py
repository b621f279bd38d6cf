"""A source that another module offers: its own rows, asked like any register, in the asker's scope.

The module lists its class under `sources` of its declaration. The source is asked only where the module is
on, under the purposes and with the permission that its offer names; its records are merged and judged like
those of any other.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

import msgspec

from focus.modules.search.questions import Kind, Reading
from focus.modules.search.records import Record
from focus.modules.search.sources.asker import asked_for
from focus.modules.search.sources.protocol import Answer, SourceFailed

if TYPE_CHECKING:
    from focus.core.database.reading import Reading as Rows
    from focus.core.gate import Platform


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """A name in four languages."""

    nl: str
    fr: str
    de: str
    en: str


class Patience(msgspec.Struct, frozen=True):
    """When to leave the source alone: after `failures` in a row for `pause_ms`."""

    failures: int = 5
    pause_ms: int = 30_000


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """What Search needs to know of a module's source; the same as of a register's file."""

    name: str
    """Unique among all sources: `residence-checks`."""
    short: str
    """At most five letters, on the chip of an answer."""
    title: Words
    data: list[str]
    """Kinds of data that a purpose opens: focus.core.purposes.public.DATA_KINDS."""
    matters: list[Kind] = []
    """Kinds of question for which nothing is green without its answer."""
    record_of: list[Kind] = []
    """Kinds of question whose subjects it registers: green needs that it knows exactly the one."""
    legal: list[str] = []
    purposes: tuple[str, ...] = ("*",)
    needs: str = ""
    """A permission."""
    deadline_ms: int = 2_000
    max_concurrent: int = 16
    breaker: Patience = Patience()


class OfferedSource(ABC):
    """Base of a module's source. One object for all lookups of the process."""

    offer: ClassVar[Offer]
    kinds: ClassVar[frozenset[Kind]]
    """Kinds of question that it takes."""

    def __init__(self, platform: Platform) -> None:
        """`platform`: as the module sees it."""
        self.platform = platform
        self.module = platform.module

    @property
    def config(self) -> Offer:
        """What Search asks of every source."""
        return self.offer

    def accepts(self, reading: Reading) -> bool:
        """Whether the question can be put to it; more narrow where `find` needs certain facts."""
        return reading.kind in self.kinds

    async def ask(self, reading: Reading, *, deadline: float, asked_at: datetime) -> Answer:
        """Ask once, in the scope of the organisation that asks. Raises `SourceFailed`."""
        organisation = asked_for.get()
        if organisation is None:
            raise SourceFailed("broken", "nobody asks")
        found = await self.find(self.platform.database.reading(organisation), reading, asked_at)
        return Answer(tuple(found))

    @abstractmethod
    async def find(self, rows: Rows, reading: Reading, at: datetime) -> Iterable[Record]:
        """The records that answer; none when the module knows nothing. `at`: the moment of asking."""

    async def close(self) -> None:  # noqa: B027 - most hold nothing
        """Let go of everything; there is nothing unless a subclass holds something."""

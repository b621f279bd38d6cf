"""What an importable kind of record says of itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from focus.core import clock
from focus.core.organisations.importing.columns import Column
from focus.core.organisations.importing.report import Bad

if TYPE_CHECKING:
    from focus.core.database import Transaction

Outcome = Literal["new", "changed", "unchanged"]
Complaint = tuple[str | None, Bad]
"""Column (None: the whole line) and what is wrong."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line that could be read: values by column name."""

    line: int
    values: dict[str, Any]


class Importable:
    """One import: `prepare` once, then `check`, `outcome` and `write` for each line."""

    columns: ClassVar[tuple[Column, ...]]

    def __init__(self) -> None:
        self.today: date = clock.now().astimezone(clock.BRUSSELS).date()

    def key(self, values: dict[str, Any]) -> object:
        """What makes two lines be about the same record."""
        raise NotImplementedError

    async def prepare(self, tx: Transaction, *, permissions: Collection[str]) -> None:
        """Read what the lines are compared with."""
        raise NotImplementedError

    def offered(self, items: list[Item]) -> None:
        """The lines that may still be imported, for lines that point to others."""

    def check(self, item: Item) -> Iterator[Complaint]:
        """What is wrong with a line, beyond its cells."""
        raise NotImplementedError

    def ordered(self, items: list[Item]) -> list[Item]:
        """The lines in the order in which they can be written."""
        return items

    def outcome(self, item: Item) -> Outcome:
        """What writing the line would do."""
        raise NotImplementedError

    async def write(self, tx: Transaction, item: Item) -> None:
        """Write a line that is new or changed."""
        raise NotImplementedError

    def period(self, item: Item) -> Iterator[Complaint]:
        """A complaint when `to` lies before `from` (default: today)."""
        end = item.values.get("to")
        if end is not None and end < item.values.get("from", self.today):
            yield "to", Bad("period_reversed")

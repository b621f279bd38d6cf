"""Who did what a phone delivers: read for a whole delivery at once, before anything is done."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from focus.core import clock
from focus.core.errors import Problem
from focus.core.gate import Principal
from focus.core.identity.public import Author, DeviceRow, author_of
from focus.core.organisations.public import post_of
from focus.core.sync.problems import AuthorUnknown, ItemUnsealable
from focus.core.sync.sealing import Unsealable, unsealed
from focus.core.sync.wire import Item, Made

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.keys import FileKeyStore


@dataclass(frozen=True, slots=True)
class Known:
    """An item that can be read, and under whom it runs."""

    item: Item
    made: Made
    at: datetime
    """When it was done, by the server's clock; never later than now."""
    principal: Principal


@dataclass(frozen=True, slots=True)
class Unknown:
    """An item of which nobody knows what it is, or whose."""

    item: Item
    why: Problem


@dataclass(slots=True)
class Authorship:
    """Reads the items of one delivery of one device."""

    keys: FileKeyStore
    tx: Transaction
    """Without a scope."""
    device: DeviceRow
    skew: timedelta
    """How far the device's clock is ahead."""
    _authors: dict[str, Author | None] = field(default_factory=dict)

    async def of(self, item: Item) -> Known | Unknown:
        """The item with what stands inside and its author of then."""
        try:
            made = await unsealed(self.keys, item)
        except Unsealable:
            return Unknown(item, ItemUnsealable())
        at = min(made.at - self.skew, clock.now())
        author = await self._author(made.token)
        if author is None or not self._fits(author, item, at):
            return Unknown(item, AuthorUnknown())
        principal = await self._principal(author, at)
        return Known(item, made, at, principal) if principal else Unknown(item, AuthorUnknown())

    def _fits(self, author: Author, item: Item, at: datetime) -> bool:
        there = (author.organisation_id, author.device_id) == (item.organisation, self.device.id)
        return there and author.open_at(at)

    async def _author(self, token: str) -> Author | None:
        if token not in self._authors:
            self._authors[token] = await author_of(self.tx, token)
        return self._authors[token]

    async def _principal(self, author: Author, at: datetime) -> Principal | None:
        facts = await post_of(self.tx, author.post_id, at=at)
        if facts is None:
            return None
        return Principal(
            session_id=author.id,
            organisation_id=author.organisation_id,
            person_id=author.person_id,
            post_id=author.post_id,
            device_id=author.device_id,
            function=facts.function,
            permissions=facts.permissions,
            units=facts.units,
            language=facts.language,
            expires_at=author.expires_at,
        )

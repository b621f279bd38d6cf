"""What desks and large screens are shown."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from focus.modules.briefing.records import Draft, Handling, Item, Kind, Priority, Reader, Sighting

State = Literal["published", "recalled", "expired"]
ShareState = Literal["offered", "accepted", "declined"]


class DraftShown(msgspec.Struct, frozen=True, kw_only=True):
    """A draft; `version` goes back with the next save."""

    id: UUID
    version: int
    content: Draft
    author: str
    changed_at: datetime


class ItemLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the desk's list."""

    id: UUID
    number: str
    version: int
    state: State
    kind: Kind
    priority: Priority
    handling: Handling
    must_read: bool
    title: str
    author: str
    published_at: datetime
    valid_from: datetime
    valid_to: datetime
    ended_at: datetime | None
    read: int
    of: int
    sightings: int
    origin: str
    """Name of the organisation it came from; empty: our own."""
    shared: int
    """With how many organisations."""
    unreached: int
    """How many of these do not have the last version, or have not heard of its end."""


class ShareShown(msgspec.Struct, frozen=True, kw_only=True):
    """An offer to another organisation."""

    id: UUID
    organisation: UUID
    name: str
    state: ShareState
    at: datetime
    answered_at: datetime | None
    version: int
    """The last that has arrived there; 0: nothing yet."""
    reached: bool
    """It has the last version, and has heard of the end if there was one."""
    tried_at: datetime | None
    trouble: str
    """`module_off`: the briefing is not on there. Empty: no trouble."""


class ItemShown(msgspec.Struct, frozen=True, kw_only=True):
    """An item with all that belongs to it."""

    id: UUID
    item: Item
    ended_at: datetime | None
    read: int
    of: int
    sightings: tuple[Sighting, ...]
    """The latest first."""
    shares: tuple[ShareShown, ...]


class Readers(msgspec.Struct, frozen=True, kw_only=True):
    """Who has read an item. `id` is the item's; who has not comes first, by name."""

    id: UUID
    version: int
    asks: int
    readers: tuple[Reader, ...]


class OfferShown(msgspec.Struct, frozen=True, kw_only=True):
    """What another organisation offers."""

    id: UUID
    organisation: UUID
    name: str
    number: str
    """Of the item there."""
    version: int
    content: Draft
    state: ShareState
    at: datetime
    answered_at: datetime | None
    open: bool
    """May still be answered."""
    recalled: bool
    why: str
    """Of the recall."""
    copy: UUID | None
    """The item here."""


class Called(msgspec.Struct, frozen=True, kw_only=True):
    """An item at the roll call."""

    id: UUID
    item: Item
    read: int
    of: int
    sightings: tuple[Sighting, ...]


class RollCall(msgspec.Struct, frozen=True, kw_only=True):
    """What is in force for a unit: urgent, then must-read, then the newest."""

    at: datetime
    """When this was so: a screen shows its age."""
    unit: UUID | None
    unit_name: str
    items: tuple[Called, ...]


class Ended(msgspec.Struct, frozen=True, kw_only=True):
    """An item that no longer counts, and why."""

    id: UUID
    number: str
    title: str
    state: State
    why: str
    at: datetime


class ChangedSince(msgspec.Struct, frozen=True, kw_only=True):
    """What is new since somebody's last briefing."""

    since: datetime
    at: datetime
    items: tuple[Item, ...]
    """Published or revised since; `changes` are those since then."""
    ended: tuple[Ended, ...]

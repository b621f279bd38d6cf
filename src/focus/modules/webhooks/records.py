"""What is shown of outgoing messages."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
Address = Annotated[str, msgspec.Meta(min_length=1, max_length=500)]
Kind = Annotated[str, msgspec.Meta(pattern=r"^[a-z]+\.[a-z_]+$", max_length=60)]
Topic = Annotated[str, msgspec.Meta(min_length=1, max_length=60)]


class ReceiverWanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A system that is to be told. `topics`: of what names a topic, only these; empty: all."""

    name: Name
    address: Address
    kinds: Annotated[tuple[Kind, ...], msgspec.Meta(min_length=1, max_length=40)]
    topics: Annotated[tuple[Topic, ...], msgspec.Meta(max_length=40)] = ()


class ReceiverGiven(msgspec.Struct, frozen=True):
    """A receiver with its secret: shown once, to who added it; it stands in no log."""

    receiver: UUID
    secret: str


class ReceiverShown(msgspec.Struct, frozen=True, kw_only=True):
    """A receiver and how it does."""

    id: UUID
    name: str
    address: str
    kinds: tuple[str, ...]
    topics: tuple[str, ...]
    last_at: datetime | None
    """When it last took something."""
    waiting: int
    failing_since: datetime | None
    """It does not answer since then; null: it does."""
    failure: str
    """Why, of the last try."""
    dead: int
    """Messages that were given up."""


class DeadShown(msgspec.Struct, frozen=True, kw_only=True):
    """A message that was given up."""

    id: UUID
    receiver: UUID
    name: str
    """The receiver's."""
    kind: str
    created_at: datetime
    ended_at: datetime
    tries: int
    failure: str


class DeliveryShown(msgspec.Struct, frozen=True, kw_only=True):
    """A message that was given up, with what it says."""

    id: UUID
    kind: str
    content: str

"""What phones and the server say to each other."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

Bucket = Annotated[str, msgspec.Meta(max_length=100)]
TypeName = Annotated[str, msgspec.Meta(max_length=80)]


class State(msgspec.Struct, omit_defaults=True):
    """How far a phone has come; it keeps this and gives it back unread."""

    epoch: str = ""
    cursor: str = ""
    """A PostgreSQL snapshot: everything that was visible in it the phone has."""
    held: dict[Bucket, str] = {}
    """By bucket how far it was filled: "" whole, "-" not begun, else `type/id` of the last record."""
    types: tuple[TypeName, ...] = ()
    next: str = ""
    """The cursor once this round of changes is through."""
    after: str = ""
    """`type/id` of the last change of this round."""


class Pull(msgspec.Struct, forbid_unknown_fields=True):
    """What is new since then? Without a state: everything."""

    state: State | None = None


class Record(msgspec.Struct, omit_defaults=True):
    """A record, whole."""

    t: str
    i: UUID
    v: int
    b: tuple[str, ...]
    """The device's buckets that hold it."""
    d: msgspec.Raw


class Gone(msgspec.Struct):
    """A record that this phone may not hold, or that is no more."""

    t: str
    i: UUID
    gone: Literal[True] = True


class Left(msgspec.Struct):
    """First line: buckets and types that are lost, applied together with the state, before any record."""

    left: tuple[str, ...]
    types: tuple[str, ...]
    """The types that may be held; rows of others are erased."""
    hours: dict[str, int]
    """By type, how long a row is held without contact."""
    restart: bool
    """Whatever is not named from here to the end is erased."""
    state: State
    at: datetime
    """The server's time."""


class Progress(msgspec.Struct, omit_defaults=True):
    """The state after the lines before it; `whole`: nothing is left to fetch."""

    state: State
    whole: bool = False


Line = Left | Record | Gone | Progress


class Item(msgspec.Struct, forbid_unknown_fields=True):
    """One thing done on a phone, sealed to the organisation; the phone itself cannot read it."""

    id: UUID
    n: Annotated[int, msgspec.Meta(ge=1)]
    """Its place in the order of this device."""
    organisation: UUID
    kid: Annotated[str, msgspec.Meta(max_length=40)]
    eph: Annotated[str, msgspec.Meta(max_length=120)]
    """The sender's half of the key, P-256, uncompressed, base64url."""
    box: Annotated[str, msgspec.Meta(max_length=700_000)]
    """AES-256-GCM, base64url."""


class Delivery(msgspec.Struct, forbid_unknown_fields=True):
    """Things done on one device, in their order, signed by it: `statement` says over what."""

    device: Annotated[str, msgspec.Meta(max_length=60)]
    """Its key's thumbprint."""
    sent_ms: Annotated[int, msgspec.Meta(ge=0, le=2**42)]
    """Since 1970 by the device's clock, until 2109; how far that is off is said in the answer and the log."""
    waiting: Annotated[tuple[int, ...], msgspec.Meta(max_length=5_000)]
    """The numbers that the device still keeps besides these: any other gap is one."""
    items: Annotated[tuple[Item, ...], msgspec.Meta(min_length=1, max_length=100)]
    signature: Annotated[str, msgspec.Meta(max_length=120)]


class Made(msgspec.Struct, forbid_unknown_fields=True):
    """What stands inside a sealed item."""

    token: str
    """Of the session in which it was done: proves author and post."""
    action: str
    """`<module>.<action>`."""
    at: datetime
    """By the device's clock."""
    body: dict[str, Any]
    after: tuple[UUID, ...] = ()
    expects: dict[str, int | UUID] = {}
    expires: datetime | None = None


class Outcome(msgspec.Struct, omit_defaults=True):
    """What became of one item. `final`: it will not be answered otherwise; the phone lets it go."""

    id: UUID
    status: int
    final: bool
    answer: msgspec.Raw | None = None
    problem: dict[str, Any] | None = None


class Delivered(msgspec.Struct):
    """One outcome for each item, in their order."""

    at: datetime
    skew_s: int
    """How far the device's clock is ahead of the server's."""
    outcomes: tuple[Outcome, ...]


class DeliveryKey(msgspec.Struct):
    """To what a phone seals what it does."""

    kid: str
    organisation: UUID
    point: str
    """P-256, uncompressed, base64url."""

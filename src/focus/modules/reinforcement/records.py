"""What is shown of reinforcements, and what the phones of those who come to help hold."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec

CallSign = Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
CallSigns = Annotated[tuple[CallSign, ...], msgspec.Meta(min_length=1, max_length=20)]
Hours = Annotated[int, msgspec.Meta(ge=1, le=12)]
Why = Literal["", "time", "host", "home", "revoked"]
"""How it ended: by the clock, by one of both sides, or since its home no longer lends its people."""


class LentCrew(msgspec.Struct, frozen=True, kw_only=True):
    """A crew on duty that can be asked for."""

    organisation: UUID
    organisation_name: str
    organisation_code: str
    call_sign: str
    unit_name: str
    people: int
    until: datetime
    """The end of its shift at home."""
    here: bool
    """It helps here already."""


class CrewHere(msgspec.Struct, frozen=True):
    """A crew that came."""

    call_sign: str
    """At home."""
    crew: str
    """Where it helps: the same, unless somebody there has that call sign."""
    people: int


class Reinforcement(msgspec.Struct, frozen=True, kw_only=True):
    """One of those received or given."""

    id: UUID
    direction: Literal["received", "given"]
    organisation: UUID
    """The other one."""
    organisation_name: str
    crews: tuple[CrewHere, ...]
    since: datetime
    until: datetime
    by: str
    """Who asked for it."""
    ended_at: datetime | None
    ended_why: Why
    ended_by: str


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody is asked to help another organisation; he holds it at both. `id` is his post there."""

    id: UUID
    person: UUID
    host: UUID
    host_name: str
    home: UUID
    home_name: str
    home_post: UUID
    crew: str
    """His call sign where he helps."""
    until: datetime

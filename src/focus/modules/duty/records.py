"""What phones hold of a shift."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

Crew = Annotated[str, msgspec.Meta(max_length=20)]
"""Call sign: `NO-2`."""


class Shift(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody on duty. `id` is his: a person has one shift at a time."""

    id: UUID
    name: str
    function: str
    unit: UUID | None
    unit_name: str
    crew: str
    since: datetime
    until: datetime


class UnitShown(msgspec.Struct, frozen=True, kw_only=True):
    """A unit in which somebody may be on duty."""

    id: UUID
    name: str
    own: bool
    """His post stands in it."""

"""What is stored and shown of stops."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from focus.core.log import Issuer

RecordKey = Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
Records = Annotated[tuple[RecordKey, ...], msgspec.Meta(max_length=60)]
Description = Annotated[str, msgspec.Meta(max_length=500)]
Place = Annotated[str, msgspec.Meta(max_length=200)]
Reason = Annotated[str, msgspec.Meta(max_length=300)]
Longitude = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Accuracy = Annotated[float, msgspec.Meta(ge=0, le=100_000)]
Period = Literal["day", "week", "month"]


class Spot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a device was, EPSG:4326; `accuracy` in metres."""

    longitude: Longitude
    latitude: Latitude
    accuracy: Accuracy | None = None


class StopChange(msgspec.Struct, frozen=True, kw_only=True):
    """A correction, or the withdrawal, with what the stop said until then."""

    at: datetime
    kind: Literal["corrected", "withdrawn"]
    reason: str
    before: dict[str, str]
    """`ground` (its title of today), `described`, `place`, `why`: those that were changed."""


class StopShown(msgspec.Struct, frozen=True, kw_only=True):
    """A stop as its officer sees it. After the organisation's delay who, where and why are gone."""

    id: UUID
    at: datetime
    ground: str
    title: str
    """Of the ground, as it is called today."""
    basis: str
    """The citation that stood beside the ground."""
    lookup: UUID | None
    records: tuple[str, ...]
    """The keys of the records that were on the card."""
    described: str
    place: str
    spot: Spot | None
    why: str
    purpose: str
    reference: str | None
    issuer: Issuer | None
    """Who gave it; None also where that was not written down yet."""
    erased: bool
    withdrawn: bool
    changeable: bool
    """May still be corrected or withdrawn by who registered it."""
    changes: tuple[StopChange, ...]
    """The oldest first."""


class StopFigure(msgspec.Struct, frozen=True, kw_only=True):
    """How often, without anybody's name. None: a few, fewer than the organisation shows."""

    period: date
    """Its first day."""
    unit: UUID | None
    """None: the officer stood in no unit."""
    unit_name: str
    ground: str
    title: str
    stops: int | None
    """Without those that were withdrawn."""
    after_lookup: int | None
    """Of these, after a lookup."""
    unknown: int | None
    """Of these, of a person whom no record shows."""
    self_declared: int | None
    """Of these, under a reference that only the officer vouches for."""
    late: int | None
    """Of these, registered more than an hour after they were."""
    withdrawn: int | None
    """Besides these."""


class StopFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of a period of days."""

    first: date
    last: date
    smallest: int
    """Counts below this are not shown; 1: all are."""
    rows: tuple[StopFigure, ...]

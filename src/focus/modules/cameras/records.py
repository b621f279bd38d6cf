"""What phones and desks hold of a hit: the contract between server and app."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec

State = Literal["new", "confirmed", "not_same", "stopped", "not_seen", "closed"]
Word = Literal["confirmed", "not_same", "stopped", "not_seen", "closed"]
"""What an officer may say; the first two by comparing plate and picture, the others of the vehicle."""
Outcome = Literal["stopped", "not_seen", "closed"]

Id = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Short = Annotated[str, msgspec.Meta(max_length=200)]
Text = Annotated[str, msgspec.Meta(max_length=1_000)]
Plate = Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
Country = Annotated[str, msgspec.Meta(pattern="^[A-Z]{1,3}$")]
"""As on the plate: B, NL, F, D."""
Longitude = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Heading = Annotated[float, msgspec.Meta(ge=0, lt=360)]
"""Degrees clockwise from north."""
Confidence = Annotated[float, msgspec.Meta(ge=0, le=1)]


class Camera(msgspec.Struct, frozen=True, kw_only=True):
    """A camera, and where it stands (WGS 84)."""

    id: Id
    name: Name
    longitude: Longitude
    latitude: Latitude
    heading: Heading | None = None
    """Where it looks."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said of a hit."""

    word: Word
    person: UUID
    name: str
    at: datetime
    text: str = ""
    counted: bool
    """False: somebody else had decided before; it changed nothing."""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A camera read a plate that a list names. Until somebody confirms it, it may be another plate."""

    id: UUID
    plate: Plate
    country: Country
    seen_at: datetime
    camera: Camera
    direction: Short = ""
    lane: Short = ""
    make: Short = ""
    colour: Short = ""
    confidence: Confidence | None = None
    """How sure the camera is of what it read."""
    picture: bool
    list: str
    list_name: str
    owner: str
    """Whose list it is."""
    reason: str
    listed_since: datetime
    instruction: str = ""
    contact: str = ""
    state: State = "new"
    decided_by: str = ""
    """The name of who confirmed it or said that it is another plate."""
    decided_at: datetime | None = None
    said: tuple[Said, ...] = ()
    """All that was said of it, in the order in which the server heard it."""


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One plate at one camera, as history shows it."""

    id: UUID
    plate: Plate
    country: Country
    seen_at: datetime
    camera: Camera
    direction: Short = ""
    make: Short = ""
    colour: Short = ""
    listed: bool = False

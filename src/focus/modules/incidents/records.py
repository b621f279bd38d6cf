"""What phones and boards hold of incidents: the contract between server and app."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec

State = Literal["open", "closed"]
CrewState = Literal["assigned", "accepted", "en_route", "on_scene", "available", "unavailable"]
"""In the order in which a crew goes through them; a status belongs to one incident."""
LineKind = Literal["control", "note", "crew", "desk", "result"]
"""Who says it: the control room, an officer, a crew's state, the desk, the closing."""
LinkKind = Literal["person", "vehicle", "object"]
Role = Literal["informant", "suspect", "victim", "witness", "involved", "other"]

Title = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Short = Annotated[str, msgspec.Meta(max_length=200)]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=4_000)]
CallSign = Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
Priority = Annotated[int, msgspec.Meta(ge=1, le=5)]
"""1 is most urgent."""
Longitude = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where it is: as parts of an address, as words, as a point (WGS 84), or some of these."""

    street: Short = ""
    number: Short = ""
    box: Short = ""
    postcode: Short = ""
    town: Short = ""
    text: Annotated[str, msgspec.Meta(max_length=1_000)] = ""
    """As the control room wrote it."""
    longitude: Longitude | None = None
    latitude: Latitude | None = None
    within_m: float | None = None
    """The point is right to so many metres."""


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something that the control room or an officer connects with it."""

    kind: LinkKind
    role: Role = "other"
    label: Short = ""
    """In words. Of a victim no name: the screen may be seen by anybody at the scene."""
    question: Short = ""
    """What an officer would type in Search for it; empty where nothing identifies it."""
    caution: bool = False


class OnIt(msgspec.Struct, frozen=True, kw_only=True):
    """A crew on this incident and when it said what; times to the second, by the server's clock."""

    crew: UUID
    call_sign: str
    state: CrewState
    times: dict[str, datetime] = {}
    """By state. A crew that left stays, `available`."""


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """One incident as it is now. Its lines and its caller are records of their own."""

    id: UUID
    number: str
    """`I-0482`, counted per year and organisation."""
    source: str
    """The feed that told it, or `desk`."""
    kind: str
    """One of messages/kinds.py; the app has its words."""
    title: str
    priority: int | None
    lights: bool = False
    state: State
    opened_at: datetime
    changed_at: datetime
    closed_at: datetime | None = None
    result: str = ""
    """How it ended; a code of the organisation's settings."""
    place: Place = Place()
    linked: tuple[Linked, ...] = ()
    weapon: bool = False
    """The control room says that there is a weapon."""
    crews: tuple[OnIt, ...] = ()
    caller: bool = False
    """A caller is known, to those who may see him."""
    gaps: tuple[int, ...] = ()
    """Numbers of messages that the feed sent and that never arrived."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line of its timeline."""

    id: UUID
    incident: UUID
    kind: LineKind
    at: datetime
    """When it was said."""
    told_at: datetime
    """When the server heard it."""
    author: str
    """The control room's name, a call sign, or an officer's name."""
    text: str
    late: bool = False
    """Written on a phone without network after the incident was closed."""


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """Who called, for those who may know (`incidents.caller`)."""

    id: UUID
    """The incident's."""
    name: str
    phone: str
    text: str = ""


class Member(msgspec.Struct, frozen=True):
    """Somebody in a crew."""

    person: UUID
    name: str


class Crew(msgspec.Struct, frozen=True, kw_only=True):
    """Those on duty under one call sign."""

    id: UUID
    """Made of organisation and call sign: the same on every day."""
    call_sign: str
    unit: UUID | None
    unit_name: str
    members: tuple[Member, ...]
    state: CrewState
    incident: UUID | None = None
    """On which it is."""
    since: datetime
    """Since when in this state."""
    until: datetime
    """The end of the last shift in it."""


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """Where a crew was last, for its own unit and the desk."""

    id: UUID
    """The crew's; of what a foreign system told, its own."""
    call_sign: str
    unit: UUID | None
    longitude: float
    latitude: float
    within_m: float
    heading: float | None = None
    """Degrees clockwise from north."""
    at: datetime
    doubtful: bool = False
    """It jumped farther than a car drives, is right to some kilometres only, or lies where nobody works."""
    source: str = ""
    """Who told it: "" the crew's own phone, else the name of the foreign system."""

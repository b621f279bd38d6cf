"""Places, persons and things in the one form: what `Report` (incident.py) is made of.

All are frozen. "" and () mean that the message does not say. Times are aware and keep the offset they came
with. Ids are the sender's and good within one message's incident only.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

import msgspec

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Longitude = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Metres = Annotated[float, msgspec.Meta(ge=0)]


class Form(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of all: immutable, by keyword, and written without what was not said."""


class Stamp(Form, frozen=True, kw_only=True):
    """Who said this part, and when."""

    at: Moment | None = None
    agency: str = ""
    agent: str = ""


class Point(Form, frozen=True, kw_only=True):
    """WGS84."""

    latitude: Latitude
    """Degrees, -90 to 90."""
    longitude: Longitude
    """Degrees, -180 to 180."""
    altitude_m: float | None = None
    uncertainty_m: Metres | None = None
    """Radius in metres within which it lies; of an ellipse the longer half axis."""
    confidence: Annotated[float, msgspec.Meta(ge=0, le=100)] | None = None
    """Per cent, that it lies within the uncertainty."""


class Named(Form, frozen=True, kw_only=True):
    """A value under the name that the sender gave it."""

    name: str
    value: str


class Address(Form, frozen=True, kw_only=True):
    """A postal address, as far as it was told."""

    street: str = ""
    number: str = ""
    box: str = ""
    postcode: str = ""
    city: str = ""
    district: str = ""
    region: str = ""
    country: str = ""
    """ISO 3166-1, two letters, capital."""
    extra: str = ""
    parts: tuple[Named, ...] = ()
    """Parts that none of these is, by the standard's own names."""


class Circle(Form, frozen=True, kw_only=True):
    """An area around a point."""

    latitude: Latitude
    longitude: Longitude
    radius_m: Metres


class Area(Form, frozen=True, kw_only=True):
    """Where something holds: its polygons, circles and codes together."""

    text: str = ""
    polygons: tuple[tuple[tuple[Latitude, Longitude], ...], ...] = ()
    """Rings of (latitude, longitude) in degrees; the first is the last again."""
    circles: tuple[Circle, ...] = ()
    codes: tuple[Named, ...] = ()
    altitude_ft: float | None = None
    ceiling_ft: float | None = None


PlaceRole = Literal["incident", "caller", "routing", "staging", "destination", "unit", "person", "other"]


class Place(Form, frozen=True, kw_only=True):
    """Somewhere that belongs to the incident."""

    id: str = ""
    role: PlaceRole = "incident"
    as_given: str = ""
    """The role in the sender's words."""
    address: Address | None = None
    text: str = ""
    point: Point | None = None
    name: str = ""
    """Of the building or object."""
    name_extra: str = ""
    within: str = ""
    """Of the larger object that this one is in."""
    within_extra: str = ""
    floor: str = ""
    room: str = ""
    areas: tuple[Area, ...] = ()
    uris: tuple[str, ...] = ()
    """Where the place can be asked for, not fetched."""
    cell: str = ""
    """Of the mobile network, as given."""
    stamp: Stamp | None = None


PersonRole = Literal["caller", "accused", "victim", "witness", "patient", "other"]


class Person(Form, frozen=True, kw_only=True):
    """Somebody in the incident, with what is known of them. An informant is a `caller`."""

    id: str = ""
    role: PersonRole = "other"
    as_given: tuple[str, ...] = ()
    """The roles in the sender's words."""
    family_name: str = ""
    given_names: str = ""
    full_name: str = ""
    """Only where it came in one piece."""
    born: date | None = None
    born_as_given: str = ""
    """Only where it is no whole calendar day."""
    age: int | None = None
    """Years."""
    sex: str = ""
    nationality: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    uris: tuple[str, ...] = ()
    """Other ways to reach them: sip, web."""
    address: Address | None = None
    text: str = ""
    details: tuple[Named, ...] = ()
    calls: tuple[str, ...] = ()
    """Ids of the calls they were on."""
    stamp: Stamp | None = None


class Vehicle(Form, frozen=True, kw_only=True):
    """A vehicle in the incident."""

    id: str = ""
    as_given: tuple[str, ...] = ()
    """What it has to do with the incident, in the sender's words."""
    plate: str = ""
    country: str = ""
    vin: str = ""
    make: str = ""
    model: str = ""
    colour: str = ""
    category: str = ""
    text: str = ""
    at: Moment | None = None
    """Since when it has to do with the incident."""
    stamp: Stamp | None = None


class Thing(Form, frozen=True, kw_only=True):
    """An object in the incident."""

    id: str = ""
    name: str = ""
    category: str = ""
    number: str = ""
    """Serial number."""
    weapon: bool | None = None
    text: str = ""
    stamp: Stamp | None = None


class Caution(Form, frozen=True, kw_only=True):
    """What may be dangerous, and how sure the sender is."""

    id: str = ""
    text: str = ""
    kinds: tuple[str, ...] = ()
    """In the sender's words."""
    weapon: bool = False
    """The sender says that there is a weapon, or its words name one."""
    severity: Annotated[int, msgspec.Meta(ge=1, le=5)] | None = None
    """1 highest to 5 lowest."""
    source: str = ""
    since: Moment | None = None
    stamp: Stamp | None = None


class Attachment(Form, frozen=True, kw_only=True):
    """A file that can be asked for; it is never fetched here."""

    id: str = ""
    uri: str = ""
    content_type: str = ""
    label: str = ""
    octets: int | None = None
    digest: str = ""
    stamp: Stamp | None = None

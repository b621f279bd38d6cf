"""What phones hold of the briefing, and what a desk writes. Moments in UTC; areas in EPSG:4326."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

Kind = Literal[
    "wanted_person",
    "missing_person",
    "vehicle",
    "object",
    "event",
    "attention",
    "instruction",
    "operation",
]
Priority = Literal["normal", "high", "urgent"]
"""`urgent`: pushed, and repeated until acknowledged; never to whoever is off duty."""
Handling = Literal["open", "police", "unit", "secret"]
"""Whom it may be shown to: anybody, police only, the own unit only, whom it names only."""
Language = Literal["nl", "fr", "de", "en"]

Title = Annotated[str, msgspec.Meta(max_length=120)]
Words = Annotated[str, msgspec.Meta(max_length=4_000)]
Line = Annotated[str, msgspec.Meta(max_length=200)]
Reason = Annotated[str, msgspec.Meta(max_length=300)]
Longitude = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]


class Subject(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A person, vehicle, document or object that an item is about: a hit in Search and on the watch list."""

    kind: Literal["person", "vehicle", "document", "object"]
    family_name: Line = ""
    given_names: Line = ""
    birth_date: date | None = None
    national_number: Annotated[str, msgspec.Meta(max_length=20)] = ""
    plate: Annotated[str, msgspec.Meta(max_length=16)] = ""
    country: Annotated[str, msgspec.Meta(max_length=2)] = ""
    """ISO 3166, of a plate or a document; empty: Belgium."""
    number: Annotated[str, msgspec.Meta(max_length=40)] = ""
    """Of a document, a serial number, a chassis."""
    described: Line = ""
    """Make, colour, clothes."""


class Audience(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Who is meant: the whole zone, or whoever is in any of these."""

    whole: bool = False
    units: tuple[UUID, ...] = ()
    functions: tuple[str, ...] = ()
    wards: tuple[UUID, ...] = ()
    persons: tuple[UUID, ...] = ()

    @property
    def nobody(self) -> bool:
        """Names nobody at all."""
        return not (self.whole or self.units or self.functions or self.wards or self.persons)


class Contact(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """Whom to call."""

    name: Line = ""
    service: Line = ""
    phone: Annotated[str, msgspec.Meta(max_length=30)] = ""
    """E.164."""


class Spot(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Where a device was; `accuracy` in metres."""

    longitude: Longitude
    latitude: Latitude
    accuracy: Annotated[float, msgspec.Meta(ge=0, le=100_000)] | None = None


class Draft(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a desk writes of an item."""

    kind: Kind
    title: Title
    text: Words = ""
    language: Language = "nl"
    priority: Priority = "normal"
    handling: Handling = "police"
    must_read: bool = False
    expected: Line = ""
    """What is to be done, in a line: "do not arrest, follow at a distance"."""
    contact: Contact = Contact()
    place: Line = ""
    area: dict[str, Any] | None = None
    """GeoJSON Polygon or MultiPolygon."""
    audience: Audience = Audience()
    valid_from: datetime | None = None
    """None: from the moment at which it is published."""
    valid_to: datetime | None = None
    """The first moment at which it no longer counts."""
    source: Line = ""
    """Who wants it: a magistrate, a service, a file number."""
    verified_at: datetime | None = None
    """When it was last checked that it still holds."""
    subjects: Annotated[tuple[Subject, ...], msgspec.Meta(max_length=30)] = ()


class Change(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one version changed. A minor one asks nobody to read anew."""

    version: int
    at: datetime
    fields: tuple[str, ...]
    minor: bool = False
    why: str = ""


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """The organisation that shared it, and its item there."""

    organisation: UUID
    name: str
    item: UUID


class Item(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An item as phones hold it, from its publication to its end."""

    id: UUID
    number: str
    """`B-2026-00412`, counted per organisation and year."""
    version: int
    """Rises with every change."""
    asks: int
    """The version that must be read: a receipt for it or a later one counts."""
    state: Literal["published", "recalled", "expired"] = "published"
    """The last two leave phones with one word why."""
    content: Draft
    published_at: datetime
    author: str
    service: str = ""
    changes: tuple[Change, ...] = ()
    """The oldest first; at most the last 20."""
    origin: Origin | None = None
    why: str = ""
    """Of a recalled one, whose content is nothing but kind, title, language and whom it was for."""


class Tally(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How many have read an item; `id` is the item's."""

    id: UUID
    read: int
    of: int
    """How many it is meant for."""
    to: tuple[str, ...] = ()
    """Buckets: who may hold it."""


class Receipt(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """That the holder of this phone has read a version, on whichever device."""

    id: UUID
    item: UUID
    version: int
    at: datetime
    to: tuple[str, ...] = ()
    """Buckets: who may hold it."""


class Sighting(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Seen at …: back to the desk and to everybody the item is for."""

    id: UUID
    item: UUID
    at: datetime
    by: str
    text: str = ""
    place: str = ""
    spot: Spot | None = None
    to: tuple[str, ...] = ()
    """Buckets: who may hold it."""


class Reader(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One of those an item is meant for."""

    person: UUID
    name: str
    function: str
    read_at: datetime | None = None
    version: int | None = None
    """The last that was read."""
    reachable: bool = True
    """A device of his has spoken to the server in the last 24 hours."""

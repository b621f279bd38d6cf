"""What a source says, in our terms: a record as it came, never changed afterwards.

A card (`cards.py`) is a view over records; a record is evidence.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

RecordType = Literal[
    "person", "vehicle", "document", "address", "phone", "organisation", "object", "event", "warning"
]
Tone = Literal["red", "amber"]
Word = Literal["wanted", "stolen", "danger", "breach", "attention"]
FactKind = Literal["text", "date", "time", "number", "plate", "phone", "tag", "address", "code"]


class Identifier(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Something that names exactly one thing: two records that share one are about the same thing.

    `kind`: national_number, bis_number, plate, vin, document, company, phone, address, serial, pv, photo …
    `value`: in normal form (`understanding` makes it), plates and documents with their country: `B:1ABC123`.
    """

    kind: str
    value: str


class Fact(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One thing a record says. `key` is of the vocabulary; its label is the text `search-fact-<key>`."""

    key: str
    value: str
    """Dates as ISO 8601, possibly partial (`1985`, `1985-07`); numbers plain; a code as its own text key."""
    kind: FactKind = "text"
    tone: Tone | None = None
    withheld: str = ""
    """`purpose`, `function`: there is a value and it may not be seen; then `value` is empty."""


class Warn(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """What makes a verdict red or amber; its text is `search-warning-<code>` with `params`."""

    code: str
    """`wanted_arrest`, `stolen_vehicle`, `driving_ban`, `weapon_at_address`, `area_ban` …"""
    tone: Tone
    word: Word
    params: dict[str, str] = {}
    """`since`, `until`, `authority`, `place`: shown beside it."""
    action: str = ""
    """What is expected of the officer, in the source's own words and language."""
    act: str = ""
    """The same as a code of the vocabulary: text `search-act-<act>`."""


class Relation(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A thing that a record names: a holder, a resident, a vehicle. Not merged; a next question."""

    role: str
    """`holder`, `driver`, `resident`, `employer`, `vehicle`, `weapon` …: text `search-pivot-<role>`."""
    type: RecordType
    title: str
    identifiers: tuple[Identifier, ...] = ()
    subtitle: str = ""


class Record(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """One record of one source."""

    type: RecordType
    source: str
    id: str
    """The source's own key, or a hash of its content; unique within source and type."""
    at: datetime
    """When the source says that it was true; the moment of asking when it says nothing."""
    title: str
    subtitle: str = ""
    identifiers: tuple[Identifier, ...] = ()
    family_name: str = ""
    given_names: str = ""
    born: str = ""
    """ISO 8601, possibly partial: `1985-07-30`, `1985-07`, `1985`."""
    sex: Literal["", "M", "F", "X"] = ""
    place: tuple[float, float] | None = None
    """(longitude, latitude), EPSG:4326."""
    facts: tuple[Fact, ...] = ()
    warnings: tuple[Warn, ...] = ()
    relations: tuple[Relation, ...] = ()
    photo: str = ""
    """A path of our own API, never the source's address."""
    hit: bool = False
    """The source only said that it has something; its details come on a tap."""

    @property
    def key(self) -> str:
        """Unique over all sources."""
        return f"{self.source}/{self.type}/{self.id}"

"""What is stored, as it is read. Days are inclusive (`valid_to` is the last one), moments are half-open."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

Language = Literal["nl", "fr", "de", "en"]
Languages = Annotated[list[Language], msgspec.Meta(min_length=1)]
Names = dict[str, str]
"""By language: nl, fr, de, en; at least one."""
OrganisationKind = Literal[
    "zone",
    "federal_unit",
    "prosecutor",
    "court",
    "municipality",
    "justice_house",
    "prison",
    "oversight",
    "support",
]
UnitKind = Literal["service", "team"]


class OrganisationEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What anybody may know of an organisation."""

    id: UUID
    kind: OrganisationKind
    code: str
    """4 digits for a zone, NIS code (5 digits) for a municipality."""
    names: Names
    languages: list[Language]
    valid_from: date
    valid_to: date | None = None
    successors: list[UUID] = []


class Organisation(OrganisationEntry, frozen=True, kw_only=True):
    """An organisation as itself sees it."""

    governs: bool = False
    """May found, close and merge organisations."""
    predecessors: list[UUID] = []


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """A service or a team, in a tree."""

    id: UUID
    code: str
    kind: UnitKind
    names: Names
    parent_id: UUID | None
    valid_from: date
    valid_to: date | None


class Ward(msgspec.Struct, frozen=True, kw_only=True):
    """An area with its ward officers."""

    id: UUID
    code: str
    names: Names
    area: dict[str, Any]
    """GeoJSON Polygon or MultiPolygon, EPSG:4326."""
    valid_from: date
    valid_to: date | None
    officers: list[UUID] = []
    """Posts that hold the ward now."""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A human being, kept once, by the organisation that employs him."""

    id: UUID
    personnel_number: str
    family_name: str
    given_names: str
    title: str | None
    rank: str | None
    language: Language
    languages: list[str]
    email: str | None
    """Of the service, never private."""
    phone: str | None
    """E.164."""
    valid_from: date
    valid_to: date | None


class Function(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody does, and what that permits by default."""

    code: str
    names: Names
    permissions: list[str]
    active: bool


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Who holds a post, as colleagues see him."""

    id: UUID
    organisation_id: UUID
    """The organisation that employs him."""
    name: str
    initials: str
    title: str | None
    rank: str | None
    language: Language
    languages: list[str]
    email: str | None
    phone: str | None


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """A person in a function of an organisation, for a time."""

    id: UUID
    holder: Holder
    function: str
    units: list[UUID]
    wards: list[UUID]
    added: list[str]
    """Permissions beyond those of the function."""
    withdrawn: list[str]
    starts_at: datetime
    ends_at: datetime | None


class Grant(msgspec.Struct, frozen=True, kw_only=True):
    """What one organisation lets another one see or use."""

    id: UUID
    owner_id: UUID
    recipient_id: UUID
    what: str
    """Record type or permission: `organisations.person`, `briefing.item`."""
    subject_id: UUID | None
    """One record only; None: all."""
    fields: list[str]
    """Some fields only; empty: all."""
    purpose: str | None
    basis: str
    starts_at: datetime
    ends_at: datetime | None
    onward: bool
    """The recipient may pass it on."""
    revoked_at: datetime | None
    revoked_reason: str | None

    def in_force(self, at: datetime) -> bool:
        """Whether it counts at a moment; it ends by itself."""
        return (
            self.starts_at <= at
            and (self.ends_at is None or at < self.ends_at)
            and (self.revoked_at is None or at < self.revoked_at)
        )


class ModuleState(msgspec.Struct, frozen=True, kw_only=True):
    """An installed module, as an organisation has it."""

    name: str
    icon: str
    title: str
    on: bool
    always_on: bool
    pilot_units: list[UUID]
    """On for these units only; empty: for all."""
    requires: list[str]
    settings: dict[str, Any] | None


class PostHeld(msgspec.Struct, frozen=True, kw_only=True):
    """One of the posts a person may sign in to."""

    organisation_id: UUID
    organisation_code: str
    organisation_names: Names
    post_id: UUID
    function: str
    function_names: Names
    ends_at: datetime | None


class PostFacts(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about a post that a principal needs, at one moment."""

    organisation_id: UUID
    organisation_kind: OrganisationKind
    organisation_code: str
    organisation_names: Names
    post_id: UUID
    person_id: UUID
    person_organisation_id: UUID
    name: str
    initials: str
    rank: str | None
    language: Language
    function: str
    permissions: frozenset[str]
    """Those of the function, with the post's own, without those withdrawn."""
    units: tuple[UUID, ...]
    wards: tuple[UUID, ...]
    ends_at: datetime | None
    """When the post ends by itself."""

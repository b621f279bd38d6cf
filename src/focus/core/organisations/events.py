"""What happened to organisations and people, for the log and as the answer of actions.

Names and numbers of people stay out: the record's id is enough to find them, by whoever may.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from focus.core.gate import Change, Event


class OrganisationFounded(Event, frozen=True):
    organisation: UUID
    kind: str
    code: str


class OrganisationRenamed(Event, frozen=True):
    organisation: UUID


class OrganisationClosed(Event, frozen=True):
    organisation: UUID
    last_day: date


class OrganisationsMerged(Event, frozen=True):
    predecessors: list[UUID]
    successor: UUID
    since: date


class OrganisationSplit(Event, frozen=True):
    predecessor: UUID
    successors: list[UUID]
    since: date


class UnitCreated(Event, frozen=True):
    unit: UUID


class UnitEdited(Event, frozen=True):
    unit: UUID


class UnitClosed(Event, frozen=True):
    unit: UUID
    last_day: date


class WardCreated(Event, frozen=True):
    ward: UUID


class WardEdited(Event, frozen=True):
    ward: UUID


class WardClosed(Event, frozen=True):
    ward: UUID
    last_day: date


class FunctionCreated(Event, frozen=True):
    function: str
    permissions: list[str]


class FunctionEdited(Event, frozen=True):
    function: str
    permissions: list[str]
    before: list[str]
    """What it permitted until then."""
    active: bool


class PersonAdded(Event, frozen=True):
    person: UUID


class PersonEdited(Event, frozen=True):
    person: UUID


class PersonLeft(Event, frozen=True):
    person: UUID
    last_day: date


class PostGiven(Event, frozen=True):
    post: UUID
    person: UUID
    function: str
    added: list[str]
    withdrawn: list[str]
    starts_at: datetime
    ends_at: datetime | None


class PostEdited(Event, frozen=True):
    post: UUID
    units: list[UUID]
    wards: list[UUID]
    added: list[str]
    withdrawn: list[str]


class PostEnded(Event, frozen=True):
    post: UUID
    at: datetime


class GrantGiven(Event, frozen=True):
    grant: UUID
    recipient: UUID
    what: str
    subject: UUID | None
    fields: list[str]
    purpose: str | None
    onward: bool
    basis: str
    starts_at: datetime
    ends_at: datetime | None


class GrantRevoked(Event, frozen=True):
    grant: UUID
    recipient: UUID
    reason: str | None


class ModuleSwitchedOn(Event, frozen=True):
    module_name: str
    pilot_units: list[UUID]


class ModuleSwitchedOff(Event, frozen=True):
    module_name: str


class SettingChanged(Event, frozen=True):
    module_name: str
    changes: list[Change]
    """What differs from before. No setting is a secret."""


class FileImported(Event, frozen=True):
    """A file of organisations, units, people or posts came in; `bad` lines were left out."""

    subject: str
    encoding: str
    separator: str
    lines: int
    new: int
    changed: int
    unchanged: int
    bad: int

"""A case as it is stored, shown and held on phones."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

Done = Literal["made", "changed", "moved", "assigned", "note", "upgraded"]


class Case(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A case as phones hold it."""

    id: UUID
    number: str
    version: int
    """Of the declaration that `data` follows."""
    revision: int
    """Counted up by each change; a change names the one that was on the screen."""
    step: str
    data: dict[str, Any]
    made_at: datetime
    made_by: UUID
    changed_at: datetime
    changed_by: UUID
    person: UUID | None = None
    """Who works on it."""
    unit: UUID | None = None
    ward: UUID | None = None
    longitude: float | None = None
    latitude: float | None = None
    due_on: date | None = None
    deadline: str = ""
    """The one that ends on `due_on`."""
    asked_by: UUID | None = None
    """An organisation of another kind."""
    reference: str = ""
    """Its own for this case."""
    ended_at: datetime | None = None


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """What was done with a case."""

    id: UUID
    kind: Done
    at: datetime
    """When it was done."""
    told_at: datetime
    """When the server heard of it."""
    person: UUID | None
    """Who did it; None: it happened by the clock."""
    revision: int
    what: dict[str, Any]
    """`fields` with their values before and after; the move and its steps; whom it was given."""
    text: str = ""


class Next(msgspec.Struct, frozen=True, kw_only=True):
    """A move that somebody may do, and what stands against it now as `(path, code)`."""

    move: str
    to: str
    faults: tuple[tuple[str, str], ...]


class CaseShown(msgspec.Struct, frozen=True, kw_only=True):
    """A case with all that was done, the oldest first, and what may be done next."""

    id: UUID
    case: Case
    happenings: tuple[Happening, ...]
    next: tuple[Next, ...]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Cases in the order that was asked for; `after` is given back for the next page, empty at the end."""

    cases: tuple[Case, ...]
    after: str = ""


class StepCount(msgspec.Struct, frozen=True, kw_only=True):
    """How many cases are in a step, and how many of those are late or given to nobody."""

    step: str
    cases: int
    overdue: int
    unassigned: int

"""What actions on cases leave in the log. What stands in a record is not among it: that is erased one day."""

from __future__ import annotations

from uuid import UUID

from focus.core.gate import Event


class CaseMade(Event, frozen=True):
    """There is a case."""

    case: UUID
    number: str
    step: str
    revision: int
    ward: UUID | None


class CaseChanged(Event, frozen=True):
    """A record was changed. `fields`: names of what differs."""

    case: UUID
    revision: int
    fields: tuple[str, ...]


class CaseMoved(Event, frozen=True):
    """A case went to another step. `fields`: names of what was filled in with it."""

    case: UUID
    revision: int
    move: str
    before: str
    after: str
    fields: tuple[str, ...]


class CaseAssigned(Event, frozen=True):
    """A case was given to somebody, or taken back."""

    case: UUID
    revision: int
    person: UUID | None
    unit: UUID | None


class CaseNoted(Event, frozen=True):
    """Somebody wrote a note. Its words stand in the row alone."""

    case: UUID
    note: UUID

"""What the views of incidents show."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from focus.modules.incidents.records import Caller, Incident, Line


class FeedShown(msgspec.Struct, frozen=True, kw_only=True):
    """A feed and how it does."""

    id: UUID
    name: str
    format: str
    last_at: datetime | None
    silent_since: datetime | None
    """Since when nothing came, once that was noticed."""
    today: int
    """Messages since midnight in Brussels, quarantined ones too."""
    quarantined: int


class HeldShown(msgspec.Struct, frozen=True, kw_only=True):
    """A message in quarantine, without what it says."""

    id: UUID
    feed: UUID
    at: datetime
    code: str
    path: str
    detail: str
    octets: int


class MessageShown(msgspec.Struct, frozen=True, kw_only=True):
    """A message as it came."""

    id: UUID
    feed: UUID
    at: datetime
    octets: bytes
    """Base64 in JSON."""


class IncidentShown(msgspec.Struct, frozen=True, kw_only=True):
    """An incident with all that belongs to it."""

    id: UUID
    incident: Incident
    lines: tuple[Line, ...]
    caller: Caller | None
    """For who may see callers."""

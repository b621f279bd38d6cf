"""What the app sends."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from focus.modules.search.cards import Card, VerdictLine
from focus.modules.search.questions import Kind, Reading, Unreadable


class PurposeGiven(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The purpose an officer chose; without one the active task's."""

    code: str
    reference: str | None = None
    reason: str | None = None


class FromCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The step that led here: from which lookup, which card, by which pivot."""

    lookup: UUID
    card: str
    pivot: str


class Ask(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question. `id` is made by the app, so that a double tap is one lookup."""

    id: UUID
    question: str
    reading: Kind | None = None
    """The reading that the officer chose; without it the likeliest."""
    purpose: PurposeGiven | None = None
    task: UUID | None = None
    from_card: FromCard | None = None
    asked_at: datetime | None = None
    """When it was asked on a device without network; None: now."""


class Retry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Ask these sources once more."""

    sources: tuple[str, ...]


class AskDetails(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a source has that said only that it has something."""

    card: str
    source: str


class Split(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Not the same person, vehicle …: this record does not belong to this card."""

    lookup: UUID
    card: str
    record: str


class Stop(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Ask no further."""

    lookup: UUID


class SplitDone(msgspec.Struct, frozen=True, kw_only=True):
    """The cards that changed, the ids that are gone, the verdict if it changed."""

    cards: tuple[Card, ...]
    gone: tuple[str, ...]
    verdict: VerdictLine | None = None


class Stopped(msgspec.Struct, frozen=True):
    """Whether there was something left to stop."""

    stopped: bool


class UnderstoodShown(msgspec.Struct, frozen=True, kw_only=True):
    """All readings and what is wrong."""

    readings: tuple[Reading, ...]
    problems: tuple[Unreadable, ...]

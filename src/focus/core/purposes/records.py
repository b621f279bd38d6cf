"""What is stored and shown of purposes and tasks."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from focus.core.log import Issuer

ReferenceNeed = Literal["required", "optional", "none"]
ReasonNeed = Literal["required", "optional"]
TaskKind = Literal["control", "incident", "case", "check"]

ISSUERS: tuple[Issuer, ...] = ("incident", "case", "control", "self")

DATA_KINDS = (
    "persons",
    "documents",
    "addresses",
    "vehicles",
    "driving",
    "wanted",
    "conditions",
    "weapons",
    "events",
    "criminal",
    "companies",
    "objects",
    "phones",
    "cameras",
)
"""Kinds of data that a purpose opens; `*` opens all."""


class Purpose(msgspec.Struct, frozen=True, kw_only=True):
    """A purpose as an organisation keeps it."""

    code: str
    titles: dict[str, str]
    basis: str
    """Citation of the law, as the organisation words it."""
    reference: ReferenceNeed
    accepts: list[Issuer]
    """Whose references count; not empty unless it takes none."""
    reason: ReasonNeed
    """Of a lookup without task."""
    opens: list[str]
    functions: list[str]
    """Codes of the functions that may use it; empty: every one."""
    active: bool
    reviewed: bool
    """False: still the default text, which the organisation has not confirmed."""

    def open_to(self, function: str) -> bool:
        """Whether somebody in this function may use it."""
        return not self.functions or function in self.functions

    def opens_data(self, kind: str) -> bool:
        """Whether data of this kind may be asked for it."""
        return "*" in self.opens or kind in self.opens


class PurposeChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A purpose as an officer chooses it, in his language."""

    code: str
    title: str
    basis: str
    reference: ReferenceNeed
    accepts: list[Issuer]
    reason: ReasonNeed


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """What a person works on."""

    id: UUID
    kind: TaskKind
    reference: str
    """`C-1109`, or what the control room or the case calls it."""
    issuer: Issuer
    """Who gave the reference, as it was known when the task began."""
    reason: str | None
    """Why, in words: said where nobody but the officer vouches for a reference that is required."""
    title: str
    place: str | None
    purpose: PurposeChoice
    started_at: datetime
    ended_at: datetime | None

"""What the log remembers, and the one form in which it is hashed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal
from uuid import UUID

import msgspec
import rfc8785

from focus.core import clock
from focus.core.ids import new_id

Issuer = Literal["incident", "case", "control", "self"]
"""Who gave a reference: an incident here, a register of cases, our own counter, or only who typed it."""

_SAFE_INTEGER = 2**53 - 1
# UTF-8 order, which msgspec sorts by, and UTF-16 order, which RFC 8785 asks for, agree below this.
_FIRST_DIFFERENCE = "\ud800"

_encoder = msgspec.json.Encoder(order="sorted")


class PurposeStamp(msgspec.Struct, frozen=True, kw_only=True):
    """Why a lookup was allowed: purpose code, legal basis, and what the officer referred to.

    `issuer` is None without a reference, and in entries from before references said who gave them.
    """

    code: str
    basis: str
    reference: str | None = None
    issuer: Issuer | None = None
    reason: str | None = None
    task: UUID | None = None


class LogEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened in one organisation.

    `kind` is module and event ("search.LookupOpened"); `what` is JSON; `recipients` names whoever got
    the data. `id` is unique in the organisation and makes a repeated write harmless.
    """

    organisation_id: UUID
    kind: str
    id: UUID = msgspec.field(default_factory=new_id)
    at: datetime = msgspec.field(default_factory=clock.now)
    person_id: UUID | None = None
    post_id: UUID | None = None
    session_id: UUID | None = None
    device_id: UUID | None = None
    purpose: PurposeStamp | None = None
    what: dict[str, Any] = msgspec.field(default_factory=dict)
    recipients: tuple[str, ...] = ()


_decoder = msgspec.json.Decoder(LogEvent)


def canonical(event: LogEvent) -> bytes:
    """The event as RFC 8785 JSON, UTF-8, the time in UTC.

    msgspec with sorted keys gives the same bytes a hundred times faster, except for floats, integers
    beyond 2⁵³ and keys outside the Basic Multilingual Plane; those go the slow way. Integers beyond 2⁵³
    are refused by RFC 8785 (raises ValueError): write them as text.
    """
    if event.at.tzinfo is not UTC:
        event = msgspec.structs.replace(event, at=event.at.astimezone(UTC))
    if _plain(event.what):
        return _encoder.encode(event)
    return rfc8785.dumps(msgspec.to_builtins(event))


def from_canonical(payload: bytes) -> LogEvent:
    return _decoder.decode(payload)


def _plain(value: object) -> bool:
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return True
    if kind is int:
        return -_SAFE_INTEGER <= value <= _SAFE_INTEGER  # type: ignore[operator]
    if kind is dict:
        return all(
            type(key) is str and (key.isascii() or max(key) < _FIRST_DIFFERENCE) and _plain(item)
            for key, item in value.items()  # type: ignore[attr-defined]
        )
    if kind is list or kind is tuple:
        return all(map(_plain, value))  # type: ignore[call-overload]
    return kind is UUID

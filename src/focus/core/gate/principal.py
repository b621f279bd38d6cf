"""Who is asking: the answer of authentication, the question to policy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

import msgspec


class Principal(msgspec.Struct, frozen=True, kw_only=True):
    """A person in a post, on a device, in a session: everything a decision may depend on."""

    session_id: UUID
    organisation_id: UUID
    person_id: UUID
    post_id: UUID
    device_id: UUID
    function: str
    """Code of the function of the post: `officer`, `shift_leader` …"""
    permissions: frozenset[str]
    units: tuple[UUID, ...] = ()
    language: str = "nl"
    stepped_up_until: datetime | None = None
    expires_at: datetime


class Authenticator(Protocol):
    """What identity gives to the gate."""

    async def authenticate(
        self, *, method: str, path: str, headers: Mapping[str, str], body: bytes, while_locked: bool = False
    ) -> Principal:
        """The one who asks; raises a `Problem` with 401 or 423.

        `path` has no query; `headers` have lower-case names; the proof covers method, path and body.
        """
        ...


class Switches(Protocol):
    """Which modules an organisation has switched on; organisations gives this to the gate."""

    async def modules_on(self, organisation: UUID, units: Sequence[UUID] = ()) -> frozenset[str]:
        """Names of the modules, the platform's own included, and those on trial in one of these units."""
        ...

"""What the parts of identity share in one process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from focus.core.database import Database
from focus.core.gate.services import Service
from focus.core.identity.authenticator import SessionAuthenticator
from focus.core.identity.limits import Limits
from focus.core.identity.oidc import Provider
from focus.core.identity.passkeys import RelyingParty
from focus.core.keys import KeyStore
from focus.core.log import Log, LogEvent
from focus.core.outside import Outside
from focus.core.pace import Pace

if TYPE_CHECKING:
    from focus.core.bus import Bus
    from focus.core.gate.platform import Platform

TOPIC = "identity.sessions"
"""Wake-ups whose key is a session or a device that changed."""


@dataclass(slots=True)
class Identity:
    """Made once when the server starts."""

    database: Database
    log: Log
    bus: Bus
    keys: KeyStore
    party: RelyingParty
    limits: Limits
    authenticator: SessionAuthenticator
    outside: Outside
    """Where identity providers may be."""
    providers: dict[UUID, Provider] = field(default_factory=dict)
    pace: Pace = field(default_factory=Pace)
    """Of those who are not known yet, by address."""
    told_of_codes: list[Any] = field(default_factory=list)
    """`issuing.Told`: who tells a person's devices that a code was issued for him."""

    def changed(self, session_or_device: UUID) -> None:
        """Let every worker read the session, or the device's sessions, anew. Call it after the commit."""
        self.bus.publish(TOPIC, str(session_or_device))


IDENTITY = Service("identity", Identity)


def identity_of(platform: Platform) -> Identity:
    """The identity of a running platform."""
    return platform.service(IDENTITY)


def event(kind: str, organisation: UUID, *, person: UUID | None, **facts: Any) -> LogEvent:
    """A log entry of identity; `post_id`, `session_id` and `device_id` among `facts` find their own place."""
    places = {name: facts.pop(name) for name in ("post_id", "session_id", "device_id") if name in facts}
    return LogEvent(
        organisation_id=organisation, kind=f"identity.{kind}", person_id=person, what=facts, **places
    )

"""The doorman believes the header it is shown and keeps a list of what each organisation switched on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

import msgspec

from focus.core.errors import Problem
from focus.core.gate import Platform, Principal, Service
from focus.core.registry import Module

HEADER = "focus-test-principal"


class SignedOut(Problem):
    """No principal was shown."""

    code = "doorman.signed_out"
    status = 401


class Locked(Problem):
    """The session sleeps."""

    code = "doorman.locked"
    status = 423


@dataclass
class Doorman:
    """Implements `Authenticator` and `Switches`."""

    always_on: frozenset[str]
    off: set[tuple[UUID, str]] = field(default_factory=set)
    locked: set[UUID] = field(default_factory=set)
    modules: frozenset[str] = frozenset()

    async def authenticate(
        self, *, method: str, path: str, headers: Mapping[str, str], body: bytes, while_locked: bool = False
    ) -> Principal:
        """The principal in the header."""
        shown = headers.get(HEADER)
        if shown is None:
            raise SignedOut
        principal = msgspec.json.decode(shown, type=Principal)
        if principal.session_id in self.locked and not while_locked:
            raise Locked
        return principal

    async def modules_on(self, organisation: UUID, units: Sequence[UUID] = ()) -> frozenset[str]:
        """Everything that was not switched off."""
        on = {name for name in self.modules if (organisation, name) not in self.off}
        return self.always_on | on


DOORMAN = Service("doorman", Doorman)


def doorman_of(platform: Platform) -> Doorman:
    """The doorman of a running platform."""
    return platform.service(DOORMAN)


async def start(platform: Platform) -> None:
    """Take post."""
    names = frozenset(platform.registry.by_name)
    doorman = Doorman(always_on=platform.registry.always_on, modules=names)
    platform.offer(DOORMAN, doorman)
    platform.gate.authenticator = doorman
    platform.gate.switches = doorman


module = Module(name="doorman", icon="door", always_on=True, start=start)

"""The gate as the platform hands it on: what may be asked of it without knowing how it works."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Protocol
from uuid import UUID

import msgspec

from focus.core.errors import Problem
from focus.core.gate.commands import Envelope
from focus.core.gate.events import Event
from focus.core.gate.policy import Policy
from focus.core.gate.principal import Authenticator, Principal, Switches
from focus.core.registry.declarations import Action, View


class GateInterface(Protocol):
    """Implemented by `Gate`, which says what each does."""

    authenticator: Authenticator
    switches: Switches
    policy: Policy

    def platform_of(self, module: str) -> Any: ...

    async def permit(
        self, principal: Principal, *, module: str, name: str, needs: str | None, step_up: bool = False
    ) -> None: ...

    async def log_refusal(
        self, principal: Principal, *, module: str, name: str, problem: Problem
    ) -> None: ...

    async def act(
        self,
        principal: Principal,
        module: str,
        action: Action,
        parameters: msgspec.Struct,
        *,
        command: UUID | None = None,
    ) -> bytes: ...

    async def execute(
        self,
        principal: Principal,
        module: str,
        action: Action,
        parameters: msgspec.Struct,
        *,
        envelope: Envelope | None,
    ) -> bytes: ...

    async def refuse(
        self, principal: Principal, operation: str, envelope: Envelope, digest: bytes, problem: Problem
    ) -> None: ...

    async def change(
        self, principal: Principal, module: str, work: Callable[[Any], Awaitable[Event]]
    ) -> Event: ...

    async def read(
        self, principal: Principal, module: str, view: View, parameters: msgspec.Struct
    ) -> Any: ...

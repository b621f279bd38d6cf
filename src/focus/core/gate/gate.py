"""The two doors: `act` and `read`. Every record that is read or written goes through one of them."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

import asyncpg
import msgspec

from focus.core import clock
from focus.core.database import Database
from focus.core.errors import Problem
from focus.core.gate import commands
from focus.core.gate.actor import Actor
from focus.core.gate.commands import Envelope
from focus.core.gate.events import Event
from focus.core.gate.policy import Policy
from focus.core.gate.principal import Authenticator, Principal, Switches
from focus.core.ids import new_id
from focus.core.log import Log, LogEvent, PurposeStamp
from focus.core.registry.declarations import Action, View

if TYPE_CHECKING:
    from focus.core.gate.platform import Platform

_encode = msgspec.json.Encoder().encode
TRIES = 3
FORBIDDEN = 403


class NotPermitted(Problem):
    """The post has no such permission."""

    code = "gate.not_permitted"
    status = 403


class ModuleOff(Problem):
    """The organisation has not switched this module on."""

    code = "gate.module_off"
    status = 404


class StepUpNeeded(Problem):
    """The person must verify himself again, at most five minutes before."""

    code = "gate.step_up_needed"
    status = 403


REFUSALS: Mapping[str, type[Problem]] = {kind.code: kind for kind in (ModuleOff, StepUpNeeded)}


class Gate:
    """Authenticates, decides, runs in scope, logs."""

    authenticator: Authenticator
    """Given by identity when the platform starts."""
    switches: Switches
    """Given by organisations when the platform starts."""
    platform: Platform

    def __init__(self, *, database: Database, log: Log, policy: Policy) -> None:
        self._database = database
        self._log = log
        self.policy = policy
        self._seen: dict[str, Platform] = {}

    def platform_of(self, module: str) -> Platform:
        """The platform as this module sees it."""
        seen = self._seen.get(module)
        if seen is None:
            seen = self._seen[module] = self.platform.seen_by(module)
        return seen

    async def permit(
        self, principal: Principal, *, module: str, name: str, needs: str | None, step_up: bool = False
    ) -> None:
        """Let the call pass, or log the refusal and raise it."""
        on = await self.switches.modules_on(principal.organisation_id, principal.units)
        stepped_up = principal.stepped_up_until is not None and principal.stepped_up_until > clock.now()
        decision = self.policy.decide(
            action="call",
            principal=(principal.function, principal.permissions),
            resource=(("needs", needs or ""), ("module_on", module in on), ("step_up", step_up)),
            context=(("stepped_up", stepped_up),),
        )
        if decision.allowed:
            return
        refusal = REFUSALS.get(decision.forbidden_by, NotPermitted)()
        await self.log_refusal(principal, module=module, name=name, problem=refusal)
        raise refusal

    async def log_refusal(self, principal: Principal, *, module: str, name: str, problem: Problem) -> None:
        """Have it in the log, once, that somebody was refused: by the gate or in the middle of the work.

        Only what may not be done (403), or is switched off, is a refusal; what does not fit is not.
        """
        if problem.logged or not (problem.status == FORBIDDEN or isinstance(problem, ModuleOff)):
            return
        what = {"operation": f"{module}.{name}", "reason": problem.code}
        await self._log.commit_now(log_event(principal, "gate.Refused", what))
        problem.logged = True

    async def act(
        self,
        principal: Principal,
        module: str,
        action: Action,
        parameters: msgspec.Struct,
        *,
        command: UUID | None = None,
    ) -> bytes:
        """Run an action in one transaction with its log entry; the answer is its event as JSON."""
        envelope = Envelope(command) if command else None
        try:
            return await self.execute(principal, module, action, parameters, envelope=envelope)
        except Problem as problem:
            await self.log_refusal(principal, module=module, name=action.name, problem=problem)
            raise

    async def execute(
        self,
        principal: Principal,
        module: str,
        action: Action,
        parameters: msgspec.Struct,
        *,
        envelope: Envelope | None,
    ) -> bytes:
        """What `act` does, for a command with all that goes with it. Its records, feed, log entry and command
        id are committed together."""
        await self.permit(
            principal, module=module, name=action.name, needs=action.needs, step_up=action.step_up
        )
        for _ in range(TRIES - 1):
            # Two who wait for each other: the database ends one of them, who may simply begin again.
            with contextlib.suppress(asyncpg.DeadlockDetectedError):
                return await self._execute(principal, module, action, parameters, envelope)
        return await self._execute(principal, module, action, parameters, envelope)

    async def _execute(
        self,
        principal: Principal,
        module: str,
        action: Action,
        parameters: msgspec.Struct,
        envelope: Envelope | None,
    ) -> bytes:
        async with self._database.transaction(principal.organisation_id) as tx:
            actor = Actor(principal, tx, self.platform_of(module))
            if envelope:
                operation, digest = f"{module}.{action.name}", commands.digest_of(parameters)
                first = await commands.begin(tx, principal, operation, envelope, digest)
                if first is not None:
                    return first
                actor.at = envelope.at or actor.at
                await commands.ready(actor.saves, self.platform.registry.synced, envelope)
            event = await action.function(actor, **msgspec.structs.asdict(parameters))
            if envelope and envelope.device_at:
                actor.log_extra(**envelope.facts(actor.at))
            answer = _encode(await self._logged(actor, module, action.name, event))
            wrote = await actor.saves.write(self.platform.bus)
            if envelope:
                await commands.finish(tx, envelope.id, answer, wrote)
        return answer

    async def refuse(
        self, principal: Principal, operation: str, envelope: Envelope, digest: bytes, problem: Problem
    ) -> None:
        """A command from an outbox will not be done: keep that for its id, with a log entry."""
        what = {
            "operation": operation,
            "reason": problem.code,
            **envelope.facts(),
        }
        async with self._database.transaction(principal.organisation_id) as tx:
            if await commands.begin(tx, principal, operation, envelope, digest) is None:
                await commands.refuse(tx, envelope.id, problem)
                await self._log.append(tx, log_event(principal, "gate.CommandRefused", what))

    async def change(
        self, principal: Principal, module: str, work: Callable[[Actor], Awaitable[Event]]
    ) -> Event:
        """What a route changes, in one transaction with its log entry, as an action does.

        The route's door has permitted the call; `work` returns its event: no event, no commit.
        """
        async with self._database.transaction(principal.organisation_id) as tx:
            actor = Actor(principal, tx, self.platform_of(module))
            event = await self._logged(actor, module, "change", await work(actor))
            await actor.saves.write(self.platform.bus)
            return event

    async def _logged(self, actor: Actor, module: str, name: str, event: Event) -> Event:
        if not isinstance(event, Event):
            raise TypeError(f"{module}.{name} returned no event, so it is not committed")
        what = {**msgspec.to_builtins(event), **actor.facts}
        kind = f"{module}.{type(event).__name__}"
        await self._log.append(actor.tx, log_event(actor.principal, kind, what, purpose=actor.purpose))
        return event

    async def read(self, principal: Principal, module: str, view: View, parameters: msgspec.Struct) -> Any:
        """Run a view; its consultation is in the log before the answer leaves."""
        await self.permit(principal, module=module, name=view.name, needs=view.needs, step_up=view.step_up)
        actor = Actor(principal, self._database.reading(principal.organisation_id), self.platform_of(module))
        try:
            answer = await view.function(actor, **msgspec.structs.asdict(parameters))
        except Problem as problem:
            await self.log_refusal(principal, module=module, name=view.name, problem=problem)
            raise
        if view.consults:
            what = {"view": view.name, "ids": ids_in(answer), **actor.facts}
            await self._log.commit_now(
                log_event(principal, f"{module}.Consulted", what, purpose=actor.purpose)
            )
        return answer


def log_event(
    principal: Principal, kind: str, what: dict[str, Any], *, purpose: PurposeStamp | None = None
) -> LogEvent:
    """A log entry of what a principal does now."""
    return LogEvent(
        id=new_id(),
        organisation_id=principal.organisation_id,
        at=clock.now(),
        kind=kind,
        person_id=principal.person_id,
        post_id=principal.post_id,
        session_id=principal.session_id,
        device_id=principal.device_id,
        purpose=purpose,
        what=what,
    )


def ids_in(answer: Any) -> list[str]:
    """The ids of the records an answer shows: its own, or those of its items."""
    items = answer if isinstance(answer, list | tuple) else [answer]
    found = []
    for item in items:
        own = getattr(item, "id", None)
        if own is not None:
            found.append(str(own))
        elif isinstance(item, msgspec.Struct):
            for name in item.__struct_fields__:
                inner = getattr(item, name)
                if isinstance(inner, list | tuple):
                    found += [str(record.id) for record in inner if hasattr(record, "id")]
    return found

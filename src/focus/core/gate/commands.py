"""A command is done once: its id is claimed in the transaction of what it does, with its first answer."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.errors import Problem
from focus.core.feed import RecordStale

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.feed import Saves
    from focus.core.gate.principal import Principal
    from focus.core.registry import Synced

_OF = ("record", "expected", "version")
"""Of which record and versions a refusal is; what stands in the record is not kept with it."""
_encode = msgspec.json.Encoder().encode


class CommandDiffers(Problem):
    """The command id was used before, by somebody else or for something else."""

    code = "gate.command_differs"
    status = 409


class CommandTooEarly(Problem):
    """A command that must come before this one has not arrived yet: send it again later."""

    code = "gate.command_too_early"
    status = 425


class CommandBlocked(Problem):
    """A command that this one builds on was refused."""

    code = "gate.command_blocked"
    status = 409


class CommandExpired(Problem):
    """It arrived after the moment until which it was to count; nothing was done."""

    code = "gate.command_expired"
    status = 410


class RefusedBefore(Problem):
    """The first answer to this command, given again."""

    def __init__(self, first: Mapping[str, Any]) -> None:
        super().__init__(params=first.get("params", {}), extra=first.get("of", {}))
        self.code, self.status = first["code"], first["status"]  # type: ignore[misc]


@dataclass(frozen=True, slots=True)
class Envelope:
    """What goes with a command. Only `id` where somebody waits for the answer."""

    id: UUID
    at: datetime | None = None
    """When it was done, by the server's clock as far as the phone knew it."""
    device_at: datetime | None = None
    """What the phone's clock said."""
    after: tuple[UUID, ...] = ()
    """Commands that must have been done before."""
    expects: Mapping[str, int | UUID] = field(default_factory=dict)
    """`type/id` → the version that was on the screen, or the command that made it."""
    expires: datetime | None = None

    def facts(self, done: datetime | None = None) -> dict[str, str]:
        """For the log."""
        moments = {"done_at": done or self.at, "device_at": self.device_at}
        told = {name: moment.isoformat() for name, moment in moments.items() if moment}
        return {"command": str(self.id), **told}


def digest_of(parameters: Any) -> bytes:
    """What a second arrival must bring again."""
    return hashlib.sha256(_encode(parameters)).digest()


async def begin(
    tx: Transaction, principal: Principal, operation: str, envelope: Envelope, digest: bytes
) -> bytes | None:
    """Claim a command id; the first answer if it was claimed before by the same person for the same thing.

    A second arrival waits here until the first has committed or failed. Raises CommandDiffers, RefusedBefore.
    """
    claimed = await tx.fetchval(
        """insert into gate.command
             (organisation_id, id, person_id, operation, digest, post_id, device_id, device_at)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning true""",
        envelope.id,
        principal.person_id,
        operation,
        digest,
        principal.post_id,
        principal.device_id,
        envelope.device_at,
    )
    if claimed:
        return None
    row = await tx.fetchrow(
        "select person_id, operation, digest, state, outcome from gate.command where id = $1", envelope.id
    )
    if row is None or (row["person_id"], row["operation"], row["digest"]) != (
        principal.person_id,
        operation,
        digest,
    ):
        raise CommandDiffers
    if row["state"] == "refused":
        raise RefusedBefore(msgspec.json.decode(row["outcome"]))
    return bytes(row["outcome"])


async def ready(saves: Saves, kinds: Mapping[str, Synced], envelope: Envelope) -> None:
    """What must have been done before was done, and the records are as they were on the screen.

    Raises CommandExpired, CommandTooEarly, CommandBlocked, RecordStale with the version there is.
    """
    if envelope.expires and envelope.expires <= clock.now():
        raise CommandExpired
    known = await _earlier(saves.tx, envelope)
    states = {one: known[one]["state"] for one in envelope.after if one in known}
    if "refused" in states.values():
        raise CommandBlocked
    if len(states) < len(set(envelope.after)):
        raise CommandTooEarly
    await _as_expected(saves, kinds, envelope.expects, known)


async def _earlier(tx: Transaction, envelope: Envelope) -> dict[UUID, Any]:
    asked = {*envelope.after, *(one for one in envelope.expects.values() if isinstance(one, UUID))}
    if not asked:
        return {}
    rows = await tx.fetch(
        "select id, state, wrote::text as wrote from gate.command where id = any($1)", list(asked)
    )
    return {row["id"]: row for row in rows}


async def _as_expected(
    saves: Saves, kinds: Mapping[str, Synced], expects: Mapping[str, int | UUID], known: Mapping[UUID, Any]
) -> None:
    for record in sorted(expects):
        name, _, text = record.partition("/")
        expected, version = expects[record], 0
        if isinstance(expected, UUID):
            if expected not in known:
                raise CommandTooEarly
            expected = int(msgspec.json.decode(known[expected]["wrote"]).get(record, 0))
        if name in kinds:
            version = (await saves.hold(kinds[name], UUID(text))).get(UUID(text), 0)
        if version != expected:
            extra = {"record": record, "expected": expected, "version": version}
            raise RecordStale(extra=extra)


async def finish(tx: Transaction, command: UUID, answer: bytes, wrote: Mapping[str, int]) -> None:
    """Keep the first answer and which versions it made."""
    await tx.execute(
        "update gate.command set outcome = $2, wrote = $3::text::jsonb where id = $1",
        command,
        answer,
        _encode(wrote).decode(),
    )


async def refuse(tx: Transaction, command: UUID, problem: Problem) -> None:
    """Keep that it was refused, and why: the same id is given the same answer."""
    of = {name: problem.extra[name] for name in _OF if name in problem.extra}
    what = {"code": problem.code, "status": problem.status, "params": problem.params, "of": of}
    await tx.execute(
        "update gate.command set state = 'refused', outcome = $2 where id = $1", command, _encode(what)
    )

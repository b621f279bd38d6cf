"""Challenges: made before anybody is known, good once, for some minutes."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.database import Database
from focus.core.identity.nonces_table import sweep
from focus.core.identity.problems import CeremonyOver
from focus.core.ids import new_id

if TYPE_CHECKING:
    from focus.core.gate import Platform

LONG = timedelta(minutes=5)
SHORT = timedelta(minutes=2)


class Ceremony(msgspec.Struct, frozen=True):
    """One challenge and what the server remembered with it."""

    id: UUID
    challenge: bytes
    facts: dict[str, Any]


async def begin(database: Database, kind: str, *, lasts: timedelta = SHORT, **facts: Any) -> Ceremony:
    """Remember a fresh challenge of 32 octets."""
    ceremony = Ceremony(new_id(), os.urandom(32), facts)
    async with database.unscoped() as tx:
        await tx.execute(
            """insert into identity.ceremony (id, kind, challenge, facts, expires_at)
               values ($1, $2, $3, $4, $5)""",
            ceremony.id,
            kind,
            ceremony.challenge,
            msgspec.json.encode(facts).decode(),
            clock.now() + lasts,
        )
    return ceremony


async def forget_over(platform: Platform) -> None:
    """Forget the ceremonies that are long over, and the proofs that nobody can send again."""
    now = clock.now()
    async with platform.database.unscoped() as tx:
        await tx.execute("delete from identity.ceremony where expires_at < $1", now - LONG)
        await sweep(tx, now)


async def take(database: Database, kind: str, ceremony: UUID) -> Ceremony:
    """The ceremony, which is then gone; `CeremonyOver` when unknown, taken, expired or of another kind."""
    async with database.unscoped() as tx:
        row = await tx.fetchrow(
            """delete from identity.ceremony where id = $1 and kind = $2
               returning challenge, facts, expires_at""",
            ceremony,
            kind,
        )
    if row is None or row["expires_at"] < clock.now():
        raise CeremonyOver
    return Ceremony(ceremony, row["challenge"], msgspec.json.decode(row["facts"]))

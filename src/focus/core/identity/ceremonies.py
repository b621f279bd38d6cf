"""Challenges: made before anybody is known, good once, for some minutes."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.database import Database
from focus.core.identity.problems import CeremonyOver
from focus.core.ids import new_id

LONG = timedelta(minutes=5)
SHORT = timedelta(minutes=2)


class Ceremony(msgspec.Struct, frozen=True):
    """One challenge and what the server remembered with it."""

    id: UUID
    challenge: bytes
    facts: dict[str, Any]


async def begin(database: Database, kind: str, *, lasts: timedelta = SHORT, **facts: Any) -> Ceremony:
    """Remember a fresh challenge of 32 octets, and forget those that are over."""
    ceremony = Ceremony(new_id(), os.urandom(32), facts)
    now = clock.now()
    async with database.unscoped() as tx:
        await tx.execute(
            """with over as (delete from identity.ceremony where expires_at < $5)
               insert into identity.ceremony (id, kind, challenge, facts, expires_at)
               values ($1, $2, $3, $4, $6)""",
            ceremony.id,
            kind,
            ceremony.challenge,
            msgspec.json.encode(facts).decode(),
            now - LONG,
            now + lasts,
        )
    return ceremony


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

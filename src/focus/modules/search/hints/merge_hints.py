"""Hints of a zone: written on a split, read as a lookup begins, withdrawn by whoever knows better."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any
from uuid import UUID

from focus.core import clock
from focus.core.caching import ScopedCache
from focus.core.gate import Actor, Platform
from focus.core.ids import new_id
from focus.modules.search.rights.hits import HIT

log = logging.getLogger(__name__)

KEPT = timedelta(days=365)
"""Then a hint is forgotten: people marry, registers are put right."""
FRESH_S = 60.0
"""How long another process's withdrawal may take when its wake-up is lost."""
TOPIC = "search.hints"


@dataclass(frozen=True)
class Hints:
    """All hints of one zone as a lookup begins."""

    salt: bytes
    pairs: Mapping[bytes, Mapping[bytes, datetime]] = field(default_factory=dict)
    """Record taken off → the records from which → when a colleague said so."""

    def hashed(self, key: str) -> bytes:
        """A record as it stands in the table."""
        return blake2b(key.encode(), key=self.salt, digest_size=32).digest()


def remembered(key: str) -> bool:
    """Whether a record's key is its own: that of a mere hit is everybody's."""
    return not key.endswith(f"/{HIT}")


class MergeHints:
    """The hints that this process knows."""

    def __init__(self, platform: Platform) -> None:
        self._platform = platform
        self._known: ScopedCache[None, Hints] = ScopedCache(platform.bus, TOPIC, seconds=FRESH_S)

    async def of(self, organisation: UUID) -> Hints:
        """The hints that are in force."""

        async def read() -> Hints:
            async with self._platform.database.transaction(organisation) as tx:
                return await _read(tx)

        try:
            return await self._known.get(organisation, None, read)
        except Exception as failure:
            # A hint is no reason to refuse a lookup; without database the log refuses it.
            log.warning("hints: %s", type(failure).__qualname__)
            return Hints(b"")

    async def remember(self, actor: Actor, parted: str, others: Iterable[str]) -> None:
        """A record is not the same person as these."""
        others = [other for other in others if remembered(other)]
        if not others or not remembered(parted):
            return
        now = clock.now()
        hints = Hints(await _salt(actor.tx, actor.organisation))
        for other in others:
            await actor.tx.execute(
                """insert into search.hint
                   (organisation_id, id, parted, other, person_id, said_at, expires_at)
                   values ($1, $2, $3, $4, $5, $6, $7)
                   on conflict (organisation_id, parted, other) where withdrawn_at is null
                   do update set said_at = excluded.said_at, expires_at = excluded.expires_at,
                                 person_id = excluded.person_id""",
                actor.organisation,
                new_id(),
                hints.hashed(parted),
                hints.hashed(other),
                actor.person,
                now,
                now + KEPT,
            )
        self._changed(actor)

    async def withdraw(self, actor: Actor, parted: str, others: Iterable[str]) -> int:
        """They are the same after all; how many hints that ended."""
        hints = await self.of(actor.organisation)
        ended = await actor.tx.fetch(
            """update search.hint set withdrawn_at = $3, withdrawn_by = $4
               where parted = $1 and other = any($2::bytea[]) and withdrawn_at is null returning id""",
            hints.hashed(parted),
            [hints.hashed(other) for other in others],
            clock.now(),
            actor.person,
        )
        self._changed(actor)
        return len(ended)

    def _changed(self, actor: Actor) -> None:
        bus, key = self._platform.bus, str(actor.organisation)
        actor.tx.after_commit(lambda: bus.publish(TOPIC, key))


async def _read(tx: Any) -> Hints:
    salt = await tx.fetchval("select salt from search.hint_salt")
    if salt is None:
        return Hints(b"")
    rows = await tx.fetch(
        "select parted, other, said_at from search.hint where withdrawn_at is null and expires_at > $1",
        clock.now(),
    )
    pairs: dict[bytes, dict[bytes, datetime]] = {}
    for row in rows:
        pairs.setdefault(row["parted"], {})[row["other"]] = row["said_at"]
    return Hints(salt, pairs)


async def _salt(tx: Any, organisation: UUID) -> bytes:
    await tx.execute(
        "insert into search.hint_salt (organisation_id, salt) values ($1, $2) on conflict do nothing",
        organisation,
        secrets.token_bytes(32),
    )
    salt: bytes = await tx.fetchval("select salt from search.hint_salt")
    return salt

"""Rows of stops in the organisation in scope."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.ids import new_id
from focus.modules.followup.records import Period, Spot

if TYPE_CHECKING:
    import asyncpg

    from focus.core.database import Transaction
    from focus.core.gate import Actor, Principal
    from focus.core.log import PurposeStamp

PAGE = 30


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A stop to be kept."""

    id: UUID
    at: datetime
    ground: str
    basis: str
    lookup: UUID | None
    records: tuple[str, ...]
    described: str
    place: str
    spot: Spot | None
    why: str


async def keep(tx: Transaction, principal: Principal, draft: Draft, purpose: PurposeStamp) -> None:
    """Add a stop; whose units it counts for is decided now."""
    spot = draft.spot
    await tx.execute(
        """insert into followup.stop (organisation_id, id, at, recorded_at, person_id, post_id, units, ground,
             ground_basis, lookup_id, after_lookup, known, records, described, place, longitude, latitude,
             accuracy, why, purpose, basis, reference, issuer, reason, task_id)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
             $16, $17, $18, $19, $20, $21, $22, $23, $24)""",
        draft.id, draft.at, clock.now(), principal.person_id, principal.post_id, list(principal.units),
        draft.ground, draft.basis, draft.lookup, draft.lookup is not None, bool(draft.records),
        list(draft.records), draft.described, draft.place,
        spot.longitude if spot else None, spot.latitude if spot else None, spot.accuracy if spot else None,
        draft.why, purpose.code, purpose.basis, purpose.reference, purpose.issuer,
        purpose.reason, purpose.task,
    )  # fmt: skip


async def erase(tx: Transaction, *, before: datetime) -> int:
    """Take who, where and why out of stops of before that moment, and out of what they said once.

    How many stops that were.
    """
    erased = await tx.fetch(
        """update followup.stop set records = '{}', described = '', place = '', why = '', longitude = null,
             latitude = null, accuracy = null, lookup_id = null, reference = null, reason = null,
             task_id = null, erased = true
           where not erased and at < $1 returning id""",
        before,
    )
    if erased:
        await tx.execute(
            "update followup.stop_change set reason = '', before = '{}' where stop_id = any($1)",
            [row["id"] for row in erased],
        )
    return len(erased)


async def own(tx: Transaction, person: UUID, *, before: UUID | None) -> list[asyncpg.Record]:
    """A person's stops, the newest first."""
    return await tx.fetch(
        """select id, at, ground, ground_basis, lookup_id, records, described, place, longitude, latitude,
             accuracy, why, purpose, reference, issuer, erased, withdrawn_at
           from followup.stop s where person_id = $1 and ($2::uuid is null or (at, id) < (
             select b.at, b.id from followup.stop b where b.id = $2 and b.person_id = $1))
           order by at desc, id desc limit $3""",
        person,
        before,
        PAGE,
    )


async def changes(tx: Transaction, stops: Sequence[UUID]) -> dict[UUID, list[asyncpg.Record]]:
    """What was changed about these stops, the oldest first."""
    found: dict[UUID, list[asyncpg.Record]] = {}
    rows = await tx.fetch(
        """select stop_id, at, kind, reason, before::text as before from followup.stop_change
           where stop_id = any($1) order by at, id""",
        list(stops),
    )
    for row in rows:
        found.setdefault(row["stop_id"], []).append(row)
    return found


async def held(tx: Transaction, person: UUID, stop: UUID) -> asyncpg.Record | None:
    """A stop of this person, which nobody else changes until the transaction ends."""
    return await tx.fetchrow(
        """select id, at, ground, described, place, why, known, erased, withdrawn_at from followup.stop
           where id = $1 and person_id = $2 for update""",
        stop,
        person,
    )


async def correct(
    tx: Transaction, stop: UUID, *, ground: str, basis: str | None, described: str, place: str, why: str
) -> None:
    """Let a stop say this from now on. `basis`: None where the ground stays."""
    await tx.execute(
        """update followup.stop set ground = $2, ground_basis = coalesce($3, ground_basis), described = $4,
             place = $5, why = $6 where id = $1""",
        stop,
        ground,
        basis,
        described,
        place,
        why,
    )


async def withdraw(tx: Transaction, stop: UUID, *, at: datetime) -> None:
    """It counts no more."""
    await tx.execute("update followup.stop set withdrawn_at = $2 where id = $1", stop, at)


async def remember(actor: Actor, stop: UUID, *, kind: str, reason: str, before: Mapping[str, str]) -> None:
    """Keep what was changed, when its officer did it, and why."""
    await actor.tx.execute(
        """insert into followup.stop_change
             (organisation_id, id, stop_id, at, person_id, kind, reason, before)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7::text::jsonb)""",
        new_id(),
        stop,
        actor.at,
        actor.person,
        kind,
        reason,
        msgspec.json.encode(before).decode(),
    )


async def counted(
    tx: Transaction, *, period: Period, first: date, last: date, unit: UUID | None
) -> list[dict[str, Any]]:
    """Counts by period, unit and ground. A stop of an officer with two units counts in each."""
    rows = await tx.fetch(
        """select date_trunc($1, s.at at time zone 'Europe/Brussels')::date as period, u.unit, s.ground,
             count(*) filter (where s.withdrawn_at is null) as stops,
             count(*) filter (where s.withdrawn_at is null and s.after_lookup) as after_lookup,
             count(*) filter (where s.withdrawn_at is null and not s.known) as unknown,
             count(*) filter (where s.withdrawn_at is null and s.issuer = 'self') as self_declared,
             count(*) filter (
               where s.withdrawn_at is null and s.recorded_at > s.at + interval '1 hour') as late,
             count(*) filter (where s.withdrawn_at is not null) as withdrawn
           from followup.stop s
           left join lateral unnest(s.units) as u (unit) on true
           where (s.at at time zone 'Europe/Brussels')::date between $2 and $3
             and ($4::uuid is null or u.unit = $4)
           group by 1, 2, 3 order by 1 desc, 2, 3""",
        period,
        first,
        last,
        unit,
    )
    return [dict(row) for row in rows]

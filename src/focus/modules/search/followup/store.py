"""Rows of stops in the organisation in scope."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.modules.search.followup.records import Period, Spot

if TYPE_CHECKING:
    import asyncpg

    from focus.core.database import Transaction
    from focus.core.gate import Principal
    from focus.core.log import PurposeStamp

PAGE = 30


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A stop to be kept."""

    id: UUID
    at: datetime
    ground: str
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
        """insert into search.stop (organisation_id, id, at, recorded_at, person_id, post_id, units, ground,
             lookup_id, after_lookup, known, records, described, place, longitude, latitude, accuracy, why,
             purpose, basis, reference, reason, task_id)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
             $16, $17, $18, $19, $20, $21, $22)""",
        draft.id, draft.at, clock.now(), principal.person_id, principal.post_id, list(principal.units),
        draft.ground, draft.lookup, draft.lookup is not None, bool(draft.records), list(draft.records),
        draft.described, draft.place,
        spot.longitude if spot else None, spot.latitude if spot else None, spot.accuracy if spot else None,
        draft.why, purpose.code, purpose.basis, purpose.reference, purpose.reason, purpose.task,
    )  # fmt: skip


async def erase(tx: Transaction, *, days: int) -> None:
    """Take who, where and why out of stops that are older than this."""
    await tx.execute(
        """update search.stop set records = '{}', described = '', place = '', why = '', longitude = null,
             latitude = null, accuracy = null, lookup_id = null, reference = null, reason = null,
             task_id = null, erased = true
           where not erased and at < $1""",
        clock.now() - timedelta(days=days),
    )


async def own(tx: Transaction, person: UUID, *, before: UUID | None) -> list[asyncpg.Record]:
    """A person's stops, the newest first."""
    return await tx.fetch(
        """select id, at, ground, lookup_id, records, described, place, longitude, latitude, accuracy, why,
             purpose, reference, erased
           from search.stop s where person_id = $1 and ($2::uuid is null or (at, id) < (
             select b.at, b.id from search.stop b where b.id = $2 and b.person_id = $1))
           order by at desc, id desc limit $3""",
        person,
        before,
        PAGE,
    )


async def counted(
    tx: Transaction, *, period: Period, first: date, last: date, unit: UUID | None
) -> list[dict[str, Any]]:
    """Counts by period, unit and ground. A stop of an officer with two units counts in each."""
    rows = await tx.fetch(
        """select date_trunc($1, s.at at time zone 'Europe/Brussels')::date as period, u.unit, s.ground,
             count(*) as stops, count(*) filter (where s.after_lookup) as after_lookup,
             count(*) filter (where not s.known) as unknown
           from search.stop s
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

"""Rows of shifts in the organisation in scope."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    import asyncpg

    from focus.core.database import Transaction


async def begin(
    tx: Transaction,
    shift: UUID,
    *,
    person: UUID,
    post: UUID,
    unit: UUID | None,
    crew: str,
    since: datetime,
    until: datetime,
) -> None:
    """Add a shift; the person has none that is open."""
    await tx.execute(
        """insert into duty.shift
             (organisation_id, id, person_id, post_id, unit_id, crew, since, until)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7)""",
        shift,
        person,
        post,
        unit,
        crew,
        since,
        until,
    )


async def end(tx: Transaction, person: UUID, *, at: datetime) -> datetime | None:
    """End the open shift of a person; when it began, None without one."""
    since: datetime | None = await tx.fetchval(
        """update duty.shift set ended_at = greatest($2, since) where person_id = $1 and ended_at is null
           returning since""",
        person,
        at,
    )
    return since


async def open_of(tx: Transaction, person: UUID) -> asyncpg.Record | None:
    """The shift in which a person is now, by the clock of the database."""
    return await tx.fetchrow(
        """select id, unit_id, crew, since, until from duty.shift
           where person_id = $1 and ended_at is null and until > now()""",
        person,
    )


async def overdue(tx: Transaction, *, at: datetime) -> list[UUID]:
    """Persons whose open shift is over."""
    rows = await tx.fetch(
        "select person_id from duty.shift where ended_at is null and until <= $1 order by person_id", at
    )
    return [row["person_id"] for row in rows]

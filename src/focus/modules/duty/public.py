"""What other modules may ask about duty."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

if TYPE_CHECKING:
    from focus.core.database import Transaction


class OnDuty(NamedTuple):
    """Somebody on duty."""

    unit: UUID | None
    crew: str
    until: datetime


async def on_duty(tx: Transaction, persons: Collection[UUID]) -> dict[UUID, OnDuty]:
    """Those of these persons who are on duty now, in the organisation in scope."""
    rows = await tx.fetch(
        """select person_id, unit_id, crew, until from duty.shift
           where person_id = any($1) and ended_at is null and until > now()""",
        list(persons),
    )
    return {row["person_id"]: OnDuty(row["unit_id"], row["crew"], row["until"]) for row in rows}

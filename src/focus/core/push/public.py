"""What modules may use: waking people, and who can be woken."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from focus.core.push.calling import PUSH, Push

if TYPE_CHECKING:
    from focus.core.database import Transaction

__all__ = ["PUSH", "Push", "wakeable"]


async def wakeable(tx: Transaction, persons: Collection[UUID]) -> frozenset[UUID]:
    """Those of these people of whom a device can be woken, as far as is known."""
    rows = await tx.fetch(
        "select distinct person_id from push.subscription where person_id = any($1) and failures < 5",
        list(persons),
    )
    return frozenset(row["person_id"] for row in rows)

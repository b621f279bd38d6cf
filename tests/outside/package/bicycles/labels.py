"""A label for each bicycle, printed after it was brought in."""

from __future__ import annotations

from uuid import UUID

from focus.core.gate import Platform


async def label(platform: Platform, *, organisation: UUID, bicycle: UUID) -> None:
    """Print the label, which a second time does no harm."""
    async with platform.database.transaction(organisation) as tx:
        await tx.execute(
            "update bicycles.bicycle set labelled_at = coalesce(labelled_at, now()) where id = $1",
            bicycle,
        )

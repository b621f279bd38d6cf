"""The feed of each organisation stays small, however often its records change. SPEC.md S26."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from focus.core.feed.pruning import compact
from focus.core.organisations.public import directory
from focus.core.registry import Job

if TYPE_CHECKING:
    from focus.core.gate import Platform

COMPACT: Final = Job("focus.core.sync.compacting:compact_all", every=timedelta(minutes=10))


async def compact_all(platform: Platform) -> None:
    """Erase entries that a later one repeats, organisation by organisation."""
    async with platform.database.unscoped(readonly=True) as tx:
        organisations = [entry.id for entry in await directory(tx)]
    for organisation in organisations:
        async with platform.database.transaction(organisation) as tx:
            await compact(tx)

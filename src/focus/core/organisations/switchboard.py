"""The gate's answer to "which modules are on here", kept in memory until a wake-up says it changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from focus.core.caching import ScopedCache
from focus.core.organisations.wake import TOPIC

if TYPE_CHECKING:
    from focus.core.gate.platform import Platform


class Switchboard:
    """Implements `focus.core.gate.Switches`."""

    def __init__(self, platform: Platform) -> None:
        self._database = platform.database
        self._always_on = platform.registry.always_on
        self._kept: ScopedCache[None, dict[str, frozenset[UUID]]] = ScopedCache(
            platform.bus, TOPIC, seconds=None
        )

    async def modules_on(self, organisation: UUID, units: Sequence[UUID] = ()) -> frozenset[str]:
        """Modules that are always on, switched on, or on trial in one of these units."""
        switches = await self._kept.get(organisation, None, lambda: self._look_up(organisation))
        mine = frozenset(units)
        return self._always_on | {name for name, pilot in switches.items() if not pilot or pilot & mine}

    async def _look_up(self, organisation: UUID) -> dict[str, frozenset[UUID]]:
        async with self._database.unscoped() as tx:
            rows = await tx.fetch(
                "select module, pilot_units from organisations.switches_of($1)", organisation
            )
        return {row["module"]: frozenset[UUID](row["pilot_units"]) for row in rows}

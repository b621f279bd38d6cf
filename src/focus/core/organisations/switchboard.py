"""The gate's answer to "which modules are on here", kept in memory until a wake-up says it changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from focus.core.organisations.wake import TOPIC

if TYPE_CHECKING:
    from focus.core.gate.platform import Platform

MAX_KEPT = 10_000
"""Organisations; each takes some hundred octets."""


class Switchboard:
    """Implements `focus.core.gate.Switches`."""

    def __init__(self, platform: Platform) -> None:
        self._database = platform.database
        self._always_on = platform.registry.always_on
        self._kept: dict[UUID, dict[str, frozenset[UUID]]] = {}
        self._turn = 0
        platform.bus.subscribe(TOPIC, self._forget)

    async def modules_on(self, organisation: UUID, units: Sequence[UUID] = ()) -> frozenset[str]:
        """Modules that are always on, switched on, or on trial in one of these units."""
        switches = self._kept.get(organisation)
        if switches is None:
            switches = await self._look_up(organisation)
        mine = frozenset(units)
        return self._always_on | {name for name, pilot in switches.items() if not pilot or pilot & mine}

    async def _look_up(self, organisation: UUID) -> dict[str, frozenset[UUID]]:
        turn = self._turn
        async with self._database.unscoped() as tx:
            rows = await tx.fetch(
                "select module, pilot_units from organisations.switches_of($1)", organisation
            )
        switches = {row["module"]: frozenset[UUID](row["pilot_units"]) for row in rows}
        if turn == self._turn and len(self._kept) < MAX_KEPT:
            self._kept[organisation] = switches
        return switches

    def _forget(self, key: str) -> None:
        """Drop what was kept; an answer that is being looked up meanwhile is not kept either."""
        self._turn += 1
        if key == "*":
            self._kept.clear()
        else:
            self._kept.pop(UUID(key), None)

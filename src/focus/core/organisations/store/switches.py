"""Which modules the organisation in scope has switched on, and their settings."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.organisations.errors import UnitUnknown
from focus.core.organisations.store.rows import json

if TYPE_CHECKING:
    from focus.core.database import Transaction


async def switched_on(tx: Transaction) -> dict[str, list[UUID]]:
    """Modules that are on, each with its pilot units (empty: on for all)."""
    rows = await tx.fetch("select module, pilot_units from organisations.module_switch where is_on")
    return {row["module"]: list(row["pilot_units"]) for row in rows}


async def switch(tx: Transaction, module: str, *, on: bool, pilot_units: Collection[UUID] = ()) -> None:
    """Switch a module on or off, at once; its data stay."""
    units = sorted(set(pilot_units))
    known = await tx.fetchval("select count(*) from organisations.unit where id = any ($1::uuid[])", units)
    if known != len(units):
        raise UnitUnknown
    await tx.execute(
        """insert into organisations.module_switch (organisation_id, module, is_on, pilot_units, changed_at)
           values (focus.must_scope(), $1, $2, $3, $4)
           on conflict (organisation_id, module) do update
             set is_on = excluded.is_on, pilot_units = excluded.pilot_units,
               changed_at = excluded.changed_at""",
        module, on, units, clock.now(),
    )  # fmt: skip


async def settings(tx: Transaction) -> dict[str, dict[str, Any]]:
    """The settings that were changed, by module."""
    rows = await tx.fetch("select module, value::text as value from organisations.setting")
    return {row["module"]: msgspec.json.decode(row["value"]) for row in rows}


async def setting(tx: Transaction, module: str) -> dict[str, Any]:
    """The changed settings of one module; empty when nothing was changed."""
    value = await tx.fetchval("select value::text from organisations.setting where module = $1", module)
    return msgspec.json.decode(value) if value else {}


async def change_setting(tx: Transaction, module: str, value: msgspec.Struct) -> None:
    """Keep the settings of a module, which its own type has validated."""
    await tx.execute(
        """insert into organisations.setting (organisation_id, module, value, changed_at)
           values (focus.must_scope(), $1, $2::text::jsonb, $3)
           on conflict (organisation_id, module)
             do update set value = excluded.value, changed_at = excluded.changed_at""",
        module, json(value), clock.now(),
    )  # fmt: skip

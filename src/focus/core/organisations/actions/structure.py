"""Units, wards and functions of the own organisation."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from focus.core import clock
from focus.core.gate import Actor, action
from focus.core.organisations import events, rules
from focus.core.organisations.records import Names, UnitKind
from focus.core.organisations.store import structure as store
from focus.core.organisations.wake import changed


def today() -> date:
    """The day in Belgium."""
    return clock.now().astimezone(clock.BRUSSELS).date()


@action(needs="organisations.manage", step_up=True)
async def create_unit(
    actor: Actor,
    *,
    code: str,
    names: Names,
    kind: UnitKind,
    parent: UUID | None = None,
    valid_from: date | None = None,
) -> events.UnitCreated:
    """Add a service or team, under another unit or at the top."""
    unit = await store.add_unit(
        actor.tx, code=code, names=names, kind=kind, parent=parent, valid_from=valid_from or today()
    )
    return events.UnitCreated(unit=unit)


@action(needs="organisations.manage", step_up=True)
async def edit_unit(
    actor: Actor, *, unit: UUID, code: str, names: Names, kind: UnitKind, parent: UUID | None = None
) -> events.UnitEdited:
    """Rename a unit or move it in the tree."""
    await store.change_unit(actor.tx, unit, code=code, names=names, kind=kind, parent=parent)
    return events.UnitEdited(unit=unit)


@action(needs="organisations.manage", step_up=True)
async def close_unit(actor: Actor, *, unit: UUID, last_day: date) -> events.UnitClosed:
    """End a unit once nothing and nobody stands in it any longer."""
    await store.close_unit(actor.tx, unit, last_day=last_day)
    return events.UnitClosed(unit=unit, last_day=last_day)


@action(needs="organisations.manage", step_up=True)
async def create_ward(
    actor: Actor, *, code: str, names: Names, area: dict[str, Any], valid_from: date | None = None
) -> events.WardCreated:
    """Add a ward; `area` is a GeoJSON Polygon or MultiPolygon in degrees, longitude first."""
    ward = await store.add_ward(actor.tx, code=code, names=names, area=area, valid_from=valid_from or today())
    return events.WardCreated(ward=ward)


@action(needs="organisations.manage", step_up=True)
async def edit_ward(
    actor: Actor, *, ward: UUID, code: str, names: Names, area: dict[str, Any]
) -> events.WardEdited:
    """Rename a ward or draw it anew."""
    await store.change_ward(actor.tx, ward, code=code, names=names, area=area)
    return events.WardEdited(ward=ward)


@action(needs="organisations.manage", step_up=True)
async def close_ward(actor: Actor, *, ward: UUID, last_day: date) -> events.WardClosed:
    """End a ward."""
    await store.close_ward(actor.tx, ward, last_day=last_day)
    return events.WardClosed(ward=ward, last_day=last_day)


@action(needs="organisations.rights", step_up=True)
async def create_function(
    actor: Actor, *, code: str, names: Names, permissions: list[str]
) -> events.FunctionCreated:
    """Add a function with what it permits by default."""
    checked = rules.known_permissions(permissions, actor.platform.registry.permissions)
    made = await store.add_function(actor.tx, code=code, names=names, permissions=checked)
    return events.FunctionCreated(function=made, permissions=checked)


@action(needs="organisations.rights", step_up=True)
async def edit_function(
    actor: Actor, *, function: str, names: Names, permissions: list[str], active: bool = True
) -> events.FunctionEdited:
    """Change what a function permits, from now on and for everybody in it; or take it out of use."""
    checked = rules.known_permissions(permissions, actor.platform.registry.permissions)
    before = [one.permissions for one in await store.functions(actor.tx) if one.code == function]
    await store.change_function(actor.tx, function, names=names, permissions=checked, active=active)
    changed(actor)
    was = sorted(before[0]) if before else []
    return events.FunctionEdited(function=function, permissions=checked, before=was, active=active)

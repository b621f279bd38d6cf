"""The digital menu of an organisation: modules on and off, and their settings."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec

from focus.core.gate import Actor, action, changes
from focus.core.organisations import events
from focus.core.organisations.errors import (
    ModuleFixed,
    ModuleNeeded,
    ModuleNeeds,
    ModuleUnknown,
    SettingInvalid,
)
from focus.core.organisations.store import switches as store
from focus.core.organisations.wake import changed
from focus.core.registry import Module


@action(needs="organisations.switch", step_up=True)
async def switch_module_on(
    actor: Actor,
    *,
    name: str,
    pilot_units: list[UUID] = [],  # noqa: B006 - the request's default
) -> events.ModuleSwitchedOn:
    """Switch a module on, at once, for everybody or for some units on trial."""
    module = _switchable(actor, name)
    registry, on = actor.platform.registry, await store.switched_on(actor.tx)
    for other in module.requires:
        if other not in registry.always_on and other not in on:
            raise ModuleNeeds(params={"other": other})
    await store.switch(actor.tx, name, on=True, pilot_units=pilot_units)
    changed(actor)
    return events.ModuleSwitchedOn(module_name=name, pilot_units=pilot_units)


@action(needs="organisations.switch", step_up=True)
async def switch_module_off(actor: Actor, *, name: str) -> events.ModuleSwitchedOff:
    """Switch a module off, at once; its data stay with the organisation."""
    _switchable(actor, name)
    on = await store.switched_on(actor.tx)
    for other in actor.platform.registry:
        if other.name in on and name in other.requires:
            raise ModuleNeeded(params={"other": other.name})
    await store.switch(actor.tx, name, on=False)
    changed(actor)
    return events.ModuleSwitchedOff(module_name=name)


def _switchable(actor: Actor, name: str) -> Module:
    module = actor.platform.registry.by_name.get(name)
    if module is None:
        raise ModuleUnknown
    if module.always_on:
        raise ModuleFixed
    return module


@action(needs="organisations.switch", step_up=True)
async def change_setting(actor: Actor, *, name: str, values: dict[str, Any]) -> events.SettingChanged:
    """Change settings of a module; those not named keep their value."""
    module = actor.platform.registry.by_name.get(name)
    if module is None or module.settings is None:
        raise ModuleUnknown
    before = await store.setting(actor.tx, name)
    value = validated(module.settings, {**before, **values})
    await store.change_setting(actor.tx, name, value)
    changed(actor)
    kept = msgspec.convert(before, module.settings)
    return events.SettingChanged(module_name=name, changes=changes(kept, value))


def validated(kind: type[msgspec.Struct], values: dict[str, Any]) -> msgspec.Struct:
    """The values as the module's own type; raises `SettingInvalid` for what does not fit or is unknown."""
    known = {field.encode_name for field in msgspec.structs.fields(kind)}
    for key in values:
        if key not in known:
            raise SettingInvalid(params={"path": key[:60]})
    try:
        return msgspec.convert(values, kind)
    except msgspec.ValidationError as wrong:
        path = str(wrong).rpartition("`$.")[2].rstrip("`")
        raise SettingInvalid(params={"path": path[:60]}) from None

"""What may be read of organisations and people."""

from __future__ import annotations

from datetime import date, datetime

import msgspec

from focus.core import clock
from focus.core.gate import Actor, view
from focus.core.organisations.records import (
    Function,
    Grant,
    ModuleState,
    Organisation,
    OrganisationEntry,
    OrganisationKind,
    Person,
    Post,
    Unit,
    Ward,
)
from focus.core.organisations.rules import in_force
from focus.core.organisations.store import organisations as organisation_store
from focus.core.organisations.store import people as people_store
from focus.core.organisations.store import sharing, structure, switches


class Grants(msgspec.Struct, frozen=True, kw_only=True):
    """Grants in both directions, the ended ones included."""

    given: list[Grant]
    received: list[Grant]


def _day(on: date | None) -> date:
    return on or clock.now().astimezone(clock.BRUSSELS).date()


@view(needs=None, consults=False)
async def organisation(actor: Actor) -> Organisation:
    """One's own organisation."""
    return await organisation_store.own(actor.tx)


@view(needs=None, consults=False)
async def directory(
    actor: Actor, *, kind: OrganisationKind | None = None, on: date | None = None, past: bool = False
) -> list[OrganisationEntry]:
    """Organisations by kind and code: those in force on a day (default today), or with `past` all."""
    entries = await organisation_store.directory(actor.tx)
    return [
        entry
        for entry in entries
        if kind in {None, entry.kind} and (past or in_force(_day(on), entry.valid_from, entry.valid_to))
    ]


@view(needs="organisations.read", consults=False)
async def units(actor: Actor, *, on: date | None = None) -> list[Unit]:
    """Units in force on a day, default today."""
    return await structure.units(actor.tx, on=_day(on))


@view(needs="organisations.read", consults=False)
async def wards(actor: Actor, *, on: date | None = None) -> list[Ward]:
    """Wards in force on a day, default today, with the posts of their officers."""
    return await structure.wards(actor.tx, on=_day(on))


@view(needs="organisations.read", consults=False, private=True)
async def wards_at(actor: Actor, *, longitude: float, latitude: float, on: date | None = None) -> list[Ward]:
    """Wards that contain a point, the smallest first."""
    return await structure.wards_at(actor.tx, longitude=longitude, latitude=latitude, on=_day(on))


@view(needs="organisations.read", consults=False)
async def functions(actor: Actor) -> list[Function]:
    """Functions with what they permit now."""
    return await structure.functions(actor.tx)


@view(needs="organisations.people")
async def people(actor: Actor, *, on: date | None = None, past: bool = False) -> list[Person]:
    """People whom the organisation employs on a day (default today), or with `past` ever employed."""
    return await people_store.people(actor.tx, on=None if past else _day(on))


@view(needs="organisations.read")
async def posts(actor: Actor, *, at: datetime | None = None, past: bool = False) -> list[Post]:
    """Posts held at a moment (default now) with their holders, or with `past` all there ever were."""
    return await people_store.posts(actor.tx, at=None if past else at or clock.now())


@view(needs="organisations.share")
async def grants(actor: Actor) -> Grants:
    """What one's organisation shares, and what is shared with it."""
    return Grants(
        given=await sharing.grants_given(actor.tx), received=await sharing.grants_received(actor.tx)
    )


@view(needs="organisations.read", consults=False)
async def modules(actor: Actor) -> list[ModuleState]:
    """Every installed module: on or off here, on trial where, and with which settings."""
    registry, texts = actor.platform.registry, actor.platform.texts
    on, changed = await switches.switched_on(actor.tx), await switches.settings(actor.tx)
    return [
        ModuleState(
            name=module.name,
            icon=module.icon,
            title=texts.get(actor.language, f"{module.name}-title"),
            on=module.always_on or module.name in on,
            always_on=module.always_on,
            pilot_units=on.get(module.name, []),
            requires=list(module.requires),
            settings=None
            if module.settings is None
            else msgspec.to_builtins(msgspec.convert(changed.get(module.name, {}), module.settings)),
        )
        for module in registry
    ]

"""What an officer is asked when his duty begins."""

from __future__ import annotations

from focus.core import clock
from focus.core.gate import Actor, view
from focus.core.organisations.public import name_in, units
from focus.modules.duty.records import UnitShown


@view(needs="duty.use", consults=False)
async def duty_units(actor: Actor) -> list[UnitShown]:
    """The units of today, his own first."""
    today = clock.now().astimezone(clock.BRUSSELS).date()
    found = [
        UnitShown(id=one.id, name=name_in(one.names, actor.language), own=one.id in actor.principal.units)
        for one in await units(actor.tx)
        if one.valid_from <= today and (one.valid_to is None or one.valid_to >= today)
    ]
    return sorted(found, key=lambda one: (not one.own, one.name))

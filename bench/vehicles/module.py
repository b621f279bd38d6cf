"""One table, one view: the least that a request can be with everything around it."""

from __future__ import annotations

from uuid import UUID

import msgspec

from focus.core.gate import Actor, view
from focus.core.registry import Module


class Vehicle(msgspec.Struct, frozen=True):
    """A row as it is shown."""

    id: UUID
    plate: str
    make: str
    colour: str
    year: int


@view(needs=None)
async def of_street(actor: Actor, *, street: int) -> list[Vehicle]:
    """Twenty vehicles of one street, by index."""
    rows = await actor.tx.fetch(
        "select id, plate, make, colour, year from vehicles.vehicle where street = $1 limit 20", street
    )
    return [Vehicle(*row) for row in rows]


module = Module(name="vehicles", icon="car", always_on=True, views=(of_street,), package="bench.vehicles")

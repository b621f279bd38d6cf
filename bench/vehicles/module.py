"""One table, one view: the least that a request can be with everything around it."""

from __future__ import annotations

import os
from uuid import UUID

import msgspec

from focus.core.gate import Actor, Platform, view
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


async def start(platform: Platform) -> None:
    """Put the organisation's own vehicles among the sources."""
    from bench.vehicles.own import OwnVehicles
    from focus.modules.search.lookups.service import SEARCH

    search = platform.service(SEARCH)
    search.sources = (*search.sources, OwnVehicles(platform, UUID(os.environ["BENCH_ORGANISATION"])))
    search.selection.sources = search.sources


module = Module(
    name="vehicles",
    icon="car",
    requires=("search",),
    always_on=True,
    views=(of_street,),
    start=start,
    package="bench.vehicles",
)

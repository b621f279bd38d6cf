"""What the app draws: base maps, wards, own layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from focus.core import clock
from focus.core.gate import Actor, view
from focus.core.organisations import public as organisations
from focus.modules.map import archives, store
from focus.modules.map.records import BaseMap, Feature, Features, Layer

if TYPE_CHECKING:
    from focus.core.database import Transaction


@view(needs="map.read", consults=False)
async def maps(actor: Actor) -> list[BaseMap]:
    """The base maps of this installation, the newest first."""
    return archives.all_of(actor.platform.settings.home)


@view(needs="map.read", consults=False)
async def wards(actor: Actor) -> Features:
    """The wards of today as GeoJSON: `code`, and `names` by language."""
    return await wards_of(actor.tx)


@view(needs="map.read", consults=False)
async def layers(actor: Actor) -> list[Layer]:
    """The organisation's own layers, by name."""
    return await store.layers(actor.tx)


async def wards_of(tx: Transaction) -> Features:
    """See `wards`."""
    today = clock.now().astimezone(clock.BRUSSELS).date()
    found = await organisations.wards(tx, on=today)
    return Features(
        features=[
            Feature(
                id=str(one.id), geometry=one.area, properties={"code": one.code, "names": dict(one.names)}
            )
            for one in found
        ]
    )

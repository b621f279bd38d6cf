"""Own layers come and go."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

import msgspec

from focus.core.gate import Actor, Event, action
from focus.core.ids import new_id
from focus.core.organisations.public import settings_of
from focus.modules.map import store
from focus.modules.map.checking import checked
from focus.modules.map.problems import LayerUnknown, TooManyLayers
from focus.modules.map.records import Layer
from focus.modules.map.settings import MapSettings

Name = Annotated[str, msgspec.Meta(min_length=1, max_length=80)]


class LayerAdded(Event, frozen=True):
    """Everybody of the organisation sees a layer with so many points and areas."""

    layer: UUID
    name: str
    features: int


class LayerRemoved(Event, frozen=True):
    """Nobody sees it any more."""

    layer: UUID


@action(needs="map.write")
async def add_layer(actor: Actor, *, name: Name, geojson: dict[str, Any]) -> LayerAdded:
    """Show points and areas to everybody: a GeoJSON collection, in degrees, of at most a megabyte."""
    settings = await settings_of(actor.tx, "map", MapSettings)
    features = checked(geojson, most=settings.most_features)
    if await store.hold(actor.tx) >= settings.most_layers:
        raise TooManyLayers(params={"most": settings.most_layers})
    layer = Layer(id=new_id(), name=" ".join(name.split()), features=features)
    await store.add(actor.tx, layer)
    return LayerAdded(layer=layer.id, name=layer.name, features=len(features.features))


@action(needs="map.write")
async def remove_layer(actor: Actor, *, layer: UUID) -> LayerRemoved:
    """Show it no more."""
    if not await store.remove(actor.tx, layer):
        raise LayerUnknown
    return LayerRemoved(layer=layer)

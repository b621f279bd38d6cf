"""The map declares itself."""

from __future__ import annotations

from focus.core.registry import Module
from focus.modules.map import features, layers, octets, views
from focus.modules.map.settings import MapSettings

module = Module(
    name="map",
    icon="map",
    requires=("organisations",),
    permissions=("map.read", "map.write"),
    actions=(layers.add_layer, layers.remove_layer),
    views=(views.maps, views.wards, views.layers),
    routes=(*octets.ROUTES, *features.ROUTES),
    settings=MapSettings,
    menu=True,
)

"""Areas as GeoJSON polygons: wards, and circles around a house."""

from __future__ import annotations

from math import cos, pi, radians, sin
from typing import Any

import numpy as np

from .addresses import Town, wards_per_place
from .places import Municipality, municipalities
from .streets import ringlaan, to_lonlat

Polygon = dict[str, Any]
reach = 2_600.0
"""Metres from the centre to the edge of the outer wards."""


def around(town: Town, address: int, *, metres: float) -> Polygon:
    """A round area, as 24 corners, around one house."""
    lon, lat = float(town.addresses.lon[address]), float(town.addresses.lat[address])
    east = metres / (111_320 * cos(radians(lat)))
    north = metres / 110_574
    ring = [
        [round(lon + east * cos(k * pi / 12), 6), round(lat + north * sin(k * pi / 12), 6)] for k in range(24)
    ]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def station_quarter(town: Town) -> Polygon:
    """The area that conditions call `Stationsbuurt`: 350 m around Stationsplein 1."""
    return around(town, town.address("Lindebeek", "Stationsplein", 1), metres=350)


def ward_polygon(ward: int) -> Polygon:
    """Ward 0 is the disc inside the ring road, the others are sectors of 60° outside it."""
    place = municipalities[ward // wards_per_place]
    sector = ward % wards_per_place
    if sector == 0:
        corners = [_corner(place, ringlaan, k * pi / 24) for k in range(48)]
    else:
        low = (sector - 1) * pi / 3
        inner = [_corner(place, ringlaan, low + k * pi / 24) for k in range(9)]
        outside = [_corner(place, reach, low + k * pi / 24) for k in range(8, -1, -1)]
        corners = inner + outside
    ring = [[round(x, 6), round(y, 6)] for x, y in to_lonlat(np.array(corners)).tolist()]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def _corner(place: Municipality, radius: float, angle: float) -> tuple[float, float]:
    return place.at[0] + radius * cos(angle), place.at[1] + radius * sin(angle)

"""The map as GeoJSON (EPSG:4326) for a base map: streets, buildings, water, wards, municipalities."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from shapely import STRtree
from shapely.geometry import LineString, Point
from shapely.geometry import Polygon as Shape

from .addresses import Town, ward_name, wards_per_place
from .areas import station_quarter, ward_polygon
from .streets import Points, brook, canal, to_lonlat, to_metres

Collection = dict[str, Any]
Feature = dict[str, Any]


def streets(town: Town) -> Collection:
    return _collection(
        _feature(
            "LineString",
            _written(to_lonlat(street.line)),
            name=street.name,
            name_fr=street.name_fr,
            kind=street.kind,
            municipality=town.places[street.municipality].name,
            nis=town.places[street.municipality].nis,
        )
        for street in town.streets
    )


def buildings(town: Town) -> Collection:
    """One footprint per house, turned to its street; none stands on another street."""
    lines = STRtree([LineString(street.line).buffer(4.0) for street in town.streets])
    found = []
    for number, street in enumerate(town.streets):
        for house, shape in _footprints(town, number, street.line):
            if any(other != number for other in lines.query(shape, predicate="intersects").tolist()):
                continue
            ring = to_lonlat(np.array(shape.exterior.coords))
            found.append(_feature("Polygon", [_written(ring)], street=street.name, house=house))
    return _collection(found)


def _footprints(town: Town, number: int, line: Points) -> list[tuple[int, Shape]]:
    rows = [row for row in town.addresses.where("street", number) if town.addresses.box[row] <= 1]
    if not rows:
        return []
    points = to_metres(np.column_stack((town.addresses.lon[rows], town.addresses.lat[rows])))
    road = LineString(line)
    shapes = []
    for row, point in zip(rows, points, strict=True):
        foot = np.array(road.interpolate(road.project(Point(*point))).coords[0])
        across = (point - foot) / max(1e-6, float(np.hypot(*(point - foot))))
        along = np.array((-across[1], across[0])) * 3.4
        near, far = across * -4.0, across * (5.0 + row % 4)
        corners = [point + near - along, point + near + along, point + far + along, point + far - along]
        shapes.append((int(town.addresses.house[row]), Shape(corners)))
    return shapes


def water(town: Town) -> Collection:
    """The canal as a band of 30 m, the brook as a line."""
    del town
    band = np.array(LineString(canal).buffer(15.0, cap_style="flat").exterior.coords)
    return _collection(
        [
            _feature("Polygon", [_written(to_lonlat(band))], name="De Vaart", kind="canal"),
            _feature("LineString", _written(to_lonlat(brook)), name="De Linde", kind="brook"),
        ]
    )


def wards(town: Town) -> Collection:
    features = [
        {
            "type": "Feature",
            "geometry": ward_polygon(ward),
            "properties": {"ward": ward, "name": ward_name(ward)},
        }
        for ward in range(len(town.places) * wards_per_place)
    ]
    return _collection(features)


def areas(town: Town) -> Collection:
    """Areas that conditions speak of."""
    quarter = {"type": "Feature", "geometry": station_quarter(town), "properties": {"name": "Stationsbuurt"}}
    return _collection([quarter])


layers: dict[str, Callable[[Town], Collection]] = {
    "streets": streets,
    "buildings": buildings,
    "water": water,
    "wards": wards,
    "areas": areas,
}


def _feature(shape: str, coordinates: Any, **properties: Any) -> Feature:
    return {
        "type": "Feature",
        "geometry": {"type": shape, "coordinates": coordinates},
        "properties": properties,
    }


def _collection(features: Any) -> Collection:
    return {"type": "FeatureCollection", "features": list(features)}


def _written(points: Points) -> list[list[float]]:
    return [[round(x, 6), round(y, 6)] for x, y in points.tolist()]

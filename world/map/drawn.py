"""What the region's base map shows, in layers and kinds of the Protomaps basemap 4 and in Web Mercator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import pi

import numpy as np
from shapely import prepare, transform, unary_union
from shapely.geometry import LineString, Point, Polygon, box, shape
from shapely.geometry.base import BaseGeometry

from world.chance import share
from world.town.addresses import Town
from world.town.geojson import buildings
from world.town.streets import Points, brook, canal, to_lonlat, to_metres

_GREAT = frozenset({"spoke", "outer spoke", "ring road"})
_RAIL = np.array([(-9_000.0, 700.0), (-1_500.0, 720.0), (560.0, 320.0), (3_200.0, 900.0), (9_500.0, 2_600.0)])
REACH = 14_000.0
"""Metres from Lindebeek to the edge of the map."""


@dataclass(frozen=True)
class Drawn:
    """One feature: the name of its layer, from which zoom it is shown, what it is."""

    layer: str
    least: int
    shape: BaseGeometry
    properties: dict[str, str]


def drawn(town: Town) -> list[Drawn]:
    """Everything, in the order in which it is drawn inside its layer."""
    return [
        Drawn("earth", 0, _placed(box(-REACH, -REACH, REACH, REACH)), {"kind": "earth"}),
        *_parks(town),
        *_water(),
        *_roads(town),
        *_buildings(town),
        *(
            Drawn("places", 8, _placed(Point(place.at)), _named(place.name, place.name_fr, kind="locality"))
            for place in town.places
        ),
    ]


def _parks(town: Town) -> Iterator[Drawn]:
    """Two parks a town, between its streets: round, and bent like the town itself."""
    for number, place in enumerate(town.places):
        for which, name in enumerate(("Stadspark", "Lindepark")):
            turn = 2 * pi * share(f"park {which}", number)
            middle = np.array(place.at) + (290.0 + 320.0 * which) * np.array((np.cos(turn), np.sin(turn)))
            angles = np.linspace(0, 2 * pi, 25)[:-1]
            radius = 62 * (1 + 0.25 * np.sin(2 * angles + turn))
            ring = middle + np.column_stack((radius * np.cos(angles), radius * np.sin(angles)))
            yield Drawn("landuse", 11, _placed(Polygon(ring)), {"kind": "park", "name": name})


def _water() -> Iterator[Drawn]:
    yield Drawn("water", 8, _placed(_band()), {"kind": "canal"})
    yield Drawn("water", 10, _placed(_stream()), {"kind": "river"})
    yield Drawn("water", 12, _placed(LineString(canal)), {"kind": "canal", "name": "De Vaart"})
    yield Drawn("water", 12, _placed(LineString(_smooth(brook))), {"kind": "river", "name": "de Linde"})


def _band() -> BaseGeometry:
    return LineString(canal).buffer(15.0, cap_style="flat")


def _stream() -> BaseGeometry:
    return LineString(_smooth(brook)).buffer(9.0)


def _roads(town: Town) -> Iterator[Drawn]:
    for street in town.streets:
        great = street.kind in _GREAT
        named = _named(street.name, street.name_fr, kind="major_road" if great else "minor_road")
        least = 9 if great else 12
        yield Drawn("roads", least, _placed(LineString(street.line)), named)
    yield Drawn("roads", 9, _placed(LineString(_smooth(_RAIL))), {"kind": "rail"})


def _buildings(town: Town) -> Iterable[Drawn]:
    """Every footprint that does not stand in the water."""
    wet = unary_union([_stream(), _band()])
    prepare(wet)
    for feature in buildings(town)["features"]:
        footprint = transform(shape(feature["geometry"]), to_metres)
        if not wet.intersects(footprint):
            yield Drawn("buildings", 14, _placed(footprint), {"kind": "building"})


def _named(name: str, name_fr: str, *, kind: str) -> dict[str, str]:
    return {"kind": kind, "name": name, "name:fr": name_fr if name_fr != name else ""}


def _smooth(line: Points) -> Points:
    """The same way with its corners cut three times."""
    for _ in range(3):
        cut = np.empty((2 * len(line) - 2, 2))
        cut[0::2], cut[1::2] = 0.75 * line[:-1] + 0.25 * line[1:], 0.25 * line[:-1] + 0.75 * line[1:]
        line = np.vstack((line[:1], cut, line[-1:]))
    return line


def _placed(metres: BaseGeometry) -> BaseGeometry:
    return transform(metres, lambda points: _mercator(to_lonlat(points)))


def _mercator(lonlat: Points) -> Points:
    """Longitude and latitude to the unit square of Web Mercator, y downwards."""
    sine = np.sin(np.radians(lonlat[:, 1]))
    north = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * pi)
    return np.column_stack((lonlat[:, 0] / 360 + 0.5, north))

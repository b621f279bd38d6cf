"""Areas: GeoJSON polygons of wards, in degrees (EPSG:4326)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from shapely import Point, is_valid_reason
from shapely.errors import ShapelyError
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from focus.core.organisations.errors import AreaInvalid

MAX_POINTS = 20_000

# Belgium, a little wider: enough to see that somebody wrote latitude before longitude.
_LONGITUDES = (2.0, 7.0)
_LATITUDES = (49.0, 52.0)


class Bounds(NamedTuple):
    """Smallest box around an area, in degrees."""

    west: float
    south: float
    east: float
    north: float


def read_area(area: Mapping[str, Any]) -> tuple[dict[str, Any], Bounds]:
    """The area in its normal form (rings closed) and its box.

    Raises `AreaInvalid` with `params.reason`: kind, coordinates, too_many_points, swapped, empty, crossing.
    """
    if area.get("type") not in ("Polygon", "MultiPolygon"):
        raise AreaInvalid(params={"reason": "kind"})
    points = list(_points(area.get("coordinates")))
    if len(points) > MAX_POINTS:
        raise AreaInvalid(params={"reason": "too_many_points"})
    if all(_looks_swapped(x, y) for x, y in points):
        raise AreaInvalid(params={"reason": "swapped"})
    if any(abs(x) > 180 or abs(y) > 90 for x, y in points):
        raise AreaInvalid(params={"reason": "coordinates"})
    polygon = _shape(area)
    return {**mapping(polygon)}, Bounds(*polygon.bounds)


def _shape(area: Mapping[str, Any]) -> BaseGeometry:
    try:
        polygon = shape(area)
    except (ShapelyError, ValueError, TypeError, IndexError, AttributeError):
        raise AreaInvalid(params={"reason": "coordinates"}) from None
    if polygon.is_empty or polygon.convex_hull.area == 0:
        raise AreaInvalid(params={"reason": "empty"})
    if not polygon.is_valid:
        where = is_valid_reason(polygon).partition("[")[2].rstrip("]")
        raise AreaInvalid(params={"reason": "crossing", "where": where})
    return polygon


def _points(coordinates: Any, depth: int = 0) -> Iterator[tuple[float, float]]:
    """Every position of nested GeoJSON coordinates."""
    if not isinstance(coordinates, list | tuple) or not coordinates or depth > 3:
        raise AreaInvalid(params={"reason": "coordinates"})
    if all(isinstance(x, int | float) and not isinstance(x, bool) for x in coordinates):
        if not 2 <= len(coordinates) <= 3 or not all(math.isfinite(x) for x in coordinates):
            raise AreaInvalid(params={"reason": "coordinates"})
        yield float(coordinates[0]), float(coordinates[1])
        return
    for inner in coordinates:
        yield from _points(inner, depth + 1)


def _looks_swapped(x: float, y: float) -> bool:
    return _LATITUDES[0] <= x <= _LATITUDES[1] and _LONGITUDES[0] <= y <= _LONGITUDES[1]


def covers(area: Mapping[str, Any], longitude: float, latitude: float) -> bool:
    """Whether a point lies in the area or on its edge."""
    return bool(shape(area).covers(Point(longitude, latitude)))


def size(area: Mapping[str, Any]) -> float:
    """In square degrees: good enough to tell the smaller of two overlapping wards."""
    return float(shape(area).area)

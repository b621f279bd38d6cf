"""Whether GeoJSON may be a layer: points and areas on the earth, borders that do not cross themselves."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, Final

from focus.core.errors import FieldProblem
from focus.core.organisations.areas import read_area
from focus.core.organisations.errors import AreaInvalid
from focus.modules.map.problems import LayerInvalid
from focus.modules.map.records import Feature, Features

MOST_FAULTS: Final = 50
"""More are not told: whoever mends these sends it again."""
_PROPERTY: Final = 500
"""Letters of one property."""


def checked(given: dict[str, Any], *, most: int) -> Features:
    """The collection in its normal form: rings closed, an id each, properties of texts and numbers.

    Raises LayerInvalid; `fields` names each place as `features.3.geometry`, at most 50 of them.
    """
    features = given.get("features")
    if given.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise LayerInvalid(fields=[FieldProblem("type", "no_collection")])
    if len(features) > most:
        raise LayerInvalid(fields=[FieldProblem("features", "too_many", {"most": most})])
    kept: list[Feature] = []
    faults: list[FieldProblem] = []
    for at, one in enumerate(features):
        try:
            kept.append(_feature(one, at))
        except LayerInvalid as found:
            faults.extend(found.fields)
        if len(faults) >= MOST_FAULTS:
            break
    if faults:
        raise LayerInvalid(fields=faults)
    return Features(features=kept)


def _feature(given: Any, at: int) -> Feature:
    path = f"features.{at}"
    if not isinstance(given, dict) or given.get("type") != "Feature":
        raise _fault(path, "no_feature")
    geometry = _geometry(given.get("geometry"), f"{path}.geometry")
    properties = given.get("properties") or {}
    if not isinstance(properties, dict):
        raise _fault(f"{path}.properties", "no_properties")
    name = given.get("id")
    return Feature(
        id=str(name)[:100] if isinstance(name, str | int) and not isinstance(name, bool) else str(at),
        geometry=geometry,
        properties=dict(_plain(properties)),
    )


def _geometry(given: Any, path: str) -> dict[str, Any]:
    kind = given.get("type") if isinstance(given, dict) else None
    if kind == "Point":
        return {"type": "Point", "coordinates": _point(given.get("coordinates"), f"{path}.coordinates")}
    if kind not in ("Polygon", "MultiPolygon"):
        raise _fault(path, "neither_point_nor_area")
    try:
        return read_area(given)[0]
    except AreaInvalid as found:
        raise _fault(path, f"area_{found.params['reason']}") from None


def _point(given: Any, path: str) -> list[float]:
    if not isinstance(given, list) or not 2 <= len(given) <= 3:
        raise _fault(path, "area_coordinates")
    numbers = [
        x for x in given if isinstance(x, int | float) and not isinstance(x, bool) and math.isfinite(x)
    ]
    if len(numbers) != len(given) or abs(numbers[0]) > 180 or abs(numbers[1]) > 90:
        raise _fault(path, "area_coordinates")
    return [float(numbers[0]), float(numbers[1])]


def _plain(properties: dict[str, Any]) -> Iterator[tuple[str, str | int | float | bool]]:
    for key, value in properties.items():
        if isinstance(value, str):
            yield key, value[:_PROPERTY]
        elif isinstance(value, int | float | bool):
            yield key, value


def _fault(path: str, code: str) -> LayerInvalid:
    return LayerInvalid(fields=[FieldProblem(path, code)])

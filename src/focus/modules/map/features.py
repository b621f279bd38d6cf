"""Wards and own layers for the desk's GIS: OGC API Features 1.0, core and GeoJSON, read-only.

It asks for the same proof with each request as everything else does; nothing here is public.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode

from shapely import box
from shapely.geometry import shape

from focus.core import clock
from focus.core.errors import FieldProblem
from focus.core.gate import Call, Reply
from focus.core.registry import Route
from focus.modules.map import views
from focus.modules.map.problems import AskedWrongly, LayerUnknown
from focus.modules.map.records import Feature

ROOT: Final = "/api/map/ogc"
GEOJSON: Final = "application/geo+json"
USUAL: Final = 100
"""Features of one page, where none is said."""
MOST: Final = 10_000
"""However many are asked for."""
CONFORMS: Final = tuple(
    f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{part}" for part in ("core", "geojson")
)
_ONE: Final = f"{ROOT}/collections/{{collection:str}}"
_CRS: Final = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
Link = dict[str, str]
Box = tuple[float, float, float, float]


async def landing(_: Call) -> dict[str, Any]:
    """Where everything is."""
    return {
        "title": "FOCUS",
        "links": [
            _link("", "self"),
            _link("/conformance", "conformance"),
            _link("/collections", "data"),
        ],
    }


async def conformance(_: Call) -> dict[str, Any]:
    """What of the standard is met."""
    return {"conformsTo": CONFORMS}


async def collections(call: Call) -> dict[str, Any]:
    """The wards, and each own layer."""
    found = await _collections(call)
    return {
        "links": [_link("/collections", "self")],
        "collections": [_described(name, title, features) for name, (title, features) in found.items()],
    }


async def collection(call: Call) -> dict[str, Any]:
    """One of them."""
    name, title, features = await _asked(call)
    return _described(name, title, features)


async def items(call: Call) -> Reply:
    """Features of one: `bbox=west,south,east,north`, `limit`, `offset`."""
    name, _, features = await _asked(call)
    limit = _number(call.query, "limit", USUAL, least=1)
    offset = _number(call.query, "offset", 0, least=0)
    frame = _box(call.query.get("bbox"))
    matched = [one for one in features if frame is None or shape(one.geometry).intersects(box(*frame))]
    page = matched[offset : offset + min(limit, MOST)]
    path, more = f"/collections/{name}/items", offset + len(page) < len(matched)
    links = [_link(path, "self", GEOJSON, **call.query)]
    if more:
        links.append(_link(path, "next", GEOJSON, **{**call.query, "offset": str(offset + len(page))}))
    return _geojson(
        {
            "type": "FeatureCollection",
            "features": page,
            "numberMatched": len(matched),
            "numberReturned": len(page),
            "timeStamp": clock.now().strftime("%Y-%m-%dT%H:%M:%SZ"),
            "links": links,
        }
    )


async def item(call: Call) -> Reply:
    """One feature."""
    name, _, features = await _asked(call)
    for one in features:
        if one.id == call.parameters["item"]:
            link = _link(f"/collections/{name}/items/{one.id}", "self", GEOJSON)
            return _geojson(
                {
                    "type": "Feature",
                    "id": one.id,
                    "geometry": one.geometry,
                    "properties": one.properties,
                    "links": [link],
                }
            )
    raise LayerUnknown


async def _collections(call: Call) -> Mapping[str, tuple[str, Sequence[Feature]]]:
    """By name: its title and its features."""
    gate = call.platform.gate
    wards = await gate.read(call.who, "map", views.wards, views.wards.parameters())
    own = await gate.read(call.who, "map", views.layers, views.layers.parameters())
    return {"wards": ("wards", wards.features)} | {
        str(layer.id): (layer.name, layer.features.features) for layer in own
    }


async def _asked(call: Call) -> tuple[str, str, Sequence[Feature]]:
    name: str = call.parameters["collection"]
    found = (await _collections(call)).get(name)
    if found is None:
        raise LayerUnknown
    return name, *found


def _described(name: str, title: str, features: Sequence[Feature]) -> dict[str, Any]:
    boxes = [shape(one.geometry).bounds for one in features]
    path = f"/collections/{name}"
    described: dict[str, Any] = {
        "id": name,
        "title": title,
        "itemType": "feature",
        "crs": [_CRS],
        "links": [_link(path, "self"), _link(f"{path}/items", "items", GEOJSON)],
    }
    if boxes:
        west, south, east, north = zip(*boxes, strict=True)
        whole = [min(west), min(south), max(east), max(north)]
        described["extent"] = {"spatial": {"bbox": [whole], "crs": _CRS}}
    return described


def _number(query: Mapping[str, str], name: str, usual: int, *, least: int) -> int:
    text = query.get(name, str(usual))
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) >= least):
        raise AskedWrongly(fields=[FieldProblem(name, "no_number")])
    return int(text)


def _box(text: str | None) -> Box | None:
    if text is None:
        return None
    try:
        west, south, east, north = map(float, text.split(","))
    except ValueError:
        raise AskedWrongly(fields=[FieldProblem("bbox", "no_box")]) from None
    if not all(map(math.isfinite, (west, south, east, north))) or south > north or west > east:
        raise AskedWrongly(fields=[FieldProblem("bbox", "no_box")])
    return west, south, east, north


def _link(path: str, relation: str, kind: str = "application/json", **query: str) -> Link:
    return {
        "href": f"{ROOT}{path}" + (f"?{urlencode(query)}" if query else ""),
        "rel": relation,
        "type": kind,
    }


def _geojson(content: dict[str, Any]) -> Reply:
    return Reply(content, media_type=GEOJSON)


ROUTES = (
    Route("GET", ROOT, landing, needs="map.read", answer=dict[str, Any]),
    Route("GET", f"{ROOT}/conformance", conformance, needs="map.read", answer=dict[str, Any]),
    Route("GET", f"{ROOT}/collections", collections, needs="map.read", answer=dict[str, Any]),
    Route("GET", _ONE, collection, needs="map.read", answer=dict[str, Any]),
    Route("GET", f"{_ONE}/items", items, needs="map.read", media_type=GEOJSON),
    Route("GET", f"{_ONE}/items/{{item:str}}", item, needs="map.read", media_type=GEOJSON),
)

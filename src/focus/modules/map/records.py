"""What the map's views give."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal
from uuid import UUID

import msgspec


class BaseMap(msgspec.Struct, frozen=True, kw_only=True):
    """A PMTiles file of this installation. Degrees are EPSG:4326."""

    sha256: str
    """Of the whole file, hex; the name of the file too."""
    name: str
    octets: int
    date: date
    """The day on which it was added."""
    west: float
    south: float
    east: float
    north: float
    min_zoom: int
    max_zoom: int
    attribution: str
    """Whom its makers want named, without markup."""


class Feature(msgspec.Struct, frozen=True, kw_only=True):
    """A GeoJSON feature (RFC 7946)."""

    type: Literal["Feature"] = "Feature"
    id: str
    geometry: dict[str, Any]
    properties: dict[str, Any]


class Features(msgspec.Struct, frozen=True, kw_only=True):
    """A GeoJSON collection."""

    type: Literal["FeatureCollection"] = "FeatureCollection"
    features: list[Feature]


class Layer(msgspec.Struct, frozen=True, kw_only=True):
    """A layer of the organisation's own: points and areas."""

    id: UUID
    name: str
    features: Features

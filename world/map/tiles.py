"""One Mapbox Vector Tile (specification 2.1) as octets.

Written here and not by `mapbox-vector-tile`: that one asks for protobuf below 7, while 7 is installed with
onnxruntime; what this map needs of the format is points, lines and areas with texts as properties.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from shapely import get_coordinates
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

EXTENT = 4096
"""Units along the edge of a tile."""
_POINT, _LINE, _AREA = 1, 2, 3
_MOVE, _DRAW, _CLOSE = 1, 2, 7


@dataclass
class Layer:
    """Features of one name; geometries are in units of the tile, y downwards."""

    name: str
    features: list[bytes] = field(default_factory=list)
    keys: dict[str, int] = field(default_factory=dict)
    values: dict[str, int] = field(default_factory=dict)

    def add(self, shape: BaseGeometry, properties: dict[str, str]) -> None:
        """Add what of the shape is not empty once rounded; empty texts are left out."""
        kind, commands = _commands(shape)
        if not commands:
            return
        tags = [
            number
            for key, value in properties.items()
            if value
            for number in (
                self.keys.setdefault(key, len(self.keys)),
                self.values.setdefault(value, len(self.values)),
            )
        ]
        self.features.append(
            _whole(2, _packed(tags)) + _varint(3 << 3) + _varint(kind) + _whole(4, _packed(commands))
        )

    def octets(self) -> bytes:
        """The layer as it stands in a tile."""
        parts = [_varint(15 << 3) + _varint(2), _whole(1, self.name.encode())]
        parts += [_whole(2, feature) for feature in self.features]
        parts += [_whole(3, key.encode()) for key in self.keys]
        parts += [_whole(4, _whole(1, value.encode())) for value in self.values]
        parts.append(_varint(5 << 3) + _varint(EXTENT))
        return b"".join(parts)


def tile(layers: Iterable[Layer]) -> bytes:
    """A tile of those layers that hold something."""
    return b"".join(_whole(3, layer.octets()) for layer in layers if layer.features)


def _commands(shape: BaseGeometry) -> tuple[int, list[int]]:
    pen = _Pen()
    kind = _POINT
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type == "Point":
            pen.path(get_coordinates(part), closed=False, least=1)
        elif part.geom_type == "LineString":
            kind = _LINE
            pen.path(get_coordinates(part), closed=False, least=2)
        elif part.geom_type == "Polygon":
            kind = _AREA
            for ring in _rings(part):
                pen.path(get_coordinates(ring)[:-1], closed=True, least=3)
    return kind, pen.commands


def _rings(area: Polygon) -> list[Any]:
    # With y downwards the outer ring of a vector tile runs clockwise, its sum over x·y is positive.
    turned = orient(area, sign=1.0)
    return [turned.exterior, *turned.interiors]


class _Pen:
    """Draws from where it stands: the format knows steps only."""

    def __init__(self) -> None:
        self.commands: list[int] = []
        self.at = (0, 0)

    def path(self, points: Any, *, closed: bool, least: int) -> None:
        rounded = [(int(x), int(y)) for x, y in np.rint(points).tolist()]
        kept = [point for at, point in enumerate(rounded) if at == 0 or point != rounded[at - 1]]
        if closed and len(kept) > 1 and kept[0] == kept[-1]:
            kept.pop()
        if len(kept) < least:
            return
        self.commands.append(_MOVE | 1 << 3)
        self._step(kept[0])
        if len(kept) > 1:
            self.commands.append(_DRAW | (len(kept) - 1) << 3)
            for point in kept[1:]:
                self._step(point)
        if closed:
            self.commands.append(_CLOSE | 1 << 3)

    def _step(self, point: tuple[int, int]) -> None:
        for new, old in zip(point, self.at, strict=True):
            step = new - old
            self.commands.append(step << 1 if step >= 0 else (-step << 1) - 1)
        self.at = point


def _packed(numbers: Sequence[int]) -> bytes:
    return b"".join(map(_varint, numbers))


def _whole(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    octets = bytearray()
    while value > 0x7F:
        octets.append(value & 0x7F | 0x80)
        value >>= 7
    octets.append(value)
    return bytes(octets)

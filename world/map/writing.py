"""From what is drawn to one PMTiles file; the same town gives the same octets."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from math import floor
from pathlib import Path

import numpy as np
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import write
from shapely import STRtree, affinity, box, clip_by_rect, simplify
from shapely.geometry.base import BaseGeometry

from world.map.drawn import REACH, Drawn, drawn
from world.map.tiles import EXTENT, Layer, tile
from world.town.addresses import Town
from world.town.places import origin
from world.town.streets import to_lonlat

LEAST, MOST = 8, 15
"""Zooms; closer ones are drawn from the last."""
_MARGIN = 64 / EXTENT
_NAME = "Lindevallei"
ATTRIBUTION = "PZ Lindevallei, verzonnen"


def write_map(town: Town, file: Path) -> None:
    """Write the region's base map."""
    features = drawn(town)
    corners = to_lonlat(np.array([(-REACH, -REACH), (REACH, REACH)]))
    (west, south), (east, north) = corners.tolist()
    made = {zxy_to_tileid(z, x, y): octets for z, x, y, octets in tiles(features)}
    with write(str(file)) as archive:
        for number in sorted(made):
            archive.write_tile(number, made[number])
        header = {
            "tile_type": TileType.MVT,
            "tile_compression": Compression.GZIP,
            "min_lon_e7": int(west * 1e7),
            "min_lat_e7": int(south * 1e7),
            "max_lon_e7": int(east * 1e7),
            "max_lat_e7": int(north * 1e7),
            "center_zoom": 14,
            "center_lon_e7": int(origin[0] * 1e7),
            "center_lat_e7": int(origin[1] * 1e7),
        }
        layers = [{"id": name, "fields": {}} for name in dict.fromkeys(one.layer for one in features)]
        archive.finalize(
            header, {"name": _NAME, "attribution": ATTRIBUTION, "type": "baselayer", "vector_layers": layers}
        )


def tiles(features: Sequence[Drawn]) -> Iterator[tuple[int, int, int, bytes]]:
    """Every tile that holds something: zoom, column, row, gzipped octets."""
    for zoom in range(LEAST, MOST + 1):
        shown = [one for one in features if one.least <= zoom]
        edge = 1 / 2**zoom
        shapes = [simplify(one.shape, edge / EXTENT * (1 if zoom == MOST else 3)) for one in shown]
        tree = STRtree(shapes)
        for x, y in _places(shapes, edge):
            west, north = (x - _MARGIN) * edge, (y - _MARGIN) * edge
            east, south = (x + 1 + _MARGIN) * edge, (y + 1 + _MARGIN) * edge
            layers: dict[str, Layer] = {}
            for at in sorted(tree.query(box(west, north, east, south)).tolist()):
                cut = clip_by_rect(shapes[at], west, north, east, south)
                if cut.is_empty:
                    continue
                scaled = affinity.affine_transform(
                    cut, [EXTENT / edge, 0, 0, EXTENT / edge, -x * EXTENT, -y * EXTENT]
                )
                layers.setdefault(shown[at].layer, Layer(shown[at].layer)).add(scaled, shown[at].properties)
            yield zoom, x, y, gzip.compress(tile(layers.values()), 9, mtime=0)


def _places(shapes: Sequence[BaseGeometry], edge: float) -> list[tuple[int, int]]:
    """Columns and rows of the tiles that any of the shapes may reach."""
    bounds = np.array([one.bounds for one in shapes])
    west, north = bounds[:, :2].min(axis=0).tolist()
    east, south = bounds[:, 2:].max(axis=0).tolist()
    columns = range(floor(west / edge), floor(east / edge) + 1)
    return [(x, y) for x in columns for y in range(floor(north / edge), floor(south / edge) + 1)]

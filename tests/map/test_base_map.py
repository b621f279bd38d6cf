"""The base map of the region: octets that a reader of the format reads back, the same each time."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from math import floor
from pathlib import Path

import pytest
from pmtiles.reader import MmapSource, Reader
from shapely.geometry import LineString, MultiLineString, Point, Polygon

from world.map.tiles import EXTENT, Layer, tile
from world.map.writing import LEAST, MOST, write_map
from world.town.addresses import Town, build_town
from world.town.places import origin


@pytest.fixture(scope="module")
def town() -> Town:
    return build_town(households=400)


@pytest.fixture(scope="module")
def archive(town: Town, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("map") / "a.pmtiles"
    write_map(town, file)
    return file


def fields(octets: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Number and value of each field of a protobuf message."""
    at = 0

    def varint() -> int:
        nonlocal at
        value, shift = 0, 0
        while True:
            octet = octets[at]
            at += 1
            value |= (octet & 0x7F) << shift
            if octet < 0x80:
                return value
            shift += 7

    while at < len(octets):
        key = varint()
        if key & 7 == 0:
            yield key >> 3, varint()
        else:
            assert key & 7 == 2
            length = varint()
            yield key >> 3, octets[at : at + length]
            at += length


def numbers(octets: bytes) -> list[int]:
    """Packed varints, read as fields that have no keys."""
    found, value, shift = [], 0, 0
    for octet in octets:
        value |= (octet & 0x7F) << shift
        shift += 7
        if octet < 0x80:
            found.append(value)
            value, shift = 0, 0
    return found


def parts(content: int | bytes, number: int) -> list[bytes]:
    assert isinstance(content, bytes)
    return [value for key, value in fields(content) if key == number and isinstance(value, bytes)]


def layers_of(octets: bytes) -> dict[str, bytes]:
    return {parts(layer, 1)[0].decode(): layer for layer in parts(octets, 3)}


def commands(shape: object) -> list[int]:
    layer = Layer("x")
    layer.add(shape, {})
    (feature,) = parts(layer.octets(), 2)
    return numbers(parts(feature, 4)[0])


def test_commands_are_those_of_the_specification() -> None:
    """The examples of Mapbox Vector Tile 2.1, section 4.3.5."""
    assert commands(Point(25, 17)) == [9, 50, 34]
    assert commands(LineString([(2, 2), (2, 10), (10, 10)])) == [9, 4, 4, 18, 0, 16, 16, 0]
    two = MultiLineString([[(2, 2), (2, 10), (10, 10)], [(1, 1), (3, 5)]])
    assert commands(two) == [9, 4, 4, 18, 0, 16, 16, 0, 9, 17, 17, 10, 4, 8]


def test_an_outer_ring_runs_clockwise_and_its_hole_the_other_way() -> None:
    ring, hole = [(11, 11), (20, 11), (20, 20), (11, 20)], [(13, 13), (13, 17), (17, 17), (17, 13)]
    outer = commands(Polygon(ring))
    assert outer == [9, 22, 22, 26, 18, 0, 0, 18, 17, 0, 15]
    assert commands(Polygon(ring[::-1])) == [9, 22, 40, 26, 0, 17, 18, 0, 0, 18, 15]
    assert commands(Polygon(ring, [hole])) == [*outer, 9, 4, 13, 26, 0, 8, 8, 0, 0, 7, 15]


def test_what_is_smaller_than_a_unit_is_left_out() -> None:
    layer = Layer("x")
    layer.add(LineString([(1, 1), (1.2, 1.2)]), {"name": "short"})
    assert tile([layer]) == b""


def test_the_same_town_gives_the_same_octets(town: Town, archive: Path, tmp_path: Path) -> None:
    write_map(town, tmp_path / "b.pmtiles")
    assert (tmp_path / "b.pmtiles").read_bytes() == archive.read_bytes()


def test_the_middle_of_lindebeek_is_drawn_at_every_zoom(archive: Path) -> None:
    with archive.open("rb") as file:
        reader = Reader(MmapSource(file))
        for zoom in range(LEAST, MOST + 1):
            x = floor((origin[0] / 360 + 0.5) * 2**zoom)
            y = row(origin[1], zoom)
            found = reader.get(zoom, x, y)
            assert found, zoom
            assert "earth" in layers_of(gzip.decompress(found))


def test_closest_by_there_are_streets_with_their_names_and_houses(archive: Path) -> None:
    with archive.open("rb") as file:
        found = Reader(MmapSource(file)).get(
            MOST, floor((origin[0] / 360 + 0.5) * 2**MOST), row(origin[1], MOST)
        )
    assert found
    layers = layers_of(gzip.decompress(found))
    assert {"earth", "roads", "buildings"} <= set(layers)
    values = {parts(value, 1)[0].decode() for value in parts(layers["roads"], 4)}
    assert {"major_road", "minor_road", "Markt"} <= values
    assert {key: value for key, value in fields(layers["roads"]) if key in {5, 15}} == {5: EXTENT, 15: 2}


def row(latitude: float, zoom: int) -> int:
    """Row of the tile, by the formula of slippy maps."""
    from math import asinh, pi, radians, tan

    return floor((1 - asinh(tan(radians(latitude))) / pi) / 2 * 2**zoom)

"""A house with the map, and a base map file to give it."""

from __future__ import annotations

import gzip
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pmtiles.tile import Compression, TileType
from pmtiles.writer import write

from focus.modules.map.module import module
from tests.identity.house import House, Someone, house_at
from tests.identity.phone import Phone

MAP = replace(module, package="focus.modules.map", always_on=True)


@pytest.fixture(scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    async with house_at(tmp_path_factory.mktemp("map"), MAP) as running:
        yield running


@pytest.fixture
async def ann(house: House) -> Someone:
    return await house.someone(await house.organisation(), function="shift_leader")


@pytest.fixture
async def phone(house: House, ann: Someone) -> Phone:
    return await house.signed_in(ann)


def archive(file: Path, *, kind: TileType = TileType.MVT, **metadata: Any) -> Path:
    """A PMTiles file of one tile, around Lindebeek."""
    with write(str(file)) as writer:
        writer.write_tile(0, gzip.compress(b"tile", mtime=0) + file.name.encode())
        bounds = {"min_lon_e7": 48_000_000, "min_lat_e7": 510_000_000}
        bounds |= {"max_lon_e7": 49_000_000, "max_lat_e7": 511_000_000}
        other = {"center_zoom": 0, "center_lon_e7": 48_500_000, "center_lat_e7": 510_500_000}
        header = {"tile_type": kind, "tile_compression": Compression.GZIP, **bounds, **other}
        writer.finalize(header, json.loads(json.dumps(metadata)))
    return file

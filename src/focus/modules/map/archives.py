"""Base maps in the home of the installation: PMTiles files that are called by their SHA-256."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import shutil
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import msgspec
from pmtiles.tile import Compression, TileType, deserialize_header

from focus.core import clock
from focus.modules.map.records import BaseMap

HEADER: Final = 127
"""Octets of the header of PMTiles 3."""
LARGEST_METADATA: Final = 1_000_000
_MARKUP: Final = re.compile(r"<[^>]*>")
_NAME: Final = re.compile(r"[0-9a-f]{64}")


def folder_of(home: Path) -> Path:
    """Where the base maps of an installation are."""
    return home / "maps"


def add(home: Path, file: Path, *, name: str = "") -> BaseMap:
    """Check a file and keep a copy; one that is there already stays as it is.

    Raises ValueError that says what is wrong with the file, OSError.
    """
    read = _described(file)
    digest = _digest(file)
    folder = folder_of(home)
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    said = folder / f"{digest}.json"
    if said.is_file():
        return msgspec.json.decode(said.read_bytes(), type=BaseMap)
    today = clock.now().astimezone(clock.BRUSSELS).date()
    found = BaseMap(
        sha256=digest, octets=file.stat().st_size, date=today, **{**read, **({"name": name} if name else {})}
    )
    _written(folder / f"{digest}.pmtiles", file)
    said.write_bytes(msgspec.json.encode(found))
    return found


def all_of(home: Path) -> list[BaseMap]:
    """The base maps of an installation, the newest first."""
    found = [
        msgspec.json.decode(said.read_bytes(), type=BaseMap)
        for said in sorted(folder_of(home).glob("*.json"))
    ]
    return sorted(found, key=lambda one: one.date, reverse=True)


def file_of(home: Path, sha256: str) -> Path | None:
    """The file of that digest; None: there is none."""
    file = folder_of(home) / f"{sha256}.pmtiles"
    return file if _NAME.fullmatch(sha256) and file.is_file() else None


def remove(home: Path, sha256: str) -> bool:
    """Whether there was such a map; phones drop it when they next ask."""
    file = file_of(home, sha256)
    if file is None:
        return False
    file.with_suffix(".json").unlink(missing_ok=True)
    file.unlink()
    return True


def _described(file: Path) -> dict[str, Any]:
    size = file.stat().st_size
    with file.open("rb") as octets:
        start = octets.read(HEADER)
        try:
            header = deserialize_header(start)
        except Exception:  # the library has three kinds of its own, and IndexError for what is too short
            raise ValueError(f"{file.name} is no PMTiles file of version 3") from None
        if header["tile_type"] is not TileType.MVT:
            raise ValueError(f"{file.name} holds {header['tile_type'].name}, not vector tiles")
        if header["tile_data_offset"] + header["tile_data_length"] > size:
            raise ValueError(f"{file.name} is cut off: its tiles end behind its last octet")
        west, south, east, north = (
            header[side] / 1e7 for side in ("min_lon_e7", "min_lat_e7", "max_lon_e7", "max_lat_e7")
        )
        if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
            raise ValueError(f"{file.name} says that it lies outside the earth")
        octets.seek(header["metadata_offset"])
        metadata = _metadata(octets.read(min(header["metadata_length"], LARGEST_METADATA)), header)
    return {
        "name": str(metadata.get("name") or file.stem),
        "attribution": " ".join(_MARKUP.sub(" ", str(metadata.get("attribution") or "")).split()),
        "west": west,
        "south": south,
        "east": east,
        "north": north,
        "min_zoom": header["min_zoom"],
        "max_zoom": header["max_zoom"],
    }


def _metadata(octets: bytes, header: Any) -> dict[str, Any]:
    with suppress(ValueError, OSError, EOFError, zlib.error):
        plain = gzip.decompress(octets) if header["internal_compression"] is Compression.GZIP else octets
        read = json.loads(plain)
        if isinstance(read, dict):
            return read
    return {}


def _digest(file: Path) -> str:
    with file.open("rb") as octets:
        return hashlib.file_digest(octets, "sha256").hexdigest()


def _written(place: Path, file: Path) -> None:
    """Whole or not at all: a server may be reading the folder."""
    coming = place.with_suffix(".coming")
    shutil.copyfile(file, coming)
    os.replace(coming, place)  # noqa: PTH105

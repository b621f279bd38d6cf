"""The octets of a base map, in ranges: what a phone keeps of it, piece by piece."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Final

from focus.core.gate import Call, Reply
from focus.core.registry import Route
from focus.modules.map import archives
from focus.modules.map.problems import MapUnknown, RangeUnsatisfiable

MOST: Final = 4 * 1024 * 1024
"""Octets of one answer: what is beyond is asked for again, so that no request holds much memory."""
_RANGE: Final = re.compile(r"bytes=(\d{1,15})-(\d{1,15})?")


async def octets(call: Call) -> Reply:
    """A range of a base map, by the header Range or `?bytes=FIRST-LAST` for who cannot set one; 206."""
    digest: str = call.parameters["map"]
    file = archives.file_of(call.platform.settings.home, digest)
    if file is None:
        raise MapUnknown
    tag = f'"{digest}"'
    if tag in call.headers.get("if-none-match", ""):
        return Reply(b"", status=304, headers={"etag": tag})
    size = file.stat().st_size
    first, last = _asked(call, size)
    content = await asyncio.to_thread(_read, file, first, last - first + 1)
    headers = {"etag": tag, "accept-ranges": "bytes", "content-range": f"bytes {first}-{last}/{size}"}
    return Reply(content, status=206, headers=headers, media_type="application/vnd.pmtiles")


def _asked(call: Call, size: int) -> tuple[int, int]:
    """First and last octet. Without a range: from the first on."""
    written = call.headers.get("range") or f"bytes={call.query.get('bytes', '0-')}"
    found = _RANGE.fullmatch(written)
    if found is None or int(found[1]) >= size:
        raise RangeUnsatisfiable(headers={"content-range": f"bytes */{size}"})
    first = int(found[1])
    last = min(int(found[2]) if found[2] else size - 1, size - 1, first + MOST - 1)
    if last < first:
        raise RangeUnsatisfiable(headers={"content-range": f"bytes */{size}"})
    return first, last


def _read(file: Path, first: int, length: int) -> bytes:
    with file.open("rb") as archive:
        archive.seek(first)
        return archive.read(length)


ROUTES = (
    Route(
        "GET",
        "/api/map/octets/{map:str}",
        octets,
        needs="map.read",
        status=206,
        also=(304,),
        media_type="application/vnd.pmtiles",
    ),
)

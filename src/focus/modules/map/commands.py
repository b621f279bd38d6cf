"""`focus map`: the base maps of this installation."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from focus.modules.map import archives
from focus.modules.map.records import BaseMap

if TYPE_CHECKING:
    from focus.core.gate import Settings


async def add(settings: Settings, arguments: Namespace) -> int:
    """Check a file and keep it; 1 where it cannot be a base map."""
    try:
        found = archives.add(settings.home, arguments.file, name=arguments.name)
    except (ValueError, OSError) as reason:
        print(reason)  # noqa: T201
        return 1
    print(_line(found))  # noqa: T201
    return 0


async def show(settings: Settings, _: Namespace) -> int:
    """Those that there are, one a line."""
    for found in archives.all_of(settings.home):
        print(_line(found))  # noqa: T201
    return 0


async def remove(settings: Settings, arguments: Namespace) -> int:
    """Take one away; 1 where there is none."""
    if archives.remove(settings.home, arguments.sha256):
        return 0
    print(f"there is no map {arguments.sha256}")  # noqa: T201
    return 1


def _line(found: BaseMap) -> str:
    box = f"{found.west:.4f},{found.south:.4f},{found.east:.4f},{found.north:.4f}"
    return (
        f"{found.sha256}  {found.date}  {found.octets / 1e6:.1f} MB  zoom {found.min_zoom}–{found.max_zoom}  "
        f"{box}  {found.name}"
    )

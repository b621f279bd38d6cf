"""Whether a position can be right, judged by the one before and by where the organisation works. Pure."""

from __future__ import annotations

from datetime import datetime
from math import asin, cos, radians, sin, sqrt
from typing import Final, NamedTuple

import msgspec

FASTEST: Final = 70.0
"""Metres per second (252 km/h): what is farther from the last good one was not driven."""
VAGUE: Final = 2_000.0
"""Metres: right to no better than this, a position says nothing."""
AGREEING: Final = 3
"""So many doubtful ones in a row that could follow each other are believed."""
GRID: Final = 250.0
"""Metres between the points to which positions are rounded."""
AROUND: Final = 0.15
"""Degrees (10 to 17 km) by which an organisation's wards are widened: crews help next door."""
_EARTH: Final = 6_371_008.8
_DEGREE: Final = 111_195.0
"""Metres of a degree of latitude."""


class Area(NamedTuple):
    """A box in degrees; it does not go over the 180th meridian."""

    west: float
    south: float
    east: float
    north: float


class Fix(msgspec.Struct, frozen=True, kw_only=True):
    """A position as a phone or a foreign system gives it."""

    at: datetime
    longitude: float
    latitude: float
    within_m: float


class Memory(msgspec.Struct, frozen=True, kw_only=True):
    """What is remembered of the positions before."""

    good: Fix | None = None
    """The last that was believed."""
    doubts: tuple[Fix, ...] = ()
    """Doubtful ones since, each of which could follow the one before."""


def judged(memory: Memory, fix: Fix, area: Area | None) -> tuple[Memory, bool]:
    """What is remembered after a position, and whether it is doubtful.

    What is vague says so itself: it is never believed, and it breaks no row of others.
    """
    if fix.within_m > VAGUE:
        return memory, True
    if _fits(memory.good, fix, area):
        return Memory(good=fix), False
    follows = bool(memory.doubts) and reaches(memory.doubts[-1], fix)
    row = (*memory.doubts, fix) if follows else (fix,)
    if len(row) >= AGREEING:
        return Memory(good=fix), False
    return Memory(good=memory.good, doubts=row), True


def _fits(good: Fix | None, fix: Fix, area: Area | None) -> bool:
    """From the last good one it could be driven; and it lies in the area, or that one was outside too."""
    if good is not None and not reaches(good, fix):
        return False
    return area is None or inside(area, fix) or (good is not None and not inside(area, good))


def reaches(one: Fix, other: Fix) -> bool:
    """Whether the second could be driven to from the first in the time between, as right as both are."""
    seconds = max(1.0, abs((other.at - one.at).total_seconds()))
    apart = metres(one.longitude, one.latitude, other.longitude, other.latitude)
    return apart - one.within_m - other.within_m <= FASTEST * seconds


def inside(area: Area, fix: Fix) -> bool:
    """Whether it lies in the box, its edges included."""
    return area.west <= fix.longitude <= area.east and area.south <= fix.latitude <= area.north


def widened(area: Area) -> Area:
    """The box of the wards with what lies around."""
    return Area(area.west - AROUND, area.south - AROUND, area.east + AROUND, area.north + AROUND)


def metres(west: float, south: float, east: float, north: float) -> float:
    """The distance between two points in degrees, on a sphere."""
    up, along = radians(north - south) / 2, radians(east - west) / 2
    part = sin(up) ** 2 + cos(radians(south)) * cos(radians(north)) * sin(along) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(part)))


def rounded(fix: Fix) -> Fix:
    """The nearest point of the grid, right to no better than half its diagonal more."""
    step = GRID / _DEGREE
    latitude = max(-90.0, min(90.0, round(fix.latitude / step) * step))
    along = step / max(0.01, cos(radians(latitude)))
    longitude = max(-180.0, min(180.0, round(fix.longitude / along) * along))
    within = fix.within_m + GRID / sqrt(2)
    return msgspec.structs.replace(fix, latitude=latitude, longitude=longitude, within_m=within)

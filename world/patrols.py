"""Cars on patrol: each drives along streets and tells a Cursor on Target gateway where it is."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from random import Random
from xml.sax.saxutils import quoteattr

import numpy as np

from world.town.addresses import Town
from world.town.streets import to_lonlat

CALL_SIGNS = ("NO-2", "NO-4", "NO-6", "CE-1", "CE-3", "CE-5", "CE-7", "WE-3")
EVERY_S = 5.0
SPEED = (6.0, 14.0)
"""Metres per second, slowest and fastest."""
HOLDS = timedelta(minutes=2)

Place = tuple[float, float, float, float]
"""Longitude, latitude, course in degrees, speed in metres per second."""


async def patrol(
    host: str, port: int, town: Town, *, signs: Sequence[str] = CALL_SIGNS, seed: int = 1
) -> None:
    """Drive until cancelled; connects again when the gateway is gone."""
    cars = [(sign, drive(town, seed=seed * 1_000 + number)) for number, sign in enumerate(signs)]
    while True:
        with suppress(OSError):
            _, writer = await asyncio.open_connection(host, port)
            try:
                await _tell(writer, cars)
            finally:
                writer.close()
        await asyncio.sleep(EVERY_S)


async def _tell(writer: asyncio.StreamWriter, cars: Sequence[tuple[str, Iterator[Place]]]) -> None:
    while True:
        for sign, places in cars:
            writer.write(event(sign, next(places), datetime.now(UTC)))
        await writer.drain()
        await asyncio.sleep(EVERY_S)


def drive(town: Town, *, seed: int) -> Iterator[Place]:
    """Where a car is, each `EVERY_S` seconds, for ever: along a street, then across to one nearby."""
    luck = Random(f"patrol {seed}")
    lines = [street.line for street in town.streets if street.municipality == 0 and street.length > 200]
    line = luck.choice(lines)
    while True:
        yield from _along(line, luck.uniform(*SPEED))
        end = line[-1]
        near = sorted(lines, key=lambda other: float(np.hypot(*(other[0] - end))))[1:6]
        line = luck.choice(near)
        yield from _along(np.vstack((end, line[0])), SPEED[1])


def _along(line: np.ndarray, speed: float) -> Iterator[Place]:
    if len(line) < 2 or np.allclose(line[0], line[-1]):
        return
    steps = np.hypot(*np.diff(line, axis=0).T)
    way = np.concatenate(([0.0], np.cumsum(steps)))
    for at in np.arange(0.0, float(way[-1]), speed * EVERY_S):
        spot = np.array([np.interp(at, way, line[:, 0]), np.interp(at, way, line[:, 1])])
        ahead = min(at + 1.0, float(way[-1]))
        east = float(np.interp(ahead, way, line[:, 0]) - spot[0])
        north = float(np.interp(ahead, way, line[:, 1]) - spot[1])
        longitude, latitude = to_lonlat(spot[None, :])[0]
        yield float(longitude), float(latitude), math.degrees(math.atan2(east, north)) % 360, speed


def event(sign: str, place: Place, now: datetime) -> bytes:
    """A Cursor on Target event of a car."""
    longitude, latitude, course, speed = place
    at = now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    stale = (now + HOLDS).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><event version='2.0' uid={quoteattr('car-' + sign)} "
        f"type='a-f-G-E-V-C' how='m-g' time='{at}' start='{at}' stale='{stale}'>"
        f"<point lat='{latitude:.6f}' lon='{longitude:.6f}' hae='9999999.0' ce='8.0' le='9999999.0'/>"
        f"<detail><contact callsign={quoteattr(sign)}/>"
        f"<track course='{course:.1f}' speed='{speed:.1f}'/></detail></event>\n"
    ).encode()

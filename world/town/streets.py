"""Streets on a map: each town is a web of rings and spokes, bent so that no two sectors are alike.

The map does not depend on the seed: a street stands at the same place in every world, and a larger
population only adds streets at the edge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, radians

import numpy as np
from numpy.typing import NDArray

from world.chance import share

from .places import Municipality, fixed_streets, kinds_fr, origin, stems_fr, stems_nl, suffixes_nl

Points = NDArray[np.float64]

ring_gap = 100.0
ringlaan = 440.0
outer = 980.0


@dataclass(frozen=True)
class Street:
    """A named line in metres east and north of the origin; `sides` 1 has houses on its left only."""

    name: str
    name_fr: str
    municipality: int
    kind: str
    line: Points
    sides: int = 2
    gap: float = 8.0

    @property
    def length(self) -> float:
        return float(np.hypot(*np.diff(self.line, axis=0).T).sum())


def to_lonlat(points: Points) -> Points:
    """Metres to EPSG:4326; flat around the origin, right to a few centimetres in this region."""
    lon, lat = origin
    return np.column_stack((lon + points[:, 0] / (111_320 * cos(radians(lat))), lat + points[:, 1] / 110_574))


def to_metres(lonlat: Points) -> Points:
    """The way back from `to_lonlat`."""
    lon, lat = origin
    return np.column_stack(
        ((lonlat[:, 0] - lon) * 111_320 * cos(radians(lat)), (lonlat[:, 1] - lat) * 110_574)
    )


def streets_of(number: int, place: Municipality, *, houses: int) -> list[Street]:
    """All streets of one municipality, ring by ring until about `houses` houses find room."""
    namer = _namer(number, place)
    made: list[Street] = []
    room = 0.0
    for kind, line in _web(number, place):
        enough = room > houses and kind == "end of ring"
        if enough:
            break
        if kind == "end of ring":
            continue
        street = Street(*namer(kind), number, kind, line, gap=7.0 if kind == "market" else 8.0)
        room += max(0.0, street.length - 24) / street.gap * street.sides
        made.append(street)
    return made + _along_the_canal(number, place)


def _web(number: int, place: Municipality) -> Iterator[tuple[str, Points]]:
    """Kinds and lines outward from the market place; the base of the web is always complete."""
    bend = _bend(number, place)
    yield "market", bend(np.full(24, 52.0), np.linspace(0.0, 2 * pi * 0.96, 24))
    for sector in range(8):
        yield "spoke", _spoke(bend, sector * pi / 4, 62.0, ringlaan)
    yield "ring road", bend(np.full(97, ringlaan), np.linspace(0.0, 2 * pi, 97))
    for sector in range(8):
        start = ringlaan + 16
        if number == 0 and sector == 0:
            yield "station square", _spoke(bend, 0.0, start, ringlaan + 110)
            start = ringlaan + 110
        yield "outer spoke", _spoke(bend, sector * pi / 4, start, outer)
    for radius in np.arange(140.0, ringlaan - 20, ring_gap):
        yield from _arcs(bend, float(radius), 8)
    yield "end of ring", np.zeros((0, 2))
    radius = ringlaan + ring_gap
    while radius < 12_000:
        yield from _ring_outside(bend, radius)
        yield "end of ring", np.zeros((0, 2))
        radius += ring_gap


def _ring_outside(bend: Callable[[Points, Points], Points], radius: float) -> Iterator[tuple[str, Points]]:
    sectors = 16 if radius < 1_100 else 32 if radius < 2_400 else 64
    yield from _arcs(bend, radius, sectors)
    for sector in range(sectors):
        if radius < outer and sector % 2 == 0:
            continue
        if (round(radius - ringlaan) // 100 + sector) % 3 == 0:
            yield "local", _spoke(bend, sector * 2 * pi / sectors, radius + 14, radius + 2 * ring_gap - 14)


def _arcs(
    bend: Callable[[Points, Points], Points], radius: float, sectors: int
) -> Iterator[tuple[str, Points]]:
    margin = 14.0 / radius
    edges = np.linspace(0.0, 2 * pi, sectors + 1)
    for low, high in pairwise(edges.tolist()):
        angles = np.linspace(low + margin, high - margin, 9)
        yield "local", bend(np.full(9, radius), angles)


def _spoke(bend: Callable[[Points, Points], Points], angle: float, start: float, end: float) -> Points:
    radii = np.linspace(start, end, max(4, int((end - start) / 40)))
    return bend(radii, np.full(len(radii), angle))


def _bend(number: int, place: Municipality) -> Callable[[Points, Points], Points]:
    """A map from (radius, angle) to metres that turns and stretches, but never tears, the web."""
    turn, second, third = (2 * pi * share(f"bend {k}", number) for k in range(3))
    east, north = place.at

    def bend(radius: Points, angle: Points) -> Points:
        twist = 0.10 * np.sin(radius / 310 + third) * np.minimum(1.0, radius / 300)
        stretch = 1 + 0.11 * np.sin(2 * angle + second) + 0.05 * np.sin(3 * angle + third)
        return np.column_stack(
            (
                east + radius * stretch * np.cos(angle + twist + turn),
                north + radius * stretch * np.sin(angle + twist + turn),
            )
        )

    return bend


canal = np.array(
    [(2_350.0, 9_000.0), (2_250.0, 2_000.0), (2_330.0, -1_200.0), (3_600.0, -5_200.0), (4_100.0, -13_000.0)]
)
brook = np.array(
    [
        (-7_800.0, 5_600.0),
        (-5_200.0, 4_300.0),
        (-2_600.0, 2_050.0),
        (-900.0, 1_150.0),
        (-120.0, 420.0),
        (240.0, -160.0),
        (900.0, -700.0),
        (1_650.0, -900.0),
        (2_310.0, -1_050.0),
    ]
)


def _along_the_canal(number: int, place: Municipality) -> list[Street]:
    if place.name not in ("Lindebeek", "Vaartdonk"):
        return []
    along = np.linspace(1_900.0, 700.0, 12) if number == 0 else np.linspace(-4_400.0, -5_600.0, 12)
    ordered = canal[::-1]
    east = np.interp(along, ordered[:, 1], ordered[:, 0]) - 34.0
    line = np.column_stack((east, along))
    return [Street("Vaartdijk", "Vaartdijk", number, "local", line, sides=1, gap=14.0)]


def _namer(number: int, place: Municipality) -> Callable[[str], tuple[str, str]]:
    """Gives each street a name that its municipality has only once: (name, name in the second language)."""
    fixed = list(fixed_streets.get(place.name, ()))
    names = _names_of(number, place, taken={*fixed, "Markt", "Ringlaan", "Stationsplein", "Vaartdijk"})
    special = {
        "market": ("Markt", "Grand-Place"),
        "ring road": ("Ringlaan", "Avenue de Ceinture"),
        "station square": ("Stationsplein", "Place de la Gare"),
    }

    def name(kind: str) -> tuple[str, str]:
        if kind in special:
            dutch, french = special[kind]
            return (french, french) if place.region == "W" else (dutch, french)
        if fixed and kind in ("spoke", "outer spoke"):
            return fixed[0], fixed.pop(0)
        return next(names)

    return name


def _names_of(number: int, place: Municipality, *, taken: set[str]) -> Iterator[tuple[str, str]]:
    """Names in an order of their own per municipality; when all are used, with a 2 behind them."""
    dutch = [
        stem.strip() + suffix.strip() for suffix in suffixes_nl.split(",") for stem in stems_nl.split(",")
    ]
    french = [
        f"{kind.strip()} {' '.join(stem.split())}"
        for kind in kinds_fr.split(",")
        for stem in stems_fr.split(",")
    ]
    dutch = [name for name in dict.fromkeys(dutch) if name not in taken]
    if place.region == "W":
        yield from ((name, name) for name in _shuffled(french, number))
    dutch, french = _shuffled(dutch, number), _shuffled(french, number)
    for turn in range(1_000):
        for at, name in enumerate(dutch):
            again = "" if turn == 0 else f" {turn + 1}"
            yield name + again, french[at % len(french)] + again


def _shuffled(names: list[str], number: int) -> list[str]:
    """Straten first, then lanen: near the centre a town has streets, at its edge drives and closes."""
    spread = len(names)
    keyed = sorted(
        enumerate(names), key=lambda pair: pair[0] / spread + 0.5 * share(f"name {number}", pair[0])
    )
    return [name for _, name in keyed]

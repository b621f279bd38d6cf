"""Houses along the streets, with boxes, coordinates, wards and BeSt-like ids."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import pi
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

from world.chance import share
from world.characters import cast
from world.columns import Table

from .places import Municipality, municipalities, quarters_fr, quarters_nl
from .streets import Points, Street, outer, ringlaan, streets_of, to_lonlat

Bools = NDArray[np.bool_]

wards_per_place = 7
_houses_of_the_cast = {actor.home for actor in cast}
_best_start = {"V": 40_000_000, "W": 10_000_000, "B": 70_000_000}


@dataclass(frozen=True)
class Town:
    """The whole region. `addresses` has columns best, street, house, box, ward, lon, lat."""

    places: tuple[Municipality, ...]
    streets: list[Street]
    addresses: Table

    @cached_property
    def street_numbers(self) -> dict[tuple[str, str], int]:
        """(municipality, street), both folded, in either language → street number."""
        numbers: dict[tuple[str, str], int] = {}
        for number, street in enumerate(self.streets):
            place = self.places[street.municipality]
            for town in (place.name, place.name_fr, place.postcode):
                for name in (street.name, street.name_fr):
                    numbers.setdefault((folded(town), folded(name)), number)
        return numbers

    @cached_property
    def streets_by_name(self) -> dict[str, list[int]]:
        """Folded name in either language → numbers of the streets so called in any municipality."""
        found: dict[str, list[int]] = {}
        for number, street in enumerate(self.streets):
            for name in {folded(street.name), folded(street.name_fr)}:
                found.setdefault(name, []).append(number)
        return found

    def address(self, place: str, street: str, house: int) -> int:
        """Row of the first box of a house that is known to stand."""
        number = self.street_numbers[(folded(place), folded(street))]
        for row in self.addresses.where("street", number):
            if self.addresses.house[row] == house:
                return row
        raise LookupError(f"{street} {house}, {place}")


def folded(name: str) -> str:
    """Letters and digits only, small, without accents."""
    return "".join(sign for sign in normalize("NFKD", name.lower()) if sign.isalnum())


def build_town(*, households: int) -> Town:
    """A region with room for the households and some empty houses."""
    streets: list[Street] = []
    parts: list[dict[str, NDArray[np.generic]]] = []
    for number, place in enumerate(municipalities):
        for street in streets_of(number, place, houses=int(households * place.share * 0.78)):
            parts.append(_houses(len(streets), street, place))
            streets.append(street)
    columns = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    return Town(municipalities, streets, Table(best=_best_ids(columns["street"], streets), **columns))


def _best_ids(street: NDArray[np.generic], streets: list[Street]) -> NDArray[np.int64]:
    starts = np.array([_best_start[municipalities[s.municipality].region] for s in streets], dtype=np.int64)
    ids: NDArray[np.int64] = starts[street.astype(np.int64)] + np.arange(len(street)) * 3
    return ids


def _houses(number: int, street: Street, place: Municipality) -> dict[str, NDArray[np.generic]]:
    """Houses at equal steps on both sides, odd numbers left and even right; some with boxes."""
    steps = np.diff(street.line, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    reached = np.concatenate(([0.0], np.cumsum(lengths)))
    along = np.arange(12.0, max(reached[-1] - 11.0, 12.5), street.gap)
    segment = np.clip(np.searchsorted(reached, along, "right") - 1, 0, len(steps) - 1)
    direction = steps[segment] / lengths[segment, None]
    foot = street.line[segment] + direction * (along - reached[segment])[:, None]
    normal = np.column_stack((-direction[:, 1], direction[:, 0]))
    sides = [(foot + normal * 13.0, np.arange(len(along)) * 2 + 1)]
    if street.sides == 2:
        sides.append((foot - normal * 13.0, np.arange(len(along)) * 2 + 2))
    points = np.concatenate([side[0] for side in sides])
    numbers = np.concatenate([side[1] for side in sides]).astype(np.int16)
    return _with_boxes(number, street, place, points, numbers)


def _with_boxes(
    number: int, street: Street, place: Municipality, points: Points, numbers: NDArray[np.int16]
) -> dict[str, NDArray[np.generic]]:
    radius = np.hypot(*(points - np.array(place.at)).T)
    density = 0.16 if street.kind in ("market", "spoke", "ring road") else 0.05
    flats = np.array([share(f"flat {number}", int(house)) for house in numbers]) < density
    flats &= ~np.isin(
        numbers,
        [house for town, name, house in _houses_of_the_cast if (town, name) == (place.name, street.name)],
    )
    boxes = np.where(flats & (radius < outer), 3 + (numbers.astype(np.int64) * 7 + number) % 8, 1)
    rows = np.repeat(np.arange(len(numbers)), boxes)
    box = np.arange(len(rows)) - np.repeat(np.cumsum(boxes) - boxes, boxes)
    place_on_map = to_lonlat(points)[rows]
    return {
        "street": np.full(len(rows), number, dtype=np.int32),
        "house": numbers[rows],
        "box": np.where(boxes[rows] == 1, 0, box + 1).astype(np.int16),
        "ward": _wards(points, street.municipality, place)[rows],
        "lon": place_on_map[:, 0],
        "lat": place_on_map[:, 1],
    }


def _wards(points: Points, municipality: int, place: Municipality) -> NDArray[np.int16]:
    """Ward 0 lies inside the ring road, wards 1–6 are the sectors outside it."""
    relative = points - np.array(place.at)
    radius = np.hypot(relative[:, 0], relative[:, 1])
    angle = np.mod(np.arctan2(relative[:, 1], relative[:, 0]), 2 * pi)
    sector = np.where(radius < ringlaan, 0, 1 + (angle / (pi / 3)).astype(int) % 6)
    wards: NDArray[np.int16] = (municipality * wards_per_place + sector).astype(np.int16)
    return wards


def ward_name(ward: int) -> str:
    place = municipalities[ward // wards_per_place]
    quarter = (quarters_fr if place.region == "W" else quarters_nl)[ward % wards_per_place]
    return f"{place.name} {quarter}"

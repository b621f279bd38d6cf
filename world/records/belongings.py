"""Things with a number of their own: firearms, bicycles, boats, drones, dogs, telephones."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from world import numbers as numbering
from world.chance import days, stream, today
from world.characters import numbers
from world.columns import Table, ascii_column
from world.people.population import Population

kinds = ("firearm", "bicycle", "boat", "drone", "dog", "telephone", "laptop")

models: dict[str, tuple[str, ...]] = {
    "firearm": (
        "jachtgeweer Browning B525",
        "karabijn Sauer 404",
        "pistool FN Five-seveN",
        "pistool Glock 17",
        "revolver Smith & Wesson 686",
        "geweer Beretta 686",
        "karabijn CZ 457",
    ),
    "bicycle": (
        "Oxford Avenue",
        "Koga F3",
        "Cube Kathmandu",
        "Gazelle Ultimate",
        "Trek Domane",
        "Sparta e-Speed",
    ),
    "boat": ("Sessa Key Largo", "polyester sloep", "zeiljacht Dehler 29", "waterscooter Sea-Doo"),
    "drone": ("DJI Mini 4", "DJI Mavic 3", "Parrot Anafi"),
    "dog": ("Mechelse herder", "labrador", "teckel", "Amerikaanse staffordshire", "bordercollie", "kruising"),
    "telephone": ("Samsung Galaxy S24", "iPhone 15", "Fairphone 5", "Xiaomi 13"),
    "laptop": ("Dell Latitude", "HP EliteBook", "MacBook Air", "Lenovo ThinkPad"),
}

shares = {
    "firearm": 0.028,
    "bicycle": 0.14,
    "boat": 0.006,
    "drone": 0.008,
    "dog": 0.11,
    "telephone": 0.10,
    "laptop": 0.05,
}

# key of the cast, kind, number, model, stolen
cast_belongings: tuple[tuple[str, str, str, str, bool], ...] = (
    ("dirk", "firearm", "B525S70417", "jachtgeweer Browning B525", False),
    ("dirk", "firearm", "SA404R2210", "karabijn Sauer 404", False),
    ("dirk", "dog", "981000012345678", "Mechelse herder", False),
    ("marc", "bicycle", "OX20260017", "Oxford Avenue", True),
    ("sofie", "bicycle", "KG20240931", "Koga F3", False),
    ("katrien", "telephone", "356938035643809", "Fairphone 5", True),
)


def make_belongings(people: Population) -> Table:
    """Columns kind (place in `kinds`), number, model, owner, since, stolen (day or 0)."""
    chance = stream(people.seed, "belongings")
    adults = people.adults[people.adults >= len(numbers)]
    parts = [_cast()]
    for code, kind in enumerate(kinds):
        owners = adults[chance.random(len(adults)) < shares[kind]]
        stolen_share = 0.0 if kind == "dog" else 0.004 if kind == "firearm" else 0.09
        stolen = np.where(
            chance.random(len(owners)) < stolen_share, days(today) - chance.integers(0, 1500, len(owners)), 0
        )
        parts.append(
            {
                "kind": np.full(len(owners), code, dtype=np.uint8),
                "number": ascii_column([_number(kind, n, people.seed) for n in range(len(owners))]),
                "model": chance.integers(0, len(models[kind]), len(owners)).astype(np.uint8),
                "owner": owners.astype(np.int32),
                "since": (days(today) - chance.integers(30, 5_000, len(owners))).astype(np.int32),
                "stolen": stolen.astype(np.int32),
            }
        )
    return Table(**{name: np.concatenate([part[name] for part in parts]) for name in parts[0]})


def _cast() -> dict[str, NDArray[Any]]:
    rows = cast_belongings
    return {
        "kind": np.array([kinds.index(row[1]) for row in rows], dtype=np.uint8),
        "number": ascii_column([row[2] for row in rows]),
        "model": np.array([models[row[1]].index(row[3]) for row in rows], dtype=np.uint8),
        "owner": np.array([numbers[row[0]] for row in rows], dtype=np.int32),
        "since": np.full(len(rows), days(today) - 900, dtype=np.int32),
        "stolen": np.array([days(today) - 12 if row[4] else 0 for row in rows], dtype=np.int32),
    }


def _number(kind: str, n: int, seed: int) -> str:
    mixed = (n * 7_368_787 + seed * 977) % 9_999_991
    return {
        "firearm": lambda: f"{'BCFGSW'[n % 6]}{mixed:07d}{'ANRX'[n % 4]}",
        "bicycle": lambda: f"{('OX', 'KG', 'CU', 'GZ', 'TR')[n % 5]}{mixed:08d}",
        "boat": lambda: f"BEP{mixed:07d}",
        "drone": lambda: f"1581F{mixed:07d}QX",
        "dog": lambda: f"98102{n % 10}00{mixed:07d}",
        "telephone": lambda: numbering.imei_with_check(35_000_000_000_000 + n % 89 * 10**10 + mixed),
        "laptop": lambda: f"LT{mixed:07d}{'HJKM'[n % 4]}",
    }[kind]()

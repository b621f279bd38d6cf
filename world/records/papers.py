"""Identity cards, passports, residence cards, licences and other numbered papers."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from world import numbers as numbering
from world.chance import days, stream, today
from world.characters import numbers
from world.columns import Table, ascii_column
from world.people.population import Population

kinds = (
    "identity card",
    "passport",
    "residence card",
    "driving licence",
    "tachograph card",
    "guard card",
    "parking card",
)
statuses = ("valid", "lost", "stolen", "withdrawn")

Columns = dict[str, NDArray[Any]]

# key of the cast, kind, number, expires, status
cast_papers: tuple[tuple[str, str, str, date, str], ...] = (
    ("jeroen", "identity card", "591191706458", date(2031, 4, 2), "valid"),
    ("sofie", "identity card", "591201099997", date(2030, 9, 1), "valid"),
    ("katrien", "identity card", "592340112797", date(2028, 1, 9), "stolen"),
    ("mohamed", "identity card", "592340887686", date(2033, 2, 11), "valid"),
    ("greta", "identity card", "592341010049", date(2029, 5, 9), "valid"),
    ("ivan", "passport", "BG3841207", date(2027, 7, 7), "stolen"),
    ("ivan", "residence card", "B204816357", date(2028, 3, 1), "valid"),
    ("namesake", "residence card", "B198220461", date(2027, 11, 30), "valid"),
    ("wei", "residence card", "B217753084", date(2029, 10, 1), "valid"),
    ("emre", "passport", "EN482193", date(2030, 8, 1), "valid"),
    ("jeroen", "driving licence", "1408853321", date(2029, 5, 1), "withdrawn"),
    ("sofie", "driving licence", "1402217788", date(2031, 2, 1), "valid"),
    ("mohamed", "driving licence", "1419203174", date(2030, 3, 1), "valid"),
    ("emre", "driving licence", "1418877205", date(2031, 8, 1), "valid"),
    ("wei", "driving licence", "1412204518", date(2028, 10, 1), "valid"),
    ("katrien", "driving licence", "1409951327", date(2030, 1, 1), "valid"),
    ("lies", "driving licence", "1440229041", date(2034, 6, 1), "valid"),
    ("lotte", "driving licence", "1440229025", date(2034, 6, 1), "withdrawn"),
)


def make_papers(people: Population) -> Table:
    """Columns kind (place in `kinds`), number, owner, issued, expires, status (place in `statuses`)."""
    chance = stream(people.seed, "papers")
    rest = np.arange(len(numbers), len(people))
    belgian = rest[(people.nationality[rest] == 0) & (people.birth[rest] < days(today) - 12 * 365)]
    foreign = rest[people.nationality[rest] != 0]
    adults = people.adults[people.adults >= len(numbers)]
    parts = [
        _cards(people.seed, chance, belgian),
        _part(chance, 1, _some(chance, belgian, 0.38), _passport, years=7),
        _part(chance, 2, foreign, lambda n: f"B{100_000_000 + n * 7919 % 899_999_981}", years=5),
        _part(
            chance,
            3,
            _some(chance, adults, 0.78),
            lambda n: f"{1_400_000_000 + n * 104_729 % 99_999_989}",
            years=10,
        ),
        _part(
            chance,
            4,
            _some(chance, adults, 0.012),
            lambda n: f"BE1{n * 7907 % 9_999_991:07d}00{n % 10}000",
            years=5,
        ),
        _part(chance, 5, _some(chance, adults, 0.004), lambda n: f"{150_000 + n * 811 % 849_991}", years=5),
        _part(chance, 6, _some(chance, adults, 0.02), lambda n: f"{400_000 + n * 977 % 599_993}", years=10),
    ]
    cast = _cast()
    return Table(**{name: np.concatenate((cast[name], *(part[name] for part in parts))) for name in cast})


def _some(chance: np.random.Generator, rows: NDArray[np.int64], part: float) -> NDArray[np.int64]:
    return rows[chance.random(len(rows)) < part]


def _cards(seed: int, chance: np.random.Generator, owners: NDArray[np.int64]) -> Columns:
    first_ten = 5_930_000_000 + numbering.spread(len(owners), start=seed * 911, width=69_999_989)
    return _columns(chance, 0, owners, [str(n) for n in numbering.eid_numbers(first_ten).tolist()], years=10)


def _passport(n: int) -> str:
    return f"{'EFGH'[n // 1_000_000 % 4]}{'JKLMNPRS'[n % 8]}{n * 7919 % 999_983:06d}"


def _part(
    chance: np.random.Generator, kind: int, owners: NDArray[np.int64], number: Any, *, years: int
) -> Columns:
    return _columns(chance, kind, owners, [number(n) for n in range(len(owners))], years=years)


def _columns(
    chance: np.random.Generator, kind: int, owners: NDArray[np.int64], written: list[str], *, years: int
) -> Columns:
    count = len(owners)
    issued = days(today) - chance.integers(1, int(years * 372), count)
    status = chance.choice(4, size=count, p=(0.975, 0.013, 0.007, 0.005))
    return {
        "kind": np.full(count, kind, dtype=np.uint8),
        "number": ascii_column(written),
        "owner": owners.astype(np.int32),
        "issued": issued.astype(np.int32),
        "expires": (issued + years * 365).astype(np.int32),
        "status": status.astype(np.uint8),
    }


def _cast() -> Columns:
    expires = np.array([days(row[3]) for row in cast_papers], dtype=np.int32)
    return {
        "kind": np.array([kinds.index(row[1]) for row in cast_papers], dtype=np.uint8),
        "number": ascii_column([row[2] for row in cast_papers]),
        "owner": np.array([numbers[row[0]] for row in cast_papers], dtype=np.int32),
        "issued": expires - 3_650,
        "expires": expires,
        "status": np.array([statuses.index(row[4]) for row in cast_papers], dtype=np.uint8),
    }

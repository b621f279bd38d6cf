"""Past events: police reports with their people and vehicles, and calls at addresses, in columns."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from world.chance import days, stream, today
from world.characters import numbers
from world.columns import Table
from world.people.population import Population

kinds = (
    "diefstal met braak",
    "familiaal geweld",
    "verkeersongeval stoffelijk",
    "verkeersongeval met gewonden",
    "fietsdiefstal",
    "winkeldiefstal",
    "burengeschil",
    "drugs",
    "vandalisme",
    "oplichting internet",
    "geluidshinder",
    "bedreiging",
    "wapendracht",
    "rijden onder invloed",
)
calls = (
    "nachtlawaai",
    "hond los",
    "verdacht voertuig",
    "ruzie",
    "alarm",
    "water in kelder",
    "verkeershinder",
    "medische bijstand",
)
roles = ("verdachte", "slachtoffer", "getuige", "betrokkene")
codes = (
    "11.L3",
    "43.L2",
    "30.L3",
    "30.L3",
    "18.L3",
    "11.L3",
    "42.L1",
    "60.L2",
    "50.L3",
    "20.L2",
    "47.L1",
    "45.L3",
    "36.L1",
    "30.L7",
)

# key of the cast, kind, role, date, place
_cast_events = (
    ("jeroen", 0, 0, date(2026, 10, 8), ("Lindebeek", "Vaartdijk", 9)),
    ("jeroen", 7, 0, date(2023, 2, 3), ("Lindebeek", "Stationsplein", 1)),
    ("marc", 0, 1, date(2026, 11, 19), ("Lindebeek", "Kloosterstraat", 12)),
    ("kevin", 1, 0, date(2026, 11, 16), ("Lindebeek", "Kapelstraat", 43)),
    ("nele", 1, 1, date(2026, 11, 16), ("Lindebeek", "Kapelstraat", 43)),
    ("dirk", 6, 3, date(2025, 7, 30), ("Lindebeek", "Kapelstraat", 41)),
    ("katrien", 9, 1, date(2026, 4, 2), ("Lindebeek", "Abdijlaan", 18)),
)


def make_events(people: Population) -> Table:
    """Columns number (of the report), kind, role, on, person, address; one row per person and report."""
    chance = stream(people.seed, "events")
    count = int(len(people) * 0.30)
    people_in = chance.integers(len(numbers), len(people), count)
    people_in = np.where(
        chance.random(count) < 0.4, people_in[chance.integers(0, max(1, count // 40), count)], people_in
    )
    on = days(today) - (chance.beta(1.0, 2.2, count) * 3_650).astype(np.int64) - 1
    at_home = chance.random(count) < 0.45
    address = np.where(
        at_home, people.address[people_in], chance.integers(0, len(people.town.addresses), count)
    )
    cast = _cast_events
    role = chance.choice(4, size=count, p=(0.3, 0.35, 0.15, 0.2))
    columns: dict[str, NDArray[Any]] = {
        "number": np.arange(len(cast) + count, dtype=np.int32) + 100_001,
        "kind": np.concatenate(([e[1] for e in cast], chance.integers(0, len(kinds), count))).astype(
            np.uint8
        ),
        "role": np.concatenate(([e[2] for e in cast], role)).astype(np.uint8),
        "on": np.concatenate(([days(e[3]) for e in cast], on)).astype(np.int32),
        "person": np.concatenate(([numbers[e[0]] for e in cast], people_in)).astype(np.int32),
        "address": np.concatenate(([people.town.address(*e[4]) for e in cast], address)).astype(np.int32),
    }
    return Table(**columns)


def make_calls(people: Population) -> Table:
    """Columns kind (place in `calls`), on, address: what was rung about, without persons."""
    chance = stream(people.seed, "calls")
    count = int(len(people) * 0.12)
    dog = people.town.address("Lindebeek", "Kapelstraat", 41)
    return Table(
        kind=np.concatenate(([1], chance.integers(0, len(calls), count))).astype(np.uint8),
        on=np.concatenate(([days(date(2026, 3, 21))], days(today) - chance.integers(1, 1_800, count))).astype(
            np.int32
        ),
        address=np.concatenate(([dog], people.address[chance.integers(0, len(people), count)])).astype(
            np.int32
        ),
    )


def pv_number(events: Table, row: int) -> str:
    """`LV.11.L3.100001/2026`: the shape of a Belgian report number."""
    year = 1970 + int(events.on[row] / 365.2425)
    return f"LV.{codes[events.kind[row]]}.{events.number[row]:06d}/{year}"

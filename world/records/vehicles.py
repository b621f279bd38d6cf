"""Vehicles with plates of every series and chassis numbers, most with a right check digit."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from world import numbers as numbering
from world.chance import days, share, stream, today, zipf
from world.characters import numbers
from world.columns import Table, ascii_column
from world.people.population import Population

# make, model, kind of body, start of the chassis number
models: tuple[tuple[str, str, str, str], ...] = (
    ("Volkswagen", "Golf", "car", "WVWZZZ1K"),
    ("BMW", "320d", "car", "WBA8C31G"),
    ("Renault", "Clio", "car", "VF1BR1A0"),
    ("Peugeot", "208", "car", "VF3CCHMZ"),
    ("Volkswagen", "Polo", "car", "WVWZZZ6R"),
    ("Mercedes", "A 180", "car", "WDD17604"),
    ("Audi", "A3", "car", "WAUZZZ8V"),
    ("Opel", "Corsa", "car", "W0L0XEP6"),
    ("Citroën", "C3", "car", "VF7SXHMZ"),
    ("Škoda", "Octavia", "car", "TMBJG7NE"),
    ("Ford", "Fiesta", "car", "WF0DXXGA"),
    ("Toyota", "Yaris", "car", "VNKKC3D3"),
    ("Hyundai", "i20", "car", "NLHBA51B"),
    ("Kia", "Ceed", "car", "U5YHM51A"),
    ("Dacia", "Sandero", "car", "UU15SD4A"),
    ("Volvo", "XC60", "car", "YV1DZ875"),
    ("Tesla", "Model 3", "car", "LRW3E7EK"),
    ("Fiat", "500", "car", "ZFA31200"),
    ("Nissan", "Qashqai", "car", "SJNFAAJ1"),
    ("Seat", "Leon", "car", "VSSZZZ5F"),
    ("Mini", "Cooper", "car", "WMWXM510"),
    ("Volkswagen", "Caddy", "van", "WV2ZZZ2K"),
    ("Ford", "Transit", "van", "WF0XXXTT"),
    ("Renault", "Kangoo", "van", "VF1FW0BB"),
    ("Mercedes", "Sprinter", "van", "WDB90613"),
    ("Opel", "Vivaro", "van", "W0LF7B1B"),
    ("DAF", "XF", "truck", "XLRTE47M"),
    ("Yamaha", "MT-07", "motorcycle", "JYARM041"),
    ("Honda", "CB500", "motorcycle", "ZDCPC441"),
    ("BMW", "R 1250", "motorcycle", "WB10J940"),
    ("Piaggio", "Liberty", "moped", "ZAPC5410"),
    ("Peugeot", "Kisbee", "moped", "VGAJ1AAA"),
    ("Humbaur", "HA 13", "trailer", "WHD00013"),
    ("Volkswagen", "Kever", "veteran", "11200000"),
    ("John Deere", "6120", "tractor", "1L06120M"),
)

colours = ("grijs", "zwart", "wit", "blauw", "rood", "zilver", "groen", "bruin", "geel", "oranje")
fuels = ("benzine", "diesel", "hybride", "elektrisch", "lpg")

_model_shares = np.array(
    [
        1 / (3 + k) if body == "car" else 0.02 if body == "van" else 0.012
        for k, (_, _, body, _) in enumerate(models)
    ]
)
_letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_vin_letters = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"


def model_number(make: str, model: str) -> int:
    return next(k for k, known in enumerate(models) if known[:2] == (make, model))


cast_vehicles: tuple[dict[str, Any], ...] = (
    {
        "plate": "2ZKV318",
        "who": "jeroen",
        "model": ("Volkswagen", "Caddy"),
        "colour": "grijs",
        "vin": "WV2ZZZ2KZKX042788",
        "first": date(2019, 3, 4),
        "registered": date(2021, 5, 14),
        "inspected": date(2026, 10, 2),
        "stolen": None,
    },
    {
        "plate": "1HKL407",
        "who": "sofie",
        "model": ("Škoda", "Octavia"),
        "colour": "wit",
        "vin": "TMBJG7NE8J0103344",
        "first": date(2018, 6, 1),
        "registered": date(2018, 6, 1),
        "inspected": date(2027, 6, 1),
        "stolen": None,
    },
    {
        "plate": "1TRB582",
        "who": "marc",
        "model": ("BMW", "320d"),
        "colour": "zwart",
        "vin": "WBA8C31G4JK207615",
        "first": date(2017, 9, 12),
        "registered": date(2017, 9, 12),
        "inspected": date(2027, 1, 20),
        "stolen": date(2026, 11, 19),
    },
    {
        "plate": "1PVK916",
        "who": "dirk",
        "model": ("Ford", "Transit"),
        "colour": "blauw",
        "vin": "WF0XXXTT1GHA51907",
        "first": date(2016, 2, 8),
        "registered": date(2016, 2, 8),
        "inspected": date(2027, 2, 8),
        "stolen": None,
    },
    {
        "plate": "1YMA275",
        "who": "emre",
        "model": ("Seat", "Leon"),
        "colour": "rood",
        "vin": "VSSZZZ5FZHR011982",
        "first": date(2017, 4, 20),
        "registered": date(2020, 1, 15),
        "inspected": date(2027, 4, 20),
        "stolen": None,
    },
    {
        "plate": "1KSG640",
        "who": "kevin",
        "model": ("Opel", "Corsa"),
        "colour": "zilver",
        "vin": "W0L0XEP68D4170263",
        "first": date(2013, 11, 5),
        "registered": date(2019, 8, 1),
        "inspected": date(2026, 12, 5),
        "stolen": None,
    },
    {
        "plate": "2ELA119",
        "who": "mohamed",
        "model": ("Toyota", "Yaris"),
        "colour": "zilver",
        "vin": "VNKKC3D30PA400518",
        "first": date(2023, 1, 9),
        "registered": date(2023, 1, 9),
        "inspected": date(2027, 1, 9),
        "stolen": None,
    },
)


def make_vehicles(people: Population) -> Table:
    """About 56 vehicles per 100 people; columns plate, vin, model, colour, fuel, first_on, registered,
    inspected (until), insured (0 no, 1 yes), holder, stolen (day or 0)."""
    chance = stream(people.seed, "vehicles")
    adults = people.adults[people.adults >= len(numbers)]
    count = min(int(len(people) * 0.56), len(adults) * 2)
    model = chance.choice(len(models), size=count, p=_model_shares / _model_shares.sum())
    age = (chance.gamma(2.0, 1_450, count)).astype(np.int64) + 5
    first = days(today) - age
    second_hand = chance.random(count) < 0.45
    registered = first + np.where(second_hand, (age * chance.random(count)).astype(np.int64), 0)
    columns: dict[str, NDArray[Any]] = {
        "plate": _plates(people.seed, model, registered),
        "vin": _vins(people.seed, model),
        "model": model.astype(np.uint8),
        "colour": chance.choice(len(colours), size=count, p=zipf(len(colours))).astype(np.uint8),
        "fuel": chance.choice(5, size=count, p=(0.5, 0.3, 0.1, 0.08, 0.02)).astype(np.uint8),
        "first_on": first.astype(np.int32),
        "registered": registered.astype(np.int32),
        "inspected": (days(today) + chance.integers(-20, 365, count)).astype(np.int32),
        "insured": (chance.random(count) < 0.985).astype(np.uint8),
        "holder": chance.choice(adults, size=count).astype(np.int32),
        "stolen": np.where(
            chance.random(count) < 0.005, days(today) - chance.integers(0, 900, count), 0
        ).astype(np.int32),
    }
    cast = _cast_columns()
    return Table(**{name: np.concatenate((cast[name], column)) for name, column in columns.items()})


def _cast_columns() -> dict[str, NDArray[Any]]:
    rows = cast_vehicles
    return {
        "plate": ascii_column([row["plate"] for row in rows]),
        "vin": ascii_column([row["vin"] for row in rows]),
        "model": np.array([model_number(*row["model"]) for row in rows], dtype=np.uint8),
        "colour": np.array([colours.index(row["colour"]) for row in rows], dtype=np.uint8),
        "fuel": np.ones(len(rows), dtype=np.uint8),
        "first_on": np.array([days(row["first"]) for row in rows], dtype=np.int32),
        "registered": np.array([days(row["registered"]) for row in rows], dtype=np.int32),
        "inspected": np.array([days(row["inspected"]) for row in rows], dtype=np.int32),
        "insured": np.ones(len(rows), dtype=np.uint8),
        "holder": np.array([numbers[row["who"]] for row in rows], dtype=np.int32),
        "stolen": np.array([days(row["stolen"]) if row["stolen"] else 0 for row in rows], dtype=np.int32),
    }


def _plates(seed: int, model: NDArray[np.int64], registered: NDArray[np.int64]) -> NDArray[np.bytes_]:
    """Plates without separators, as registers keep them, all different."""
    serials = numbering.spread(
        len(model), start=1 + seed * 31, width=len(_letters) ** 3 * 999, step=4_321_087
    )
    taken = {row["plate"] for row in cast_vehicles}
    plates: list[str] = []
    for row, (serial, kind, day) in enumerate(
        zip(serials.tolist(), model.tolist(), registered.tolist(), strict=True)
    ):
        plate = _plate(serial, models[kind][2], day, share("plate series", row + seed * 1_000_003))
        other = serial
        while plate in taken:
            other = (other * 7 + 13) % (len(_letters) ** 3 * 999)
            plate = _plate(other, models[kind][2], day, 0.5)
        taken.add(plate)
        plates.append(plate)
    return ascii_column(plates)


_since_2010, _since_2021 = days(date(2010, 11, 16)), days(date(2021, 6, 1))
_old_series = days(date(2008, 6, 25))
_series_of = {"motorcycle": "1M", "moped": "1S", "trailer": "1Q", "veteran": "1O"}


def _plate(serial: int, body: str, day: int, luck: float) -> str:  # noqa: PLR0911 - one line per series
    number, rest = serial % 999 + 1, serial // 999
    a, b, c = (_letters[rest // k % len(_letters)] for k in (1, 24, 576))
    if body in _series_of and day >= _since_2010:
        return f"{_series_of[body]}{b}{c}{number:03d}"
    if luck < 0.006:
        return f"9{a}{b}{c}{number:03d}"
    if luck < 0.012:
        return f"8{a}{b}{c}{number:03d}"
    if luck < 0.016:
        return f"TX{a}{b}{number:03d}" if body == "car" else f"Z{a}{b}{c}{number:03d}"
    if luck < 0.019:
        return f"CD{a}{b}{number:03d}"
    if luck < 0.025:
        return f"{a}{b}{c}{_letters[serial % 24]}{_letters[serial // 7 % 24]}{number % 100:02d}"
    if day >= _since_2021:
        return f"2{a}{b}{c}{number:03d}"
    if day >= _since_2010:
        return f"1{a}{b}{c}{number:03d}"
    return f"{number:03d}{a}{b}{c}" if day >= _old_series else f"{a}{b}{c}{number:03d}"


def _vins(seed: int, model: NDArray[np.int64]) -> NDArray[np.bytes_]:
    """Seventeen signs; one in twenty keeps a ninth sign that is no check digit, as European makers may."""
    serials = numbering.spread(len(model), start=7 + seed * 17, width=9_999_991)
    vins = []
    for row, (serial, kind) in enumerate(zip(serials.tolist(), model.tolist(), strict=True)):
        start = models[kind][3]
        vin = f"{start}0{_vin_letters[20 + row % 3]}{_vin_letters[serial % 23]}{serial % 1_000_000:06d}"
        vins.append(vin[:8] + "Z" + vin[9:] if row % 20 == 0 else numbering.vin_with_check(vin))
    return ascii_column(vins)


def grouped_plate(plate: str) -> str:
    """`1-ABC-123`: a dash wherever digits and letters meet."""
    parts: list[str] = []
    for sign in plate:
        if parts and parts[-1][-1].isdigit() == sign.isdigit():
            parts[-1] += sign
        else:
            parts.append(sign)
    return "-".join(parts)

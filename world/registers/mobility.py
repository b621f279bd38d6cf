"""Sources about vehicles and who may drive them."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import islice
from typing import Any

import numpy as np

from world.chance import day, days, draw, share, today
from world.columns import text
from world.records.vehicles import colours, fuels, grouped_plate, models

from .asking import Ask
from .base import Endpoint, Record, by_number, by_plate, register
from .record_formatter import Formatter

_div = Formatter("plates", "nl", "%d/%m/%Y", slips=0.04, old=timedelta(minutes=3))
_goca = Formatter("inspections", "fr", "%d/%m/%Y", old=timedelta(days=34))
_veridass = Formatter("insurance", "nl", "%Y%m%d", slips=0.10, old=timedelta(hours=9), number="")
_eucaris = Formatter("euro-registrations", "en", "%Y-%m-%d", old=timedelta(minutes=1), number="")
_anpr = Formatter("camera-passages", "en", "%Y-%m-%dT%H:%M:%SZ", old=timedelta(seconds=40))
_tax = Formatter("vehicle-tax", "old", "%Y%m%d", slips=0.08, old=timedelta(days=60))
_lez = Formatter("low-emission-zone", "nl", old=timedelta(hours=5))
_taxi = Formatter("taxi-licences", "fr", "%Y-%m-%d", slips=0.03, old=timedelta(days=7))


HALF_SEEN = 50
"""So many vehicles are told of a plate that was half seen, and no more."""


def half_seen(plates: np.ndarray[Any, Any], pattern: str) -> list[int]:
    """Rows whose plate fits: `_` is one sign, `%` any number of them."""
    signs = np.ascontiguousarray(plates).view(np.uint8).reshape(len(plates), plates.dtype.itemsize)
    start = pattern.split("%", maxsplit=1)[0][: signs.shape[1]].encode("ascii", "replace")
    known = [(at, sign) for at, sign in enumerate(start) if sign != ord("_")]
    fits = np.ones(len(plates), bool)
    for at, sign in known:
        fits &= signs[:, at] == sign
    whole = re.compile(re.escape(pattern).replace("_", ".").replace("%", ".*"))
    rows = (int(row) for row in np.flatnonzero(fits))
    return list(islice((row for row in rows if whole.fullmatch(text(plates[row]))), HALF_SEEN))


def vehicles_asked(ask: Ask) -> list[int]:
    vehicles = ask.world.vehicles
    if ask.kind == "plate_pattern":
        return half_seen(vehicles.plate, ask.value.upper())
    if ask.kind == "vin":
        return vehicles.where("vin", ask.code.encode())
    if ask.kind == "plate":
        return vehicles.where("plate", ask.code.encode())
    return [row for person in ask.persons() for row in vehicles.where("holder", person)]


def _plate(ask: Ask, row: int) -> str:
    return grouped_plate(text(ask.world.vehicles.plate[row]))


@register(
    "plates",
    "Inschrijvingen en titularissen (DIV)",
    by_plate("/div/v3/kentekens/{value}"),
    Endpoint("plate_pattern", "/div/v3/kentekens", {"patroon": "value"}),
    Endpoint("vin", "/div/v3/chassis/{value}"),
    Endpoint("national_number", "/div/v3/titularissen/{value}/voertuigen"),
    wrap="inschrijvingen",
    none="404",
    key="X-DIV-Key",
    ms=65,
)
def plates(ask: Ask) -> list[Record]:
    vehicles, people = ask.world.vehicles, ask.world.people
    found = []
    for row in vehicles_asked(ask):
        make, model, body, _ = models[vehicles.model[row]]
        holder = int(vehicles.holder[row])
        found.append(
            {
                "kenteken": _plate(ask, row),
                "voertuig": {
                    "merk": make,
                    "model": model,
                    "soort": body,
                    "kleur": colours[vehicles.colour[row]],
                    "brandstof": fuels[vehicles.fuel[row]],
                    "chassisnummer": text(vehicles.vin[row]),
                    "eersteInschrijving": _div.date(day(vehicles.first_on[row])),
                },
                "titularis": _div.person(people, holder)
                | {"adres": _div.address(ask.world, _div.home(ask.world, holder))},
                "geldigSinds": _div.date(day(vehicles.registered[row])),
                "status": "actief",
                **_div.as_of(),
            }
        )
    return found


@register(
    "inspections",
    "Technische keuring",
    by_plate("/controle/{value}"),
    Endpoint("vin", "/controle/chassis/{value}"),
    wrap="one",
    none="404",
    key="X-Cle",
    ms=95,
)
def inspections(ask: Ask) -> list[Record]:
    vehicles = ask.world.vehicles
    return [
        {
            "plaque": _plate(ask, row),
            "chassis": text(vehicles.vin[row]),
            "valableJusque": _goca.date(day(vehicles.inspected[row])),
            "resultat": "vert" if vehicles.inspected[row] >= days(today) else "expiré",
            "kilometrage": 8_000 + draw("km", row) % 210_000,
            **_goca.as_of(),
        }
        for row in vehicles_asked(ask)
    ]


@register(
    "insurance",
    "Verzekering (Veridass)",
    by_plate("/polissen/{value}"),
    wrap="list",
    none="empty",
    key="X-Api-Key",
    ms=105,
)
def insurance(ask: Ask) -> list[Record]:
    vehicles = ask.world.vehicles
    insurers = ("Linde Verzekeringen", "De Beemd", "Noordzee Assurances")
    return [
        {
            "plaat": _plate(ask, row),
            "verzekerd": "J" if vehicles.insured[row] else "N",
            "maatschappij": insurers[row % 3],
            "polis": f"P{row:08d}",
            "verzekeringnemer": _veridass.person(ask.world.people, int(vehicles.holder[row])),
            **_veridass.as_of(),
        }
        for row in vehicles_asked(ask)
    ]


@register(
    "euro-registrations",
    "Buitenlandse inschrijvingen",
    Endpoint("plate", "/vehicles", {"country": "place", "plate": "value"}),
    wrap="vehicles",
    none="empty",
    key="X-Api-Key",
    ms=210,
)
def euro_registrations(ask: Ask) -> list[Record]:
    """Knows every plate that is not Belgian and named with its country; never who holds it."""
    country = ask.parts.get("place", "").upper()
    if not ask.code or country in ("", "B", "BE") or ask.world.vehicles.where("plate", ask.code.encode()):
        return []
    luck = draw("foreign plate", int.from_bytes(ask.code.encode()[:8]))
    make, model, body, _ = models[luck % 21]
    return [
        {
            "registration": ask.code,
            "country": country,
            "make": make,
            "model": model,
            "category": body,
            "colour": colours[luck // 21 % len(colours)],
            "firstRegistered": str(2008 + luck // 210 % 18),
            **_eucaris.as_of(),
        }
    ]


@register(
    "camera-passages",
    "Camera's: passages (ANPR)",
    by_plate("/anpr/passages/{value}"),
    wrap="data.passages",
    none="empty",
    key="X-Anpr-Key",
    ms=190,
)
def camera_passages(ask: Ask) -> list[Record]:
    """Up to six passages of the last two weeks, for any plate that was ever seen."""
    cameras, town = ask.world.cameras, ask.world.town
    if not 3 <= len(ask.code) <= 10:
        return []
    luck = draw("passages", int.from_bytes(ask.code.encode()[:8]))
    known = bool(ask.world.vehicles.where("plate", ask.code.encode()))
    found = []
    for turn in range(luck % 7 if known else luck % 2):
        camera = (luck >> (turn * 5)) % len(cameras)
        street = town.streets[cameras.street[camera]]
        when = ask.now - timedelta(minutes=(luck >> turn) % 20_000)
        found.append(
            {
                "plate": ask.code,
                "seenAt": _anpr.date(when),
                "camera": f"LV-{camera:03d}",
                "street": street.name,
                "city": town.places[street.municipality].name,
                "confidence": round(0.8 + (luck >> turn) % 20 / 100, 2),
                "position": {
                    "lon": round(float(cameras.lon[camera]), 6),
                    "lat": round(float(cameras.lat[camera]), 6),
                },
            }
        )
    return sorted(found, key=lambda passage: str(passage["seenAt"]), reverse=True)


@register(
    "vehicle-tax",
    "Verkeersbelasting",
    by_plate("/VKB/{value}"),
    Endpoint("national_number", "/VKB/NRN/{value}"),
    wrap="RIJEN",
    none="empty",
    key="",
    ms=230,
)
def vehicle_tax(ask: Ask) -> list[Record]:
    vehicles = ask.world.vehicles
    return [
        {
            "PLAAT": text(vehicles.plate[row]),
            **_tax.person(ask.world.people, int(vehicles.holder[row])),
            "BETAALD": "N" if share("tax", row) < 0.04 else "J",
            "JAAR": "2026",
            **_tax.as_of(),
        }
        for row in vehicles_asked(ask)
    ]


@register(
    "low-emission-zone",
    "Lage-emissiezone",
    by_plate("/lez/toegang/{value}"),
    wrap="one",
    none="empty",
    key="",
    ms=50,
)
def low_emission_zone(ask: Ask) -> list[Record]:
    vehicles = ask.world.vehicles
    return [
        {
            "kenteken": _plate(ask, row),
            "toegelaten": bool(
                vehicles.first_on[row] > days(today.replace(year=2011)) or vehicles.fuel[row] != 1
            ),
            "tot": "2028-12-31",
            **_lez.as_of(),
        }
        for row in vehicles_asked(ask)
    ]


@register(
    "taxi-licences",
    "Taxivergunningen",
    by_plate("/taxis/plaque/{value}"),
    by_number("/taxis/exploitant/{value}"),
    wrap="licences",
    none="404",
    key="X-Cle",
    ms=125,
)
def taxi_licences(ask: Ask) -> list[Record]:
    vehicles = ask.world.vehicles
    return [
        {
            "plaque": _plate(ask, row),
            "exploitant": _taxi.person(ask.world.people, int(vehicles.holder[row])),
            "licence": f"TX-{row:05d}",
            "valable": share("taxi", row) < 0.9,
            **_taxi.as_of(),
        }
        for row in vehicles_asked(ask)
        if bytes(vehicles.plate[row]).startswith(b"TX")
    ]

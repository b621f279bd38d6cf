"""Sources about what was stolen or lost."""

from __future__ import annotations

from datetime import timedelta

from world.chance import day
from world.columns import text
from world.records.belongings import kinds as thing_kinds
from world.records.belongings import models as thing_models
from world.records.papers import statuses
from world.records.vehicles import colours, grouped_plate, models

from .asking import Ask
from .base import Endpoint, Record, by_plate, register
from .mobility import vehicles_asked
from .record_formatter import Formatter
from .signals import bad_papers

_stolen = Formatter("stolen-vehicles", "nl", "%d/%m/%Y", old=timedelta(minutes=2))
_objects = Formatter("stolen-objects", "nl", "%d-%m-%Y", old=timedelta(minutes=10))
_checkdoc = Formatter("lost-documents", "fr", "%Y-%m-%d", old=timedelta(minutes=30))


@register(
    "stolen-vehicles",
    "Gestolen voertuigen",
    by_plate("/gestolen/{value}"),
    Endpoint("vin", "/gestolen/chassis/{value}"),
    wrap="one",
    none="404",
    key="X-ANG-Key",
    ms=45,
)
def stolen_vehicles(ask: Ask) -> list[Record]:
    vehicles = ask.world.vehicles
    return [
        {
            "kenteken": grouped_plate(text(vehicles.plate[row])),
            "chassis": text(vehicles.vin[row]),
            "merk": models[vehicles.model[row]][0],
            "model": models[vehicles.model[row]][1],
            "kleur": colours[vehicles.colour[row]],
            "gestolenOp": _stolen.date(day(vehicles.stolen[row])),
            "wat": "voertuig",
            "pv": f"LV.11.L3.{row % 900_000 + 1:06d}/{day(vehicles.stolen[row]).year}",
            **_stolen.as_of(),
        }
        for row in vehicles_asked(ask)
        if vehicles.stolen[row]
    ]


@register(
    "stolen-objects",
    "Gestolen voorwerpen",
    Endpoint("object", "/voorwerpen/{value}"),
    wrap="voorwerpen",
    none="hit",
    key="X-ANG-Key",
    ms=70,
)
def stolen_objects(ask: Ask) -> list[Record]:
    things = ask.world.belongings
    return [
        {
            "nummer": text(things.number[row]),
            "soort": thing_kinds[things.kind[row]],
            "omschrijving": thing_models[thing_kinds[things.kind[row]]][things.model[row]],
            "gestolenOp": _objects.date(day(things.stolen[row])),
            "benadeelde": _objects.person(ask.world.people, int(things.owner[row])),
            **_objects.as_of(),
        }
        for row in things.where("number", ask.code.encode())
        if things.stolen[row]
    ]


@register(
    "lost-documents",
    "Verloren documenten (CheckDoc)",
    Endpoint("document", "/checkdoc/{value}"),
    wrap="one",
    none="empty",
    key="",
    ms=65,
)
def lost_documents(ask: Ask) -> list[Record]:
    """Says yes or no about every number; `résultat` HIT means: do not accept."""
    rows = bad_papers(ask, only=("lost", "stolen", "withdrawn"))
    if not rows:
        return []
    status = statuses[ask.world.papers.status[rows[0]]]
    return [
        {
            "numero": ask.code,
            "resultat": "HIT",
            "motif": {"lost": "perdu", "stolen": "volé", "withdrawn": "retiré"}[status],
            **_checkdoc.as_of(),
        }
    ]

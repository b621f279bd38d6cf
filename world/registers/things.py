"""Sources about animals and things with a number."""

from __future__ import annotations

from datetime import timedelta

from world.chance import day, share
from world.columns import text
from world.records.belongings import kinds as thing_kinds
from world.records.belongings import models as thing_models

from .asking import Ask
from .base import Endpoint, Record, by_address, by_number, register
from .record_formatter import Formatter

_hunting = Formatter("hunting-permits", "nl", "%d-%m-%Y", slips=0.04, old=timedelta(days=8))
_dogs = Formatter("dogs", "fr", "%d/%m/%Y", slips=0.10, old=timedelta(days=3))
_boats = Formatter("boats", "old", "%d%m%Y", slips=0.05, old=timedelta(days=15))
_drones = Formatter("drones", "en", "%Y-%m-%d", old=timedelta(days=1))


@register(
    "hunting-permits",
    "Jachtverloven",
    by_number("/jachtverlof/{value}"),
    wrap="jachtverloven",
    none="empty",
    key="",
    ms=120,
)
def hunting_permits(ask: Ask) -> list[Record]:
    things, people = ask.world.belongings, ask.world.people
    return [
        {
            "houder": _hunting.person(people, p),
            "nummer": f"JV{p:07d}",
            "geldigTot": "30-06-2027",
            "provincie": "Lindevallei",
            **_hunting.as_of(),
        }
        for p in ask.persons()
        if any(thing_kinds[things.kind[row]] == "firearm" for row in things.where("owner", p))
        and (p < 30 or share("hunter", p) < 0.4)
    ]


def _things(ask: Ask, kind: str) -> list[int]:
    things, people = ask.world.belongings, ask.world.people
    if ask.kind == "object":
        rows = things.where("number", ask.code.encode())
    else:
        persons = (
            ask.persons()
            if ask.kind == "national_number"
            else [p for a in ask.addresses()[:60] for p in people.at_address(a)]
        )
        rows = [row for p in persons for row in things.where("owner", p)]
    return [row for row in rows if thing_kinds[things.kind[row]] == kind]


@register(
    "dogs",
    "Honden (DogID)",
    Endpoint("object", "/chiens/puce/{value}"),
    by_number("/chiens/detenteur/{value}"),
    by_address(
        "/chiens", rue="street", numero="house", commune="place", codePostal="postcode", adresse="value"
    ),
    wrap="chiens",
    none="empty",
    key="",
    ms=75,
)
def dogs(ask: Ask) -> list[Record]:
    things, people = ask.world.belongings, ask.world.people
    return [
        {
            "puce": text(things.number[row]),
            "race": thing_models["dog"][things.model[row]],
            "detenteur": _dogs.person(people, int(things.owner[row])),
            "adresse": _dogs.address(ask.world, int(people.address[things.owner[row]])),
            "enregistréLe": _dogs.date(day(things.since[row])),
            **_dogs.as_of(),
        }
        for row in _things(ask, "dog")
    ]


@register(
    "boats",
    "Pleziervaart",
    Endpoint("object", "/BOOT/{value}"),
    by_number("/BOOT/EIGENAAR/{value}"),
    wrap="BOTEN",
    none="404",
    key="",
    ms=190,
)
def boats(ask: Ask) -> list[Record]:
    things = ask.world.belongings
    return [
        {
            "NUMMER": text(things.number[row]),
            "TYPE": thing_models["boat"][things.model[row]].upper(),
            **_boats.person(ask.world.people, int(things.owner[row])),
            "SINDS": _boats.date(day(things.since[row])),
            **_boats.as_of(),
        }
        for row in _things(ask, "boat")
    ]


@register(
    "drones",
    "Drones en piloten",
    Endpoint("object", "/uas/serial/{value}"),
    by_number("/uas/operator/{value}"),
    wrap="data.aircraft",
    none="empty",
    key="X-Api-Key",
    ms=90,
)
def drones(ask: Ask) -> list[Record]:
    things = ask.world.belongings
    return [
        {
            "serial": text(things.number[row]),
            "model": thing_models["drone"][things.model[row]],
            "operatorId": f"BEL{int(things.owner[row]):010d}",
            "operator": _drones.person(ask.world.people, int(things.owner[row])),
            "registered": _drones.date(day(things.since[row])),
            **_drones.as_of(),
        }
        for row in _things(ask, "drone")
    ]

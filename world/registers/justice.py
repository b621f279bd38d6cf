"""Sources about what courts decided and what somebody holds or must not do."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from world.chance import day, today
from world.columns import text
from world.records.belongings import kinds as thing_kinds
from world.records.belongings import models as thing_models
from world.town.areas import around, station_quarter

from .asking import Ask
from .base import Endpoint, Record, by_address, by_name, by_number, by_plate, register
from .record_formatter import Formatter

_vov = Formatter("released-on-conditions", "nl", "%Y-%m-%d", old=timedelta(minutes=2))
_orders = Formatter("restraining-orders", "nl", "%d/%m/%Y", old=timedelta(minutes=6))
_cwr = Formatter("weapons-register", "old", "%Y%m%d", slips=0.04, old=timedelta(days=1))
_entry = Formatter("entry-bans", "fr", "%Y-%m-%d", slips=0.20, old=timedelta(hours=6), number="")
_football = Formatter("stadium-bans", "nl", "%d/%m/%Y", old=timedelta(days=1))


@register(
    "released-on-conditions",
    "Vrij onder voorwaarden (VOV)",
    by_number("/vov/personen/{value}"),
    by_plate("/vov/titularissen/{value}"),
    by_name("/vov/personen", naam="surname", voornaam="given", persoon="name", geboortedatum="birth"),
    wrap="beslissingen",
    none="empty",
    key="X-VOV-Key",
    ms=70,
)
def released_on_conditions(ask: Ask) -> list[Record]:
    shelf = ask.world.justice["conditions"]
    return [
        {
            "kenmerk": record["id"],
            "persoon": _vov.person(ask.world.people, p),
            "beslissingVan": _vov.date(record["since"]),
            "tot": _vov.date(record["until"]),
            "overheid": record["issuer"],
            "geschonden": record["breached"],
            "voorwaarden": [_condition(ask, record, kind) for kind in record["kinds"]],
            **_vov.as_of(),
        }
        for p in ask.persons()
        for record in shelf.where("person", p)
    ]


def _condition(ask: Ask, record: Record, kind: str) -> dict[str, Any]:
    if kind != "gebiedsverbod":
        return {"soort": kind}
    town = ask.world.town
    at = record["area_around"]
    area = station_quarter(town) if at is None else around(town, at, metres=250)
    return {"soort": kind, "gebied": record["area_name"], "uren": "altijd", "geometrie": area}


@register(
    "restraining-orders",
    "Huisverboden en contactverboden",
    by_number("/verboden/persoon/{value}"),
    by_address(
        "/verboden/adres",
        straat="street",
        huisnummer="house",
        postcode="postcode",
        gemeente="place",
        adres="value",
    ),
    wrap="verboden",
    none="hit",
    key="X-Api-Key",
    ms=60,
)
def restraining_orders(ask: Ask) -> list[Record]:
    """Names who must stay away, never who is protected: that name must not reach the suspect's eyes."""
    shelf = ask.world.justice["orders"]
    if ask.kind == "address":
        records = [record for row in ask.addresses() for record in shelf.where("address", row)]
    else:
        records = [record for p in ask.persons() for record in shelf.where("person", p)]
    found = []
    for record in records:
        at_home = ask.kind == "address"
        place = {"adres": _orders.address(ask.world, record["address"])} if at_home else {}
        found.append(
            {
                "kenmerk": record["id"],
                "uithuisgeplaatste": _orders.person(ask.world.people, record["person"]),
                **place,
                "van": _orders.date(record["since"]),
                "tot": _orders.date(record["until"]),
                "overheid": record["issuer"],
                **_orders.as_of(),
            }
        )
    return found


@register(
    "weapons-register",
    "Wapenregister (CWR)",
    by_number("/cwr/NRN/{value}"),
    by_plate("/cwr/PLAAT/{value}"),
    Endpoint("object", "/cwr/SERIE/{value}"),
    by_address("/cwr/ADRES", STR="street", HNR="house", PC="postcode", GEM="place", Q="value"),
    wrap="WAPENS",
    none="empty",
    key="X-CWR-Key",
    ms=90,
)
def weapons_register(ask: Ask) -> list[Record]:
    things, people = ask.world.belongings, ask.world.people
    if ask.kind == "object":
        rows = things.where("number", ask.code.encode())
    else:
        persons = (
            ask.persons()
            if ask.kind != "address"
            else [p for address in ask.addresses()[:80] for p in people.at_address(address)]
        )
        rows = [row for p in persons for row in things.where("owner", p)]
    return [
        {
            **_cwr.person(people, int(things.owner[row])),
            **_cwr.address(ask.world, int(people.address[things.owner[row]])),
            "WAPEN": thing_models["firearm"][things.model[row]].upper(),
            "SERIENR": text(things.number[row]),
            "VERGUND": _cwr.date(day(things.since[row])),
            "GESTOLEN": "J" if things.stolen[row] else "N",
            **_cwr.as_of(),
        }
        for row in rows
        if thing_kinds[things.kind[row]] == "firearm"
    ]


@register(
    "entry-bans",
    "Inreisverboden",
    by_number("/interdictions/{value}"),
    by_name(
        "/interdictions",
        method="POST",
        nom="surname",
        prenom="given",
        recherche="name",
        dateNaissance="birth",
    ),
    wrap="interdictions",
    none="empty",
    key="Ocp-Apim-Subscription-Key",
    ms=150,
)
def entry_bans(ask: Ask) -> list[Record]:
    shelf = ask.world.justice["entry_bans"]
    return [
        {
            "personne": _entry.person(ask.world.people, p),
            "depuis": _entry.date(record["since"]),
            "jusque": _entry.date(record["until"]),
            "article": record["article"],
            "enVigueur": record["until"] >= today,
            **_entry.as_of(),
        }
        for p in ask.persons()
        for record in shelf.where("person", p)
    ]


@register(
    "stadium-bans",
    "Stadionverboden",
    by_number("/stadionverbod/{value}"),
    wrap="one",
    none="404",
    key="",
    ms=85,
)
def stadium_bans(ask: Ask) -> list[Record]:
    shelf = ask.world.justice["stadium_bans"]
    return [
        {
            "persoon": _football.person(ask.world.people, p),
            "club": record["club"],
            "van": _football.date(record["since"]),
            "tot": _football.date(record["until"]),
            **_football.as_of(),
        }
        for p in ask.persons()
        for record in shelf.where("person", p)
    ]

"""Sources about addresses and who rents there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from world import numbers
from world.chance import day, share
from world.town.addresses import ward_name

from .asking import Ask
from .base import Record, by_address, by_number, register
from .people import residents
from .record_formatter import Formatter

_best = Formatter("address-register", "nl", old=timedelta(days=12))
_leases = Formatter("tenants", "fr", "%d/%m/%Y", slips=0.08, old=timedelta(days=20))


@register(
    "address-register",
    "Adressenregister (BeSt)",
    by_address(
        "/v2/adressen",
        straatnaam="street",
        huisnummer="house",
        postcode="postcode",
        gemeente="place",
        q="value",
    ),
    wrap="adressen",
    none="empty",
    key="",
    ms=30,
)
def address_register(ask: Ask) -> list[Record]:
    town = ask.world.town
    found: list[dict[str, Any]] = []
    for row in ask.addresses()[:50]:
        street = town.streets[town.addresses.street[row]]
        found.append(
            {
                "id": f"BE-{town.places[street.municipality].region}-{int(town.addresses.best[row])}",
                **_best.address(ask.world, row),
                "niscode": town.places[street.municipality].nis,
                "positie": {
                    "type": "Point",
                    "coordinates": [
                        round(float(town.addresses.lon[row]), 6),
                        round(float(town.addresses.lat[row]), 6),
                    ],
                },
                "wijk": ward_name(int(town.addresses.ward[row])),
            }
        )
    return found


@register(
    "tenants",
    "Huurregister",
    by_number("/baux/locataire/{value}"),
    by_address(
        "/baux", rue="street", numero="house", codePostal="postcode", commune="place", adresse="value"
    ),
    wrap="baux",
    none="empty",
    key="X-Cle",
    ms=140,
)
def tenants(ask: Ask) -> list[Record]:
    people = ask.world.people
    persons = residents(ask) if ask.kind == "address" else ask.persons()
    return [
        {
            "preneur": _leases.person(people, p),
            "bien": _leases.address(ask.world, int(people.address[p])),
            "debut": _leases.date(day(people.since[p])),
            "bailleur": f"Immo {numbers.grouped_enterprise(999_123_457)}",
            **_leases.as_of(),
        }
        for p in persons
        if share("tenant", int(people.household[p])) < 0.32
    ]

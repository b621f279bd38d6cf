"""Sources about enterprises, streets, permits and things."""

from __future__ import annotations

from datetime import timedelta

from world import numbers
from world.chance import day, share
from world.columns import text
from world.records.companies import company_name, forms, mandates, shop_trades, trades
from world.records.papers import kinds, statuses

from .asking import Ask
from .base import Endpoint, Record, by_address, by_number, register
from .record_formatter import Formatter

_kbo = Formatter("companies", "nl", "%Y-%m-%d", old=timedelta(days=1))
_mandates = Formatter("company-mandates", "fr", "%d/%m/%Y", slips=0.06, old=timedelta(days=1))
_shops = Formatter("shops", "nl", old=timedelta(days=40))
_guards = Formatter("security-guards", "nl", "%d/%m/%Y", old=timedelta(days=2))
_utilities = Formatter("utilities", "nl", "%d/%m/%Y", slips=0.12, old=timedelta(days=10), number="")


@register(
    "companies",
    "Ondernemingen (KBO)",
    Endpoint("company", "/ondernemingen/{value}"),
    by_address(
        "/ondernemingen",
        straat="street",
        huisnummer="house",
        postcode="postcode",
        gemeente="place",
        adres="value",
    ),
    wrap="ondernemingen",
    none="404",
    key="X-KBO-Key",
    ms=50,
)
def companies(ask: Ask) -> list[Record]:
    table = ask.world.companies
    rows = (
        [row for address in ask.addresses()[:60] for row in table.where("address", address)]
        if ask.kind == "address"
        else _by_number(ask)
    )
    return [
        {
            "ondernemingsnummer": numbers.grouped_enterprise(int(table.number[row])),
            "naam": company_name(ask.world.people, table, row),
            "rechtsvorm": forms[table.form[row]],
            "activiteit": {"nace": trades[table.trade[row]][0], "omschrijving": trades[table.trade[row]][1]},
            "zetel": _kbo.address(ask.world, int(table.address[row])),
            "begonnen": _kbo.date(day(table.started[row])),
            "stopgezet": _kbo.date(day(table.stopped[row])) if table.stopped[row] else None,
            **_kbo.as_of(),
        }
        for row in rows
    ]


def _by_number(ask: Ask) -> list[int]:
    digits = "".join(sign for sign in ask.value if sign.isdigit())
    return ask.world.companies.where("number", int(digits)) if digits else []


@register(
    "company-mandates",
    "Mandaten in ondernemingen",
    by_number("/mandats/personne/{value}"),
    Endpoint("company", "/mandats/entreprise/{value}"),
    wrap="mandats",
    none="empty",
    key="X-KBO-Key",
    ms=95,
)
def company_mandates(ask: Ask) -> list[Record]:
    table, people = ask.world.companies, ask.world.people
    rows = (
        _by_number(ask)
        if ask.kind == "company"
        else [row for p in ask.persons() for row in table.where("owner", p)]
    )
    words = {"zaakvoerder": "gérant", "bestuurder": "administrateur", "vennoot": "associé"}
    return [
        {
            "numero": numbers.grouped_enterprise(int(table.number[row])),
            "denomination": company_name(people, table, row),
            "fonction": words[role],
            "mandataire": _mandates.person(people, person),
            "depuis": _mandates.date(day(table.started[row])),
            **_mandates.as_of(),
        }
        for row in rows
        for person, role in mandates(table, people, row)
    ]


@register(
    "shops",
    "Winkels per straat",
    by_address("/winkels", straat="street", gemeente="place", postcode="postcode", adres="value"),
    wrap="winkels",
    none="empty",
    key="",
    ms=35,
)
def shops(ask: Ask) -> list[Record]:
    """All shops of the street, whatever the house number."""
    table, parts = ask.world.companies, {k: v for k, v in ask.parts.items() if k not in ("house", "box")}
    written = ask.value.rstrip("0123456789 ") if "," not in ask.value else ask.value
    asked = Ask(ask.desk, ask.source, "address", {**parts, "value": written})
    rows = [row for address in asked.addresses() for row in table.where("address", address)]
    return [
        {
            "naam": company_name(ask.world.people, table, row),
            "soort": trades[table.trade[row]][1],
            "adres": _shops.address(ask.world, int(table.address[row])),
            "open": "08:00-18:30",
            "telefoon": f"+3215{200_000 + row:06d}",
            **_shops.as_of(),
        }
        for row in rows
        if table.trade[row] < shop_trades and not table.stopped[row]
    ][:40]


@register(
    "cameras",
    "Camera's in de straat",
    by_address("/cameras", street="street", city="place", postalCode="postcode", address="value"),
    wrap="features",
    none="empty",
    key="X-Api-Key",
    ms=40,
)
def cameras(ask: Ask) -> list[Record]:
    """GeoJSON features."""
    table, town = ask.world.cameras, ask.world.town
    parts = {k: v for k, v in ask.parts.items() if k not in ("house", "box")}
    streets = {
        int(town.addresses.street[row]) for row in Ask(ask.desk, ask.source, "address", parts).addresses()
    }
    return [
        {
            "type": "Feature",
            "geometry": {
                "type": "Point",
                "coordinates": [round(float(table.lon[row]), 6), round(float(table.lat[row]), 6)],
            },
            "properties": {
                "id": f"LV-{row:03d}",
                "street": town.streets[street].name,
                "readsPlates": bool(table.plates[row]),
                "operator": "PZ Lindevallei",
            },
        }
        for street in sorted(streets)
        for row in table.where("street", street)
    ]


@register(
    "security-guards",
    "Bewakingsagenten",
    by_number("/agenten/{value}"),
    Endpoint("document", "/agenten/kaart/{value}"),
    wrap="one",
    none="404",
    key="X-Api-Key",
    ms=105,
)
def security_guards(ask: Ask) -> list[Record]:
    papers = ask.world.papers
    rows = (
        papers.where("number", ask.code.encode())
        if ask.kind == "document"
        else [row for person in ask.persons() for row in papers.where("owner", person)]
    )
    return [
        {
            "agent": _guards.person(ask.world.people, int(papers.owner[row])),
            "kaartnummer": text(papers.number[row]),
            "geldigTot": _guards.date(day(papers.expires[row])),
            "toestand": statuses[papers.status[row]],
            **_guards.as_of(),
        }
        for row in rows
        if kinds[papers.kind[row]] == "guard card"
    ]


@register(
    "utilities",
    "Nutsvoorzieningen",
    by_address(
        "/aansluitingen",
        straat="street",
        huisnummer="house",
        postcode="postcode",
        gemeente="place",
        adres="value",
    ),
    wrap="aansluitingen",
    none="empty",
    key="X-Api-Key",
    ms=130,
)
def utilities(ask: Ask) -> list[Record]:
    people = ask.world.people
    found = []
    for address in ask.addresses()[:40]:
        residents = people.at_address(address)
        holder = _utilities.person(people, residents[0]) if residents else None
        usage = 0 if not residents else 900 + int(share("power", address) * 4_000)
        found.append(
            {
                "ean": f"5414489{address:011d}",
                "adres": _utilities.address(ask.world, address),
                "contracthouder": holder,
                "verbruikKwh": usage,
                "sinds": _utilities.date(day(people.since[residents[0]])) if residents else None,
                "leegstand": not residents,
                **_utilities.as_of(),
            }
        )
    return found

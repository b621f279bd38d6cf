"""Enterprises with valid numbers, their directors, their shops, and the cameras in the streets."""

from __future__ import annotations

import numpy as np

from world import numbers as numbering
from world.chance import days, draw, stream, today
from world.characters import numbers
from world.columns import Table
from world.people.population import Population

trades: tuple[tuple[str, str], ...] = (
    ("47.110", "Supermarkt"),
    ("56.101", "Restaurant"),
    ("56.301", "Café"),
    ("47.240", "Bakkerij"),
    ("47.220", "Slagerij"),
    ("96.021", "Kapsalon"),
    ("47.730", "Apotheek"),
    ("47.770", "Juwelier"),
    ("45.200", "Garage"),
    ("47.300", "Tankstation"),
    ("64.190", "Bankkantoor"),
    ("47.710", "Kledingzaak"),
    ("47.410", "Computerwinkel"),
    ("47.260", "Nachtwinkel"),
    ("43.210", "Elektriciteitswerken"),
    ("41.201", "Bouwbedrijf"),
    ("49.410", "Transport"),
    ("62.020", "IT-advies"),
    ("70.220", "Adviesbureau"),
    ("01.500", "Landbouwbedrijf"),
    ("80.100", "Bewakingsonderneming"),
    ("49.320", "Taxibedrijf"),
)

shop_trades = 14
forms = ("BV", "NV", "VOF", "CV", "eenmanszaak")
roles = ("zaakvoerder", "bestuurder", "vennoot")


def make_companies(people: Population) -> Table:
    """Columns number, trade, form, owner, address, started, stopped (day or 0); a name is made on asking."""
    chance = stream(people.seed, "companies")
    adults = people.adults[people.adults >= len(numbers)]
    owners = np.concatenate(([numbers["wei"]], adults[chance.random(len(adults)) < 0.05])).astype(np.int32)
    count = len(owners)
    first_eight = 2_000_000 + numbering.spread(count, start=people.seed * 13, width=7_900_001)
    trade = chance.integers(0, len(trades), count)
    trade[0] = 1
    started = days(today) - chance.integers(20, 11_000, count)
    stopped = np.where(chance.random(count) < 0.18, started + (days(today) - started) // 2, 0)
    stopped[0] = 0
    homes = people.address[owners]
    shops = np.flatnonzero(trade < shop_trades)
    centre = np.flatnonzero(np.isin(people.town.addresses.street, _shopping_streets(people)))
    homes = homes.copy()
    homes[shops[1:]] = chance.choice(centre, size=len(shops) - 1) if len(shops) > 1 else homes[shops[1:]]
    return Table(
        number=numbering.enterprise_numbers(np.concatenate(([9_991_234], first_eight[1:]))),
        trade=trade.astype(np.uint8),
        form=chance.integers(0, len(forms), count).astype(np.uint8),
        owner=owners,
        address=homes.astype(np.int32),
        started=started.astype(np.int32),
        stopped=stopped.astype(np.int32),
    )


def _shopping_streets(people: Population) -> list[int]:
    return [
        n for n, street in enumerate(people.town.streets) if street.kind in ("market", "spoke", "ring road")
    ]


def company_name(people: Population, companies: Table, row: int) -> str:
    if row == 0:
        return "Lotus Lindebeek"
    trade = trades[companies.trade[row]][1]
    owner = int(companies.owner[row])
    style = draw("company name", row) % 4
    street = people.town.streets[people.town.addresses.street[companies.address[row]]].name
    return (
        f"{trade} {people.surname_of(owner)}",
        f"{trade} {street}",
        f"{people.given_name(owner)}'s {trade}",
        f"{people.surname_of(owner)} & Co",
    )[style]


def make_cameras(people: Population) -> Table:
    """Columns street, lon, lat, plates (1 reads plates); on main streets and squares."""
    town = people.town
    chosen = [n for n, street in enumerate(town.streets) if street.kind != "local" or n % 11 == 0]
    rows: list[tuple[int, int]] = []
    for street in chosen:
        here = town.addresses.where("street", street)
        if here:
            rows.append((street, here[len(here) // 2]))
    at = np.array([row for _, row in rows])
    return Table(
        street=np.array([street for street, _ in rows], dtype=np.int32),
        lon=town.addresses.lon[at],
        lat=town.addresses.lat[at],
        plates=(np.arange(len(rows)) % 3 == 0).astype(np.uint8),
    )


def mandates(companies: Table, people: Population, row: int) -> list[tuple[int, str]]:
    """(person, role) of everybody who binds the company: its owner and sometimes a relative."""
    owner = int(companies.owner[row])
    found = [(owner, roles[0])]
    relatives = [p for p in people.family(owner) if people.age_of(p) >= 18]
    if relatives and draw("mandate", row) % 3 == 0:
        found.append((relatives[0], roles[1 + draw("mandate", row) % 2]))
    return found

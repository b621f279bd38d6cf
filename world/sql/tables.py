"""The eight SQL sources: their tables in their own words, and the rows of the world in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from world.chance import day, draw, share
from world.columns import text
from world.names.spelling import fold
from world.records.belongings import kinds as thing_kinds
from world.records.belongings import models as thing_models
from world.records.events import calls, kinds, pv_number, roles
from world.records.vehicles import models
from world.registers.record_formatter import Formatter
from world.world import World

Row = tuple[Any, ...]


@dataclass(frozen=True)
class SqlSource:
    """One source: `schema` holds `table`; its role may read that and nothing else."""

    name: str
    title: str
    table: str
    columns: str
    indexes: tuple[str, ...]
    rows: Callable[[World], Iterator[Row]]
    median_ms: int

    @property
    def schema(self) -> str:
        return self.name.replace("-", "_")

    @property
    def variable(self) -> str:
        """The environment variable that holds its URL."""
        return f"WORLD_SQL_{self.schema.upper()}"

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(part.split()[0] for part in self.columns.split(","))


_events = Formatter("events-persons", "nl", slips=0.10)
_intelligence = Formatter("intelligence", "nl", slips=0.15)
_permits = Formatter("parking-permits", "nl", slips=0.08)
_bikes = Formatter("bicycles", "nl", slips=0.08)
_land = Formatter("cadastre", "fr", slips=0.12)


def _event_persons(world: World) -> Iterator[Row]:
    events, people = world.events, world.people
    for row in range(len(events)):
        person = int(events.person[row])
        given, surname, birth = _events.name(people, person)
        number = (
            f"{int(people.national[person]):011d}"
            if share("number known", row) < 0.9 or person < 30
            else None
        )
        yield (
            pv_number(events, row),
            day(events.on[row]),
            kinds[events.kind[row]],
            roles[events.role[row]],
            surname,
            given,
            fold(surname) + " " + fold(given),
            birth,
            number,
            _events.one_line(world, int(events.address[row])),
        )


def _event_addresses(world: World) -> Iterator[Row]:
    events = world.events
    for row in range(len(events)):
        street, house, _, postcode, place = _events.address(world, int(events.address[row])).values()
        yield (
            pv_number(events, row),
            day(events.on[row]),
            kinds[events.kind[row]],
            street,
            int(house),
            postcode,
            place,
        )


def _event_vehicles(world: World) -> Iterator[Row]:
    events, vehicles = world.events, world.vehicles
    for row in range(len(events)):
        owned = vehicles.where("holder", int(events.person[row]))
        if owned and (draw("vehicle in event", row) % 3 == 0 or row < 7):
            vehicle = owned[0]
            part = ("gebruikt bij feit", "betrokken", "slachtoffer")[draw("part in event", row) % 3]
            yield (
                pv_number(events, row),
                day(events.on[row]),
                kinds[events.kind[row]],
                text(vehicles.plate[vehicle]),
                models[vehicles.model[vehicle]][0],
                part,
            )


def _calls(world: World) -> Iterator[Row]:
    table = world.calls
    for row in range(len(table)):
        street, house, _, postcode, place = _events.address(world, int(table.address[row])).values()
        at = datetime.combine(
            day(table.on[row]), time(draw("hour", row) % 24, draw("minute", row) % 60), tzinfo=UTC
        )
        yield (
            2_000_000 + row,
            at,
            calls[table.kind[row]],
            street,
            int(house),
            postcode,
            place,
            1 + draw("priority", row) % 3,
        )


_hearsay = (
    "Zou dealen in de buurt van het station.",
    "Rijdt met valse platen volgens buurt.",
    "Toont vuurwapen op sociale media.",
    "Zou gestolen fietsen opslaan in garage.",
    "Wordt in verband gebracht met inbraken.",
)


def _reports(world: World) -> Iterator[Row]:
    people, vehicles = world.people, world.vehicles
    number = 0
    for person in range(len(people)):
        told = share("intelligence", person) < 0.004 if person >= 30 else person in (0, 19)
        if not told or people.age_of(person) < 16:
            continue
        number += 1
        given, surname, birth = _intelligence.name(people, person)
        owned = vehicles.where("holder", person)
        on = day(int(world.events.on[draw("report on", person) % len(world.events)]))
        yield (
            f"RIR-{number:06d}",
            on,
            "ABC"[person % 3],
            _hearsay[person % len(_hearsay)],
            surname,
            given,
            birth,
            f"{int(people.national[person]):011d}",
            text(vehicles.plate[owned[0]]) if owned else None,
        )


def _parking(world: World) -> Iterator[Row]:
    vehicles, people = world.vehicles, world.people
    for row in range(len(vehicles)):
        if share("parking", row) < 0.12 or row < 3:
            holder = int(vehicles.holder[row])
            given, surname, _ = _permits.name(people, holder)
            yield (
                f"BW{row:06d}",
                text(vehicles.plate[row]),
                f"zone {1 + row % 5}",
                day(int(vehicles.inspected[row])),
                f"{surname} {given}",
                _permits.one_line(world, _permits.home(world, holder)),
            )


def _bicycles(world: World) -> Iterator[Row]:
    things, people = world.belongings, world.people
    for row in range(len(things)):
        if thing_kinds[things.kind[row]] != "bicycle":
            continue
        owner = int(things.owner[row])
        given, surname, _ = _bikes.name(people, owner)
        stolen = int(things.stolen[row])
        yield (
            text(things.number[row]),
            thing_models["bicycle"][things.model[row]],
            surname,
            given,
            f"{int(people.national[owner]):011d}",
            bool(stolen),
            day(stolen) if stolen else None,
        )


def _parcels(world: World) -> Iterator[Row]:
    people = world.people
    for address in range(len(world.town.addresses)):
        residents = people.at_address(address)
        if not residents:
            continue
        owner = residents[0] if share("owner", address) < 0.66 else draw("landlord", address) % len(people)
        given, surname, _ = _land.name(people, owner)
        street, house, _, postcode, place = _land.address(world, address).values()
        yield (
            f"{99_901_000 + address:08d}A0001/00P{address % 999:03d}",
            street,
            int(house),
            postcode,
            place,
            f"{surname}, {given}",
            f"{int(people.national[owner]):011d}",
        )


sql_sources: tuple[SqlSource, ...] = (
    SqlSource(
        "events-persons",
        "Vroegere feiten: personen",
        "feiten_personen",
        "pv text, datum date, feit text, rol text, naam text, voornaam text, zoeknaam text, "
        "geboortedatum date, rijksregisternummer text, plaats text",
        ("rijksregisternummer", "zoeknaam", "geboortedatum"),
        _event_persons,
        25,
    ),
    SqlSource(
        "events-addresses",
        "Vroegere feiten: adressen",
        "feiten_adressen",
        "pv text, datum date, feit text, straat text, huisnummer integer, postcode text, gemeente text",
        ("lower(straat), huisnummer",),
        _event_addresses,
        25,
    ),
    SqlSource(
        "events-vehicles",
        "Vroegere feiten: voertuigen",
        "feiten_voertuigen",
        "pv text, datum date, feit text, kenteken text, merk text, hoedanigheid text",
        ("kenteken",),
        _event_vehicles,
        22,
    ),
    SqlSource(
        "calls",
        "Oproepen op adres",
        "oproepen",
        "id integer, tijdstip timestamptz, aard text, straat text, huisnummer integer, "
        "postcode text, gemeente text, prioriteit integer",
        ("lower(straat), huisnummer",),
        _calls,
        20,
    ),
    SqlSource(
        "intelligence",
        "Informatierapporten (RIR)",
        "rir",
        "nummer text, datum date, betrouwbaarheid text, inhoud text, naam text, "
        "voornaam text, geboortedatum date, nrn text, kenteken text",
        ("nrn", "kenteken", "lower(naam)"),
        _reports,
        35,
    ),
    SqlSource(
        "parking-permits",
        "Parkeervergunningen",
        "vergunningen",
        "nummer text, kenteken text, zone text, geldig_tot date, titularis text, adres text",
        ("kenteken",),
        _parking,
        30,
    ),
    SqlSource(
        "bicycles",
        "Fietsregister",
        "fietsen",
        "framenummer text, model text, naam text, voornaam text, rijksregisternummer text, "
        "gestolen boolean, gestolen_op date",
        ("framenummer", "rijksregisternummer"),
        _bicycles,
        28,
    ),
    SqlSource(
        "cadastre",
        "Kadaster",
        "biens",
        "capakey text, rue text, numero integer, code_postal text, commune text, "
        "proprietaire text, numero_national text",
        ("lower(rue), numero", "numero_national"),
        _parcels,
        60,
    ),
)

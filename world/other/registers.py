"""Four registers over HTTP that want proof of who asks; in `[access]` of their files stands which."""

from __future__ import annotations

from datetime import timedelta

from world.chance import day, draw, today
from world.characters import numbers as cast
from world.columns import text
from world.records.vehicles import grouped_plate
from world.registers.asking import Ask
from world.registers.base import Endpoint, Record, Register
from world.registers.record_formatter import Formatter

from . import proofs

_licences = Formatter("eu-licences", "en", "%Y-%m-%d", slips=0.1, old=timedelta(days=2))
_guests = Formatter("hotel-guests", "fr", "%d/%m/%Y", slips=0.1, old=timedelta(hours=6))
_countries = ("BG", "DE", "ES", "FR", "IT", "NL", "PL", "PT", "RO")


def _eu_licences(ask: Ask) -> list[Record]:
    people = ask.world.people
    return [
        {
            "holder": _licences.person(people, person),
            "licenceNumber": f"{_countries[draw('eu', person) % 9]}{draw('eu number', person) % 10**8:08}",
            "issuedIn": _countries[draw("eu", person) % 9],
            "categories": ["AM", "B"],
            **_licences.as_of(),
        }
        for person in ask.persons()
        if person in (cast["ivan"], cast["emre"]) or ask.some(person, 0.02)
    ]


def _hotel_guests(ask: Ask) -> list[Record]:
    people = ask.world.people
    found = []
    for person in ask.persons():
        if person in (cast["ivan"], cast["mohamed"]) or ask.some(person, 0.02):
            arrived = today - timedelta(days=1 + draw("hotel", person) % 30)
            found.append(
                {
                    "client": _guests.person(people, person),
                    "etablissement": ("Hotel De Vaart", "Auberge du Sable")[draw("hotel", person) % 2],
                    "arrivee": f"{arrived:%d/%m/%Y}",
                    **_guests.as_of(),
                }
            )
    return found


def _customs(ask: Ask) -> list[Record]:
    vehicles = ask.world.vehicles
    found = []
    for row in vehicles.where("plate", ask.code.encode()):
        plate = text(vehicles.plate[row])
        if plate == "1KSG640" or ask.some(row, 0.01):
            since = day((today - day(0)).days - draw("customs", row) % 300)
            found.append(
                {"kenteken": grouped_plate(plate), "regeling": "tijdelijke invoer", "sinds": f"{since}"}
            )
    return found


def _truck_toll(ask: Ask) -> list[Record]:
    vehicles = ask.world.vehicles
    found = []
    for row in vehicles.where("plate", ask.code.encode()):
        plate = text(vehicles.plate[row])
        if plate == "2ELA119" or ask.some(row, 0.03):
            seen = today - timedelta(days=1 + draw("toll", row) % 60)
            found.append({"plate": grouped_plate(plate), "operator": "Viatoll", "last_toll": f"{seen}"})
    return found


def others(tokens: proofs.Tokens) -> dict[str, Register]:
    """Them by name; `tokens`: of the token server that the hotels trust."""
    holder = {"surname": "surname", "firstName": "given", "name": "name", "birthDate": "birth"}
    client = {"nom": "surname", "prenom": "given", "client": "name", "ne": "birth"}
    plate = {"kenteken": "value"}
    made = (
        Register(
            "eu-licences", "Rijbewijzen in de Europese Unie", _eu_licences,
            (Endpoint("name", "/licences", holder),), "licences", "empty", "", 140, lets=proofs.certificate,
        ),
        Register(
            "hotel-guests", "Hotelgasten", _hotel_guests,
            (Endpoint("name", "/sejours", client),),
            "sejours", "empty", "", 90, lets=tokens.lets,
        ),
        Register(
            "customs", "Voertuigen onder douanetoezicht", _customs,
            (Endpoint("plate", "/voertuigen", plate, "POST"),),
            "voertuigen", "empty", "", 110, lets=proofs.signature,
        ),
        Register(
            "truck-toll", "Kilometerheffing", _truck_toll, (Endpoint("plate", "/vehicles/{value}"),),
            "vehicles", "empty", "", 60, lets=proofs.key_in_address,
        ),
    )  # fmt: skip
    return {register.name: register for register in made}

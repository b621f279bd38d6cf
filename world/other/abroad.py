"""What the two sources of another protocol know: vehicles abroad (SOAP) and the towns' own staff (LDAP)."""

from __future__ import annotations

from world.chance import draw
from world.characters import numbers as cast
from world.directory import Entry
from world.names.spelling import fold
from world.soap import Vehicle
from world.world import World

base = "ou=staff,dc=lindevallei,dc=example"
reader = f"cn=focus,{base}"
_vehicles: tuple[Vehicle, ...] = (
    {"plate": "CB1234AB", "country": "BG", "make": "Audi A6", "registered": "2018-03-12"},
    {"plate": "AB123CD", "country": "F", "make": "Citroën C3", "registered": "2021-06-04"},
    {"plate": "GV808X", "country": "NL", "make": "Škoda Fabia", "registered": "2020-01-15"},
)
_titles = ("parkeerwachter", "milieuambtenaar", "bediende burgerzaken", "tuinman", "gemachtigd toezichter")


def vehicles_abroad(plate: str) -> list[Vehicle]:
    """Those that bear a plate."""
    asked = "".join(sign for sign in plate.upper() if sign.isalnum())
    return [vehicle for vehicle in _vehicles if vehicle["plate"] == asked]


def staff(world: World) -> dict[str, Entry]:
    """Every 250th adult and two of the cast, by distinguished name."""
    people = world.people
    chosen = [cast["katrien"], cast["nele"], *people.adults.tolist()[125::250]]
    return {f"uid={_uid(world, person)},{base}": _entry(world, person) for person in chosen}


def _uid(world: World, person: int) -> str:
    people = world.people
    return f"{fold(people.given_name(person))[:1]}{fold(people.surname_of(person)).replace(' ', '')}{person}"


def _entry(world: World, person: int) -> Entry:
    people = world.people
    town = world.town
    place = town.places[town.streets[town.addresses.street[int(people.address[person])]].municipality].name
    return {
        "objectClass": ["person"],
        "uid": [_uid(world, person)],
        "sn": [people.surname_of(person)],
        "givenName": [people.given_name(person)],
        "title": [_titles[draw("staff", person) % len(_titles)]],
        "o": [f"Gemeente {place}"],
        "telephoneNumber": [f"+32999{draw('staff phone', person) % 10**5:05}"],
    }

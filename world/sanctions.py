"""A synthetic sanctions list as FollowTheMoney entities, and a zone's own list of attention as CSV.

The cast's Ivan Petrov stands on it under two spellings; everybody else is drawn from other countries' names.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from world.chance import day, draw, today
from world.characters import numbers as cast
from world.names.spelling import otherwise
from world.people.population import Population
from world.world import World

Entity = dict[str, Any]

DATASET = "lv_sanctions"
"""No list has this name in life."""


def entities(world: World) -> Iterator[Entity]:
    """Every 200th adult, the cast's Ivan, a car and a company."""
    people = world.people
    yield _entity(
        "lv-ivan",
        "Person",
        name=["Ivan Petrov", "Иван Петров"],
        firstName=["Ivan"],
        lastName=["Petrov"],
        alias=["Vanya Petroff"],
        birthDate=["1981-12-05"],
        gender=["male"],
        nationality=["bg"],
        passportNumber=["BG3841207"],
        topics=["sanction"],
        program=["LV-7 asset freeze"],
    )
    yield _entity(
        "lv-car",
        "Vehicle",
        name=["CB 1234 AB"],
        registrationNumber=["CB 1234 AB"],
        country=["bg"],
        model=["A6"],
    )
    yield _entity(
        "lv-lotus",
        "Company",
        name=["Lotus Lindebeek"],
        registrationNumber=["0999.123.457"],
        jurisdiction=["be"],
        topics=["sanction.linked"],
    )
    known = set(cast.values())
    for person in people.adults.tolist()[::200]:
        if person not in known:
            yield _person(people, person)


def _person(people: Population, person: int) -> Entity:
    given, surname = people.given_name(person), people.surname_of(person)
    other = otherwise(given, surname, source=DATASET, person=person)
    return _entity(
        f"lv-{person}",
        "Person",
        name=[f"{given} {surname}"],
        firstName=[given],
        lastName=[surname],
        alias=[" ".join(other)],
        birthDate=[people.birth_of(person).isoformat()],
        topics=["sanction" if draw(DATASET, person) % 2 else "role.pep"],
    )


def _entity(key: str, schema: str, **properties: list[str]) -> Entity:
    changed = day(int((today - day(0)).days) - draw("changed", len(key) + ord(key[-1])) % 90).isoformat()
    return {
        "id": key,
        "caption": properties["name"][0],
        "schema": schema,
        "properties": properties,
        "datasets": [DATASET],
        "referents": [],
        "target": "topics" in properties,
        "first_seen": "2025-01-06T00:00:00",
        "last_seen": f"{today.isoformat()}T04:00:00",
        "last_change": f"{changed}T04:00:00",
    }


def as_lines(world: World) -> str:
    """One entity a line, as such lists are published."""
    return "".join(json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities(world))


def attention(world: World) -> str:
    """The own list of PZ Lindevallei: whom and what the ward officers ask to be told of."""
    people, written = world.people, io.StringIO()
    sheet = csv.writer(written, delimiter=";", lineterminator="\n")
    sheet.writerow(["volgnummer", "naam", "voornaam", "geboren", "nummerplaat", "vraag", "sinds"])
    sheet.writerow(["A-1", "Hellemans", "Greta", "09/05/1948", "", "Bel De Linde", "23/11/2026"])
    sheet.writerow(["A-2", "Segers", "Kevin", "30/11/1988", "1-KSG-640", "Meld aan de wijk", "16/11/2026"])
    for number, person in enumerate(people.adults.tolist()[100:4_000:300], 3):
        born = people.birth_of(person).strftime("%d/%m/%Y")
        name = (people.surname_of(person), people.given_name(person))
        sheet.writerow([f"A-{number}", *name, born, "", "Meld aan de wijk", "02/11/2026"])
    return written.getvalue()

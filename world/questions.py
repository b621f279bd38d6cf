"""Sample questions whose answers are known: for benches and tests.

The known answer is worked out here from what the sources hold, without FOCUS: which sources over REST
have something to tell, and how grave it is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import Any

import numpy as np

from . import numbers
from .chance import stream
from .characters import cast
from .characters import numbers as cast_rows
from .columns import text
from .names.spelling import otherwise
from .people.finding import Finder
from .records.vehicles import grouped_plate
from .registers.all import registers
from .registers.asking import Ask, Desk
from .registers.base import Record
from .world import World

Question = dict[str, Any]
_red, _amber = "red", "amber"

_rules: dict[str, Callable[[Record], str | None]] = {
    "wanted-persons": lambda r: (
        _red
        if r["gevaarlijk"] or r["maatregel"] in ("aanhouden op bevel", "ter beschikking stellen")
        else _amber
    ),
    "sis-persons": lambda r: _red if r["article"] == "26" else _amber,
    "sis-vehicles": lambda r: _red if r["reason"] == "stolen" else _amber,
    "sis-documents": lambda _: _red,
    "interpol-nominals": lambda r: _red if r["notice"] == "red" else _amber,
    "interpol-documents": lambda r: _red if r["status"] == "stolen" else _amber,
    "stolen-vehicles": lambda _: _red,
    "stolen-objects": lambda _: _red,
    "missing-persons": lambda _: _amber,
    "lost-documents": lambda r: _red if r["motif"] == "volé" else _amber,
    "released-on-conditions": lambda r: _red if r["geschonden"] else _amber,
    "restraining-orders": lambda _: _amber,
    "custody": lambda _: _amber,
    "probation": lambda r: _amber if r["lopend"] else None,
    "entry-bans": lambda r: _amber if r["enVigueur"] else None,
    "driving-bans": lambda r: _amber if r["vanKracht"] else None,
    "driving-licences": lambda r: _amber if r["status"] in ("withdrawn", "expired") else None,
    "inspections": lambda r: _amber if r["resultat"] == "expiré" else None,
    "insurance": lambda r: _amber if r["verzekerd"] == "N" else None,
}


def questions(world: World, *, count: int) -> Iterator[Question]:
    """One question about every member of the cast, then of all kinds about anybody, `count` in all.

    {question, kind, about, level: red|amber|green, hits: names of sources that have records}.
    """
    desk = Desk(world, Finder(world.people))
    made = 0
    for actor in cast[:count]:
        made += 1
        kind = "bis_number" if actor.month_plus else "national_number"
        yield known(desk, kind, _number(world, cast_rows[actor.key]), about=actor.key)
    chance = stream(world.seed, "questions")
    while made < count:
        kind = str(chance.choice(list(_makers), p=_shares))
        question = _makers[kind](world, chance)
        if question:
            made += 1
            yield known(desk, *question)


def known(
    desk: Desk, kind: str, written: str, *, about: str = "", only: Collection[str] | None = None
) -> Question:
    """The question with what the sources over REST hold, and the gravest of it; `only`: of these sources."""
    endpoint_kind = "name" if kind == "name_birth" else kind
    name, _, born = written.partition(" ° ")
    parts = {"name": name, "birth": born} if endpoint_kind == "name" else {"value": written}
    hits, levels = [], set()
    for register in registers.values():
        if only is not None and register.name not in only:
            continue
        if not any(endpoint.kind == endpoint_kind for endpoint in register.endpoints):
            continue
        records = register.answer(Ask(desk, register.name, endpoint_kind, parts))
        if records:
            hits.append(register.name)
            levels |= {_level(register.name, kind, record) for record in records}
    level = _red if _red in levels else _amber if _amber in levels else "green"
    asked = written.replace(" ° ", " ") if kind == "name_birth" else written
    return {"question": asked, "kind": kind, "about": about, "level": level, "hits": sorted(hits)}


def _level(source: str, kind: str, record: Record) -> str | None:
    if source == "weapons-register":
        return _red if record["GESTOLEN"] == "J" else None if kind == "object" else _amber
    rule = _rules.get(source)
    return rule(record) if rule else None


Drawn = tuple[str, str] | None


def _number(world: World, person: int) -> str:
    return numbers.grouped_national(int(world.people.national[person]))


def _person(world: World, chance: np.random.Generator) -> int:
    return int(chance.integers(0, len(world.people)))


def _by_number(world: World, chance: np.random.Generator) -> Drawn:
    person = _person(world, chance)
    return ("bis_number" if world.people.bis[person] else "national_number"), _number(world, person)


def _by_plate(world: World, chance: np.random.Generator) -> Drawn:
    plate = text(world.vehicles.plate[int(chance.integers(0, len(world.vehicles)))])
    return "plate", grouped_plate(plate) if chance.random() < 0.6 else plate.lower()


def _by_vin(world: World, chance: np.random.Generator) -> Drawn:
    return "vin", text(world.vehicles.vin[int(chance.integers(0, len(world.vehicles)))])


def _by_name(world: World, chance: np.random.Generator) -> Drawn:
    people, person = world.people, _person(world, chance)
    given, surname = people.given_name(person), people.surname_of(person)
    if chance.random() < 0.3:
        given, surname = otherwise(given, surname, source="question", person=person)
    if people.day_unknown[person]:
        return None
    return "name_birth", f"{given} {surname} ° {people.birth_of(person):%d/%m/%Y}"


def _by_paper(world: World, chance: np.random.Generator) -> Drawn:
    return "document", text(world.papers.number[int(chance.integers(0, len(world.papers)))])


def _by_address(world: World, chance: np.random.Generator) -> Drawn:
    town = world.town
    row = int(world.people.address[_person(world, chance)])
    street = town.streets[town.addresses.street[row]]
    return (
        "address",
        f"{street.name} {int(town.addresses.house[row])}, {town.places[street.municipality].name}",
    )


def _by_phone(world: World, chance: np.random.Generator) -> Drawn:
    phone = int(world.people.phone[_person(world, chance)])
    return ("phone", f"+{phone}") if phone else None


def _by_thing(world: World, chance: np.random.Generator) -> Drawn:
    return "object", text(world.belongings.number[int(chance.integers(0, len(world.belongings)))])


def _by_company(world: World, chance: np.random.Generator) -> Drawn:
    row = int(chance.integers(0, len(world.companies)))
    return "company", numbers.grouped_enterprise(int(world.companies.number[row]))


_makers: dict[str, Callable[[World, np.random.Generator], Drawn]] = {
    "number": _by_number,
    "plate": _by_plate,
    "vin": _by_vin,
    "name": _by_name,
    "document": _by_paper,
    "address": _by_address,
    "phone": _by_phone,
    "object": _by_thing,
    "company": _by_company,
}
_shares = (0.16, 0.30, 0.04, 0.24, 0.08, 0.08, 0.04, 0.03, 0.03)

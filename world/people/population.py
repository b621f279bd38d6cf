"""The population as columns: the cast first, then generated households, all with numbers and homes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from world import numbers
from world.chance import day, days, stream, today
from world.characters import Character, cast
from world.columns import Table
from world.names import Vocabulary, vocabulary
from world.town.addresses import Town, build_town

from .households import Columns, countries, make_households
from .national import add_national_numbers

_none = 65_535


@dataclass(frozen=True)
class Population:
    """People in columns.

    given, given2, surname, surname2: numbers in the vocabulary, 65535 for none. birth: days since 1970.
    national: eleven digits as a number; `bis` says that it is a BIS number. address, previous: rows of
    the town's addresses, previous −1 for none. since: day of the last move. phone: +32 number or 0.
    """

    seed: int
    town: Town
    table: Table
    words: Vocabulary

    def __len__(self) -> int:
        return len(self.table)

    def __getattr__(self, name: str) -> NDArray[Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        column: NDArray[Any] = getattr(self.table, name)
        return column

    def given_name(self, person: int) -> str:
        return self.words.given[int(self.table.given[person])]

    def all_given_names(self, person: int) -> list[str]:
        second = int(self.table.given2[person])
        return [self.given_name(person)] + ([] if second == _none else [self.words.given[second]])

    def surname_of(self, person: int) -> str:
        second = int(self.table.surname2[person])
        first = self.words.surnames[self.table.surname[person]]
        return first if second == _none else f"{first} {self.words.surnames[second]}"

    def birth_of(self, person: int) -> date:
        return day(int(self.table.birth[person]))

    def age_of(self, person: int) -> int:
        born = self.birth_of(person)
        return today.year - born.year - ((today.month, today.day) < (born.month, born.day))

    def by_national(self, number: int) -> int | None:
        return self.table.first("national", number)

    def at_address(self, address: int) -> list[int]:
        return self.table.where("address", address)

    def family(self, person: int) -> list[int]:
        return [p for p in self.table.where("household", self.table.household[person]) if p != person]

    @cached_property
    def adults(self) -> NDArray[np.int64]:
        return np.flatnonzero(self.table.birth <= days(today.replace(year=today.year - 18)))


def build_population(*, seed: int, persons: int) -> Population:
    """The same seed and size give the same people, to the last digit."""
    if persons < len(cast):
        raise ValueError(f"a world has at least {len(cast)} persons")
    generated = make_households(seed, persons - len(cast))
    households = int(generated["household"][-1]) + 1 if len(generated["household"]) else 0
    town = build_town(households=households + len(cast))
    words = vocabulary()
    actors = _cast_columns(town, words)
    _add_homes(seed, town, generated, taken=set(actors["address"].tolist()))
    generated["household"] = generated["household"] + (int(actors["household"].max()) + 1)
    people = {name: np.concatenate((actors[name], generated[name])) for name in actors}
    add_national_numbers(seed, people)
    _add_phones(seed, people)
    return Population(seed, town, Table(**people), words)


def _cast_columns(town: Town, words: Vocabulary) -> Columns:
    homes = [town.address(*actor.home) for actor in cast]
    household = {home: number for number, home in enumerate(dict.fromkeys(homes))}
    rows = [_cast_row(actor, words) for actor in cast]
    types = {
        "birth": np.int32,
        "given": np.uint16,
        "given2": np.uint16,
        "surname": np.uint16,
        "surname2": np.uint16,
    }
    columns: Columns = {
        name: np.array([row[name] for row in rows], dtype=types.get(name, np.uint8)) for name in rows[0]
    }
    columns["household"] = np.array([household[home] for home in homes], dtype=np.int32)
    columns["address"] = np.array(homes, dtype=np.int32)
    columns["previous"] = np.full(len(cast), -1, dtype=np.int32)
    columns["since"] = np.full(len(cast), days(date(2018, 5, 2)), dtype=np.int32)
    _cast_moves(town, columns)
    return columns


def _cast_row(actor: Character, words: Vocabulary) -> dict[str, int]:
    return {
        "sex": int(actor.woman),
        "birth": days(actor.birth),
        "day_unknown": int(actor.day_unknown),
        "culture": int(actor.culture),
        "nationality": countries.index(actor.nationality),
        "municipality": 0,
        "role": 0,
        "given": words.given_id(actor.given),
        "given2": _none,
        "surname": words.surname_id(actor.surname),
        "surname2": words.surname_id(actor.surname2) if actor.surname2 else _none,
    }


def _cast_moves(town: Town, columns: Columns) -> None:
    """Katrien moved in March; several sources still have her in the Kapelstraat."""
    rows = {actor.key: row for row, actor in enumerate(cast)}
    columns["previous"][rows["katrien"]] = town.address("Lindebeek", "Kapelstraat", 8)
    columns["since"][rows["katrien"]] = days(date(2026, 3, 9))


def _add_homes(seed: int, town: Town, people: Columns, *, taken: set[int]) -> None:
    """One address per household in its municipality, while there are any; moves in the last years."""
    chance = stream(seed, "homes")
    street_place = np.array([street.municipality for street in town.streets])
    place_of = street_place[town.addresses.street]
    free = np.setdiff1d(np.arange(len(place_of)), np.array(sorted(taken)))
    households = int(people["household"][-1]) + 1 if len(people["household"]) else 0
    first = np.searchsorted(people["household"], np.arange(households))
    home, before = np.zeros(households, np.int32), np.full(households, -1, np.int32)
    for municipality in range(len(town.places)):
        here = np.flatnonzero(people["municipality"][first] == municipality)
        choice = chance.permutation(free[place_of[free] == municipality])
        home[here] = np.resize(choice, len(here))
        before[here] = np.resize(np.roll(choice, 17), len(here))
    moved = chance.random(households) < 0.35
    before[~moved] = -1
    ago = (chance.gamma(1.3, 2_600, households)).astype(np.int64) + 1
    people["address"] = home[people["household"]]
    people["previous"] = before[people["household"]]
    people["since"] = np.maximum(people["birth"], days(today) - ago[people["household"]]).astype(np.int32)


def _add_phones(seed: int, people: Columns) -> None:
    """Mobile numbers +32 4xx xx xx xx for all from twelve on, all different."""
    count = len(people["birth"])
    phone = 32 * 10**9 + 460_000_000 + numbers.spread(count, start=seed * 977, width=39_999_983)
    phone[people["birth"] > days(today) - 12 * 365] = 0
    people["phone"] = phone

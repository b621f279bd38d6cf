"""What is true about somebody or something of the world, and about those who are owed with it.

Worked out from what the sources hold, without FOCUS; of FOCUS only the sources' files are read, for which of
them count for which kind of question.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from world import numbers
from world.columns import text
from world.people.finding import Finder
from world.questions import known
from world.registers.asking import Desk
from world.world import World

Level = Literal["green", "amber", "red"]
LEVELS: tuple[Level, ...] = ("green", "amber", "red")
_SOURCES = Path(__file__).resolve().parents[1] / "sources"
_SIGNALLED = (
    "wanted", "sis", "interpol", "missing", "conditions", "orders", "driving_bans", "custody", "entry_bans",
)  # fmt: skip


class Truth:
    """The gravest that the sources say, by row of the world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._desk = Desk(world, Finder(world.people))
        self.numbered = lru_cache(maxsize=None)(self._numbered)

    def named(self, person: int) -> Level:
        """Of somebody who is asked by name: what is held under his name and birth date, and his number."""
        people, found = self.world.people, self.numbered(person, all_sources=False)
        if people.day_unknown[person]:
            return found
        written = f"{people.given_name(person)} {people.surname_of(person)}"
        return gravest((found, self._of("name_birth", f"{written} ° {people.birth_of(person):%d/%m/%Y}")))

    def _numbered(self, person: int, *, all_sources: bool = True) -> Level:
        """Of somebody by national or BIS number; not of all sources: only of those that count."""
        written = numbers.grouped_national(int(self.world.people.national[person]))
        return self._of("national_number", written, None if all_sources else counting("national_number"))

    def vehicle(self, row: int, *, by: Literal["plate", "vin"] = "plate") -> Level:
        """Of a car and its holder."""
        vehicles = self.world.vehicles
        own = self._of(by, text((vehicles.plate if by == "plate" else vehicles.vin)[row]))
        return gravest((own, self.numbered(int(vehicles.holder[row]), all_sources=False)))

    def paper(self, row: int) -> Level:
        """Of a document and who bears it."""
        papers = self.world.papers
        own = self._of("document", text(papers.number[row]))
        return gravest((own, self.numbered(int(papers.owner[row]), all_sources=False)))

    def phone(self, person: int) -> Level:
        """Of a number and its subscriber, whom the source knows by name."""
        return gravest((self._of("phone", f"+{int(self.world.people.phone[person])}"), self.named(person)))

    def address(self, row: int, *, box: bool = False) -> Level:
        """Of a house, or of one of its boxes, and of those whom a register has there."""
        town, people = self.world.town, self.world.people
        street = town.streets[town.addresses.street[row]]
        written = f"{street.name} {town.addresses.house[row]}, {town.places[street.municipality].name}"
        residents = [p for home in self.homes(row, box=box) for p in people.at_address(home)]
        checked = (self.numbered(p, all_sources=False) for p in residents if not people.bis[p])
        return gravest((self._of("address", written), *checked))

    def homes(self, row: int, *, box: bool) -> list[int]:
        """The boxes of a house, or only this one."""
        addresses = self.world.town.addresses
        if box:
            return [row]
        same = addresses.where("street", int(addresses.street[row]))
        return [home for home in same if addresses.house[home] == addresses.house[row]]

    @cached_property
    def warned(self) -> dict[int, Level]:
        """People of whom something is held that warns, and how gravely."""
        shelves, papers = self.world.justice, self.world.papers
        rows = {int(r["person"]) for name in _SIGNALLED for r in shelves[name].records}
        rows |= {int(papers.owner[row]) for row in range(len(papers)) if papers.status[row]}
        levels = {person: self.named(person) for person in sorted(rows)}
        return {person: level for person, level in levels.items() if level != "green"}

    def _of(self, kind: str, written: str, only: Collection[str] | None = None) -> Level:
        level: Level = known(self._desk, kind, written, only=only)["level"]
        return level


def gravest(levels: Iterable[Level]) -> Level:
    """The gravest of some levels."""
    return max(levels, key=LEVELS.index, default="green")


@lru_cache
def counting(kind: str) -> frozenset[str]:
    """Names of the sources that count for a kind of question, as their files say."""
    found = set()
    for file in _SOURCES.glob("*.toml"):
        source = tomllib.loads(file.read_text("utf-8"))
        if kind in (*source.get("matters", ()), *source.get("record_of", ())):
            found.add(str(source["name"]))
    return frozenset(found)

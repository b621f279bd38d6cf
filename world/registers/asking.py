"""A question as it arrived at a source, and the rows of the world that it is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from world.chance import share
from world.people.finding import Finder
from world.town.addresses import folded
from world.world import World

_written_address = re.compile(
    r"^\s*(?P<street>.+?)\s+(?P<house>\d{1,4})\s*(?:(?:bus|bte|/|b)\s*(?P<box>\w+))?\s*(?:,\s*)?(?P<postcode>\d{4})?\s*(?P<place>[^\d,].*)?$"
)


@dataclass(frozen=True)
class Desk:
    """One running world with its search by name: what all sources share."""

    world: World
    finder: Finder


@dataclass(frozen=True)
class Ask:
    """`kind` is the endpoint that was used; `parts` what was given through it."""

    desk: Desk
    source: str
    kind: str
    parts: Mapping[str, str]

    @property
    def world(self) -> World:
        return self.desk.world

    @property
    def value(self) -> str:
        return self.parts.get("value", "").strip()

    @property
    def code(self) -> str:
        """The value without separators, capitals only: plates, documents, serial numbers."""
        return "".join(sign for sign in self.value.upper() if sign.isalnum())

    def persons(self, *, most: int = 20) -> list[int]:
        """The people who are meant: by number at most one, by plate its holder, by name all who may be."""
        people = self.world.people
        if self.kind == "national_number":
            digits = "".join(sign for sign in self.value if sign.isdigit())
            found = people.by_national(int(digits)) if digits else None
            return [] if found is None else [found]
        if self.kind == "plate":
            vehicles = self.world.vehicles
            return [int(vehicles.holder[row]) for row in vehicles.where("plate", self.code.encode())]
        get = self.parts.get
        name, surname = get("name", "").strip(), get("surname", "").strip()
        if not name and not surname:
            return []
        found_all = self.desk.finder.found(name, surname, get("given", "").strip(), get("birth", "").strip())
        return list(found_all[:most])

    def addresses(self) -> list[int]:
        """All boxes of the house that is meant; the whole street when no house is named."""
        town = self.world.town
        if self.value.isdigit() and len(self.value) >= 8:
            return town.addresses.where("best", int(self.value))
        parts = dict(self.parts)
        if not parts.get("street"):
            written = _written_address.match(self.value)
            parts |= (
                {k: v for k, v in written.groupdict().items() if v} if written else {"street": self.value}
            )
        rows = [row for street in self._streets(parts) for row in town.addresses.where("street", street)]
        house = "".join(sign for sign in parts.get("house", "") if sign.isdigit())
        if house:
            rows = [row for row in rows if town.addresses.house[row] == int(house)]
        box = "".join(sign for sign in parts.get("box", "") if sign.isdigit())
        return [row for row in rows if town.addresses.box[row] == int(box)] if box else rows

    def _streets(self, parts: Mapping[str, str]) -> list[int]:
        town = self.world.town
        street, place = parts.get("street", ""), parts.get("place") or parts.get("postcode") or ""
        if place:
            number = town.street_numbers.get((folded(place), folded(street)))
            return [] if number is None else [number]
        return town.streets_by_name.get(folded(street), [])

    def some(self, person: int, part: float, *, about: str = "") -> bool:
        """Whether this person is in a source that knows `part` of the population."""
        return share(f"in {about or self.source}", person) < part

    @property
    def now(self) -> datetime:
        return datetime.now(UTC)

"""Import of posts: who works in which function, from when, with which units, wards and permissions."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from focus.core import clock
from focus.core.organisations import rules
from focus.core.organisations.importing.columns import (
    FROM,
    TO,
    Column,
    permission,
    personnel_number,
    several,
    text,
    unit_code,
)
from focus.core.organisations.importing.report import Bad
from focus.core.organisations.importing.subject import Complaint, Importable, Item, Outcome
from focus.core.organisations.records import Person, Post
from focus.core.organisations.store import people as store
from focus.core.organisations.store import structure

if TYPE_CHECKING:
    from focus.core.database import Transaction


class Posts(Importable):
    """Key: personnel number, function and first day. People must be there, and be the organisation's own."""

    columns = (
        Column("personnel_number", personnel_number, required=True,
               also=("number", "stamnummer", "matricule", "numero de matricule", "personalnummer")),
        Column("function", text(40), required=True, also=("functie", "fonction", "funktion")),
        Column("units", several(unit_code),
               also=("unit", "eenheden", "eenheid", "unites", "unite", "einheiten", "einheit")),
        Column("wards", several(unit_code),
               also=("ward", "wijken", "wijk", "quartiers", "quartier", "bezirke", "bezirk")),
        Column("permissions", several(permission), also=("rechten", "extra", "droits", "rechte")),
        Column("withdrawn", several(permission), also=("ingetrokken", "retire", "entzogen")),
        FROM,
        TO,
    )  # fmt: skip

    def key(self, values: dict[str, Any]) -> object:
        return values["personnel_number"], values["function"].lower(), values.get("from")

    async def prepare(self, tx: Transaction, *, permissions: Collection[str]) -> None:
        self._declared = frozenset(permissions)
        self._people: dict[str, Person] = {x.personnel_number: x for x in await store.people(tx)}
        self._functions = {x.code for x in await structure.functions(tx) if x.active}
        self._units: dict[str, UUID] = {x.code: x.id for x in await structure.units(tx, on=self.today)}
        self._wards: dict[str, UUID] = {x.code: x.id for x in await structure.wards(tx, on=self.today)}
        self._posts: dict[tuple[UUID, str], list[Post]] = {}
        for post in await store.posts(tx):
            self._posts.setdefault((post.holder.id, post.function), []).append(post)

    def check(self, item: Item) -> Iterator[Complaint]:
        values = item.values
        person = self._people.get(values["personnel_number"])
        if person is None:
            yield "personnel_number", Bad("unknown_person")
        elif not rules.in_force(values.get("from", self.today), person.valid_from, person.valid_to):
            yield "from", Bad("person_away")
        if values["function"].lower() not in self._functions:
            yield "function", Bad("unknown_function", function=values["function"])
        for code in values.get("units", ()):
            if code not in self._units:
                yield "units", Bad("unknown_unit", unit=code)
        for code in values.get("wards", ()):
            if code not in self._wards:
                yield "wards", Bad("unknown_ward", ward=code)
        for column in ("permissions", "withdrawn"):
            for name in values.get(column, ()):
                if name not in self._declared:
                    yield column, Bad("unknown_permission", permission=name)
        yield from self.period(item)

    def _known(self, item: Item) -> Post | None:
        """The post of this key; without a first day, the one that counts now."""
        person = self._people[item.values["personnel_number"]]
        posts = self._posts.get((person.id, item.values["function"].lower()), [])
        if "from" in item.values:
            begin = rules.start_of(item.values["from"])
            return next((post for post in posts if post.starts_at == begin), None)
        now = clock.now()
        return next((x for x in posts if x.starts_at <= now and (x.ends_at is None or now < x.ends_at)), None)

    def _wanted(self, item: Item) -> tuple[list[UUID], list[UUID], list[str], list[str], datetime | None]:
        """Units, wards, added, withdrawn and end, as the line says or as they are."""
        values, known = item.values, self._known(item)
        units, wards = (known.units, sorted(known.wards)) if known else ([], [])
        added, withdrawn = (known.added, known.withdrawn) if known else ([], [])
        end = known.ends_at if known else None
        return (
            [self._units[code] for code in values["units"]] if "units" in values else units,
            sorted(self._wards[code] for code in values["wards"]) if "wards" in values else wards,
            sorted(values["permissions"]) if "permissions" in values else added,
            sorted(values["withdrawn"]) if "withdrawn" in values else withdrawn,
            rules.end_of(values["to"]) if "to" in values else end,
        )

    def outcome(self, item: Item) -> Outcome:
        known = self._known(item)
        if known is None:
            return "new"
        there = (known.units, sorted(known.wards), known.added, known.withdrawn, known.ends_at)
        return "unchanged" if there == self._wanted(item) else "changed"

    async def write(self, tx: Transaction, item: Item) -> None:
        known, (units, wards, added, withdrawn, end) = self._known(item), self._wanted(item)
        if known is None:
            person = self._people[item.values["personnel_number"]]
            assert tx.organisation is not None
            await store.add_post(
                tx,
                person=person.id,
                home=tx.organisation,
                function=item.values["function"].lower(),
                starts_at=rules.start_of(item.values.get("from", self.today)),
                ends_at=end,
                units=units,
                wards=wards,
                added=added,
                withdrawn=withdrawn,
            )
            return
        await store.place_post(tx, known.id, units=units, wards=wards)
        if (added, withdrawn) != (known.added, known.withdrawn):
            since = max(known.starts_at, clock.now())
            await store.permit_post(tx, known.id, added=added, withdrawn=withdrawn, since=since)
        if end != known.ends_at:
            await store.set_end(tx, known.id, ends_at=end)

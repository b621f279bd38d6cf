"""Import of units, in any order: a unit may stand before the one it belongs to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any
from uuid import UUID

from focus.core.organisations.importing.columns import (
    FROM,
    NAMES,
    TO,
    Column,
    names_of,
    one_of,
    unit_code,
)
from focus.core.organisations.importing.report import Bad
from focus.core.organisations.importing.subject import Complaint, Importable, Item, Outcome
from focus.core.organisations.records import Unit
from focus.core.organisations.store import structure as store

if TYPE_CHECKING:
    from focus.core.database import Transaction


class Units(Importable):
    """Key: code. A list adds, renames and moves units; it does not close them."""

    columns = (
        Column("code", unit_code, required=True, also=("eenheid", "unite", "einheit")),
        Column("kind", one_of(("service", "team"), "bad_kind"), also=("soort", "type", "art")),
        *NAMES,
        Column("parent", unit_code, also=("boven", "onder", "parent_code", "superieur", "ubergeordnet")),
        FROM,
        TO,
    )

    def key(self, values: dict[str, Any]) -> object:
        return values["code"]

    async def prepare(self, tx: Transaction, *, permissions: Collection[str]) -> None:
        self._known: dict[str, Unit] = {unit.code: unit for unit in await store.units(tx, on=self.today)}
        self._codes: dict[UUID, str] = {unit.id: unit.code for unit in await store.units(tx)}
        self._ids = {code: unit.id for code, unit in self._known.items()}

    def offered(self, items: list[Item]) -> None:
        self._offered = {item.values["code"]: item for item in items}

    def _parent(self, code: str) -> str | None:
        """The parent as it will be once the file is in."""
        if code in self._offered and "parent" in self._offered[code].values:
            return str(self._offered[code].values["parent"])
        unit = self._known.get(code)
        return self._codes.get(unit.parent_id) if unit and unit.parent_id else None

    def check(self, item: Item) -> Iterator[Complaint]:
        yield from self.period(item)
        known = self._known.get(item.values["code"])
        for column in ("from", "to"):
            if known and column in item.values and item.values[column] != getattr(known, f"valid_{column}"):
                yield column, Bad("fixed")
        if not names_of(item.values):
            yield "name_nl", Bad("missing")
        parent = item.values.get("parent")
        if parent and parent not in self._known and parent not in self._offered:
            yield "parent", Bad("unknown_unit", unit=parent)
        seen: set[str] = set()
        above = self._parent(item.values["code"])
        while above and above not in seen:
            seen.add(above)
            above = self._parent(above)
        if item.values["code"] in seen:
            yield "parent", Bad("unit_cycle")

    def ordered(self, items: list[Item]) -> list[Item]:
        return sorted(items, key=lambda item: self._depth(item.values["code"]))

    def _depth(self, code: str) -> int:
        parent = self._parent(code)
        return 0 if parent is None else 1 + self._depth(parent)

    def outcome(self, item: Item) -> Outcome:
        known = self._known.get(item.values["code"])
        if known is None:
            return "new"
        same = (
            known.names == names_of(item.values)
            and known.kind == item.values.get("kind", known.kind)
            and (self._codes.get(known.parent_id) if known.parent_id else None) == self._parent(known.code)
        )
        return "unchanged" if same else "changed"

    async def write(self, tx: Transaction, item: Item) -> None:
        code, names = item.values["code"], names_of(item.values)
        above = self._parent(code)
        parent = self._ids[above] if above else None
        known = self._known.get(code)
        if known is None:
            self._ids[code] = await store.add_unit(
                tx,
                code=code,
                names=names,
                kind=item.values.get("kind", "team"),
                parent=parent,
                valid_from=item.values.get("from", self.today),
                valid_to=item.values.get("to"),
            )
            return
        kind = item.values.get("kind", known.kind)
        await store.change_unit(tx, known.id, code=code, names=names, kind=kind, parent=parent)

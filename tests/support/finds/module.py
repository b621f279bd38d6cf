"""Finds: what stands in the yard of the organisation that asks, which is every vehicle."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from focus.core.registry import Module
from focus.modules.search.public import Identifier, Offer, OfferedSource, Reading, Record, Words


class Finds(OfferedSource):
    """Knows of every plate that it stands in the yard of the organisation that asks."""

    offer = Offer(
        name="finds",
        short="FND",
        title=Words(nl="Gevonden", fr="Trouvés", de="Fundsachen", en="Finds"),
        data=["vehicles"],
        matters=["plate"],
    )
    kinds = frozenset({"plate"})

    async def find(self, rows: Any, reading: Reading, at: datetime) -> Iterable[Record]:
        zone = await rows.fetchval("select focus.must_scope()::text")
        plate = Identifier("plate", f"{reading.country}:{reading.facts['plate']}")
        return [Record(type="vehicle", source="finds", id=zone, at=at, title=zone, identifiers=(plate,))]


module = Module(
    name="finds", icon="box", requires=("search",), menu=True, sources=(Finds,), package="tests.support.finds"
)

"""What Search finds here: a bicycle by its frame number."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from focus.modules.search.public import Fact, Identifier, Offer, OfferedSource, Reading, Record, Words


class FoundBicycles(OfferedSource):
    """The bicycles of the organisation that asks."""

    offer = Offer(
        name="found-bicycles",
        short="FIETS",
        title=Words(nl="Gevonden fietsen", fr="Vélos trouvés", de="Gefundene Fahrräder", en="Found bicycles"),
        data=["objects"],
        needs="bicycles.keep",
    )
    kinds = frozenset({"object"})

    async def find(self, rows: Any, reading: Reading, at: datetime) -> Iterable[Record]:
        found = await rows.fetch(
            "select id, frame, place from bicycles.bicycle where frame = $1", reading.facts["serial"]
        )
        return [
            Record(
                type="object",
                source=self.offer.name,
                id=str(row["id"]),
                at=at,
                title=row["frame"],
                identifiers=(Identifier("serial", row["frame"]),),
                facts=(Fact("place", row["place"]),),
            )
            for row in found
        ]

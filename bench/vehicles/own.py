"""A source of our own data, written as a small class: what a lookup costs when no network is in the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import msgspec

from focus.core.gate import Platform
from focus.modules.search.questions import Kind, Reading
from focus.modules.search.records import Fact, Identifier, Record, Relation
from focus.modules.search.sources.protocol import Answer


class Title(msgspec.Struct, frozen=True):
    """One title for all."""

    nl: str = "Eigen voertuigen"
    fr: str = "Véhicules propres"
    de: str = "Eigene Fahrzeuge"
    en: str = "Own vehicles"


class Breaker(msgspec.Struct, frozen=True):
    """Never opens while measuring."""

    failures: int = 1_000_000
    pause_ms: int = 1_000


@dataclass(frozen=True)
class Facts:
    """What the engine and the lookups ask of a source."""

    name: str = "own-vehicles"
    short: str = "OWN"
    title: Title = field(default_factory=Title)
    legal: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=lambda: ["vehicles"])
    purposes: tuple[str, ...] = ("*",)
    needs: str = ""
    matters: list[Kind] = field(default_factory=lambda: ["plate"])
    record_of: list[Kind] = field(default_factory=list)
    deadline_ms: int = 2_000
    max_concurrent: int = 64
    breaker: Breaker = field(default_factory=Breaker)


class OwnVehicles:
    """Three records of one vehicle, from an indexed read in the organisation's scope."""

    config = Facts()

    def __init__(self, platform: Platform, organisation: UUID) -> None:
        self._database = platform.database
        self._organisation = organisation

    def accepts(self, reading: Reading) -> bool:
        """Plates only."""
        return reading.kind == "plate"

    async def ask(self, reading: Reading, *, deadline: float, asked_at: datetime) -> Answer:
        """Ask once."""
        rows = await self._database.reading(self._organisation).fetch(
            "select id, plate, make, colour, year from vehicles.vehicle where plate = $1 limit 3",
            reading.facts["plate"],
        )
        return Answer(tuple(_record(row, asked_at) for row in rows), len(rows))

    async def close(self) -> None:
        """Nothing to let go."""


HOLDER = (Identifier("national_number", "85073003328"),)


def _record(row: msgspec.Raw | dict[str, object], at: datetime) -> Record:
    plate = str(row["plate"])  # type: ignore[index]
    return Record(
        type="vehicle",
        source="own-vehicles",
        id=str(row["id"]),  # type: ignore[index]
        at=at,
        title=plate,
        identifiers=(Identifier("plate", f"B:{plate}"),),
        facts=(
            Fact("make", str(row["make"])),  # type: ignore[index]
            Fact("colour", str(row["colour"])),  # type: ignore[index]
            Fact("registered", str(row["year"]), "date"),  # type: ignore[index]
        ),
        relations=(
            Relation("holder", "person", "Peeters, Jan", (Identifier("national_number", "85073003328"),)),
        ),
    )

"""What other modules may use of incidents: what stands now, who is told of it, and positions of others."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from focus.core.organisations.public import settings_of
from focus.modules.incidents import crews, positions
from focus.modules.incidents.records import Crew, Incident, Position
from focus.modules.incidents.settings import IncidentsSettings
from focus.modules.incidents.telling import INCIDENTS, Follower, Kind, Outcome, Told
from focus.modules.incidents.turns import crew_id

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.feed import Saves
    from focus.core.gate import Platform


async def place(
    platform: Platform,
    saves: Saves,
    *,
    key: UUID,
    call_sign: str,
    unit: UUID | None,
    at: datetime,
    longitude: float,
    latitude: float,
    within_m: float,
    heading: float | None,
    source: str = "",
) -> Outcome:
    """Show where something is, as the organisation in scope wants positions; the caller writes `saves`.

    `key`: the crew's id, or one of its own for what is no crew; degrees (WGS 84), metres, degrees clockwise
    from north. Raises PositionFuture, PositionImpossible.
    """
    told = positions.Said(
        key=key, call_sign=call_sign, unit=unit, at=at, longitude=longitude, latitude=latitude,
        within_m=within_m, heading=heading, source=source,
    )  # fmt: skip
    settings = await settings_of(saves.tx, "incidents", IncidentsSettings)
    return await positions.put(platform, saves, told, settings)


async def incidents_now(tx: Transaction) -> list[Incident]:
    """The open incidents, those first that began first."""
    rows = await tx.fetch(
        """select content::text as content from incidents.incident where state = 'open'
           order by opened_at, id"""
    )
    return [msgspec.json.decode(row["content"], type=Incident) for row in rows]


async def crew_called(tx: Transaction, call_sign: str) -> Crew | None:
    """The crew on duty under a call sign, however it is written."""
    assert tx.organisation is not None
    return await crews.crew_of(tx, crew_id(tx.organisation, call_sign))


async def crews_now(tx: Transaction) -> list[Crew]:
    """The crews on duty, by call sign."""
    rows = await tx.fetch("select content::text as content from incidents.crew order by call_sign, id")
    return [msgspec.json.decode(row["content"], type=Crew) for row in rows]


async def positions_now(tx: Transaction) -> list[Position]:
    """Where crews, and what foreign systems told of, are; at most an hour old, the newest first."""
    rows = await tx.fetch("select content::text as content from incidents.position order by at desc, id")
    return [msgspec.json.decode(row["content"], type=Position) for row in rows]


async def count_of(tx: Transaction, source: str, *, but: UUID) -> int:
    """How many things that a foreign system told of are shown, one left out."""
    sql = "select count(*) from incidents.position where id <> $1 and content ->> 'source' = $2"
    return int(await tx.fetchval(sql, but, source))


__all__ = [
    "INCIDENTS",
    "Crew",
    "Follower",
    "Incident",
    "Kind",
    "Outcome",
    "Position",
    "Told",
    "count_of",
    "crew_called",
    "crews_now",
    "incidents_now",
    "place",
    "positions_now",
]

"""The door for phones that say where their crew is: many, often, so each costs a handful of statements."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import asyncpg
import msgspec

from focus.core import clock
from focus.core.feed import RecordStale, Saves
from focus.core.gate import Actor, Call, view
from focus.core.organisations.public import settings_of
from focus.core.registry import Route
from focus.modules.duty.public import crew_at
from focus.modules.incidents import positions
from focus.modules.incidents.problems import NoCrew
from focus.modules.incidents.records import Latitude, Longitude
from focus.modules.incidents.settings import IncidentsSettings
from focus.modules.incidents.telling import Outcome
from focus.modules.incidents.turns import crew_id

if TYPE_CHECKING:
    from focus.core.gate import Platform, Principal

TRIES: Final = 3
_CREW: Final = """
select call_sign, (content ->> 'unit')::uuid as unit from incidents.crew where id = $1 for key share
"""
"""Its end waits for us, and we for it: no position outlives its crew. States are not kept waiting."""


class Reported(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a phone is."""

    at: Annotated[datetime, msgspec.Meta(tz=True)]
    longitude: Longitude
    latitude: Latitude
    within_m: Annotated[float, msgspec.Meta(ge=0, le=1_000_000)]
    """Right to so many metres."""
    heading: Annotated[float, msgspec.Meta(ge=0, le=360)] | None = None
    """Degrees clockwise from north, where it moves."""
    speed: Annotated[float, msgspec.Meta(ge=0, le=1_000)] | None = None
    """Metres per second."""


class Placed(msgspec.Struct, frozen=True):
    """What became of it."""

    outcome: Outcome
    every_s: int
    """When to say it again."""


class Sharing(msgspec.Struct, frozen=True):
    """What the organisation wants to know of where crews are."""

    positions: Literal["exact", "rounded", "off"]
    every_s: int


async def report(call: Call) -> Placed:
    """Say where the own crew is. What is kept of it is its only record: no entry in the log for each.

    Raises NoCrew, PositionFuture.
    """
    for turn in range(TRIES):
        try:
            return await _report(call.platform, call.who, call.body)
        except (asyncpg.DeadlockDetectedError, RecordStale):
            if turn == TRIES - 1:
                raise
            await asyncio.sleep(0)
    raise AssertionError


async def _report(platform: Platform, who: Principal, told: Reported) -> Placed:
    async with platform.database.transaction(who.organisation_id) as tx:
        settings = await settings_of(tx, "incidents", IncidentsSettings)
        if settings.positions == "off":
            return Placed("off", settings.position_seconds)
        saves = Saves(tx)
        crew = await _crew(saves, who)
        given: dict[str, Any] = msgspec.structs.asdict(told)
        said = positions.Said(**crew, **given, person=who.person_id)
        outcome = await positions.put(platform, saves, said, settings)
        await saves.write(platform.bus)
    return Placed(outcome, settings.position_seconds)


async def _crew(saves: Saves, who: Principal) -> dict[str, Any]:
    """The crew in which somebody is on duty now; it stays until the end. Raises NoCrew."""
    call_sign = await crew_at(saves.tx, who.person_id, clock.now())
    key = crew_id(who.organisation_id, call_sign)
    row = await saves.tx.fetchrow(_CREW, key) if call_sign else None
    if row is None:
        raise NoCrew
    return {"key": key, "call_sign": row["call_sign"], "unit": row["unit"]}


@view(needs="incidents.act", consults=False)
async def sharing(actor: Actor) -> Sharing:
    """Whether phones are to say where their crew is, and how often; asked before they ask their officer."""
    settings = await settings_of(actor.tx, "incidents", IncidentsSettings)
    return Sharing(settings.positions, settings.position_seconds)


ROUTE: Final = Route(
    "POST",
    "/api/incidents/position",
    report,
    needs="incidents.act",
    body=Reported,
    answer=Placed,
    body_limit=2_000,
)

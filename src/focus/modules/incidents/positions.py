"""Where crews are: one position of each, from whoever of it knows best; gone with its duty, or in an hour."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import isfinite
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.feed import Saves
from focus.core.ids import new_id
from focus.core.organisations.public import directory, settings_of
from focus.core.registry import Job, Retention
from focus.modules.incidents.doubt import Area, Fix, Memory, judged, rounded, widened
from focus.modules.incidents.kinds import POSITION
from focus.modules.incidents.problems import PositionFuture, PositionImpossible
from focus.modules.incidents.records import Position
from focus.modules.incidents.settings import LONGEST_TRACK_DAYS, IncidentsSettings
from focus.modules.incidents.telling import Outcome, tell

if TYPE_CHECKING:
    from focus.core.gate import Platform

AHEAD: Final = timedelta(seconds=60)
"""So far may a clock be ahead of ours."""
STANDS: Final = timedelta(minutes=60)
"""A position that is older is taken away, and one that is told later than this is not shown."""
BETTER: Final = timedelta(seconds=30)
"""So long does a colleague's better position stand."""
GO_STALE: Final = Job("focus.modules.incidents.positions:go_stale", every=timedelta(minutes=1))
ERASE_TRACK: Final = Job("focus.modules.incidents.positions:erase_track", every=timedelta(minutes=15))
RETENTION: Final = Retention(
    "incidents.track",
    "told_at",
    LONGEST_TRACK_DAYS,
    "where crews were; earlier, after the hours that the organisation sets",
)

_STANDING: Final = """
select content::text as content, memory::text as memory, person_id from incidents.position where id = $1
"""
_WARDS: Final = """
select min(west) as west, min(south) as south, max(east) as east, max(north) as north
from organisations.ward where valid_from <= $1 and (valid_to is null or valid_to >= $1)
"""
_PUT: Final = """
with was_there as (
  insert into incidents.track (organisation_id, id, position_id, call_sign, source, at, told_at, longitude,
    latitude, within_m, heading, speed, doubtful)
  values (focus.must_scope(), $6, $1, $7, $8, $3, $9, $10, $11, $12, $13, $14, $15))
insert into incidents.position as p (organisation_id, id, person_id, at, memory, content)
values (focus.must_scope(), $1, $2, $3, $4::text::jsonb, $5::text::jsonb)
on conflict (organisation_id, id) do update set person_id = excluded.person_id, at = excluded.at,
  memory = excluded.memory, content = excluded.content
"""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """Where something is, as it was told."""

    key: UUID
    call_sign: str
    unit: UUID | None
    at: datetime
    longitude: float
    latitude: float
    within_m: float
    heading: float | None = None
    speed: float | None = None
    source: str = ""
    person: UUID | None = None
    """Whose phone says it."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What stands of it."""

    position: Position
    memory: Memory
    person: UUID | None


async def put(platform: Platform, saves: Saves, said: Said, settings: IncidentsSettings) -> Outcome:
    """Show it and keep it, or say why not; the caller writes `saves`. Raises what `place` does."""
    if settings.positions == "off":
        return "off"
    now = clock.now()
    fix = _read(said, now)
    if now - fix.at >= STANDS:
        return "older"
    exact = settings.positions == "exact"
    fix = fix if exact else rounded(fix)
    await saves.hold(POSITION, said.key)
    before = await _standing(saves, said.key)
    memory, doubtful = judged(before.memory if before else Memory(), fix, await _area(saves, settings, now))
    if before and not _wins(said, fix, before, doubtful=doubtful):
        return "older"
    shown = Position(
        id=said.key, call_sign=said.call_sign, unit=said.unit, longitude=fix.longitude, latitude=fix.latitude,
        within_m=fix.within_m, heading=said.heading if exact else None, at=fix.at, doubtful=doubtful,
        source=said.source,
    )  # fmt: skip
    await _write(saves, said, shown, memory, now)
    saves.save(POSITION, shown)
    await tell(platform, saves, "position", shown)
    return "shown"


def _read(said: Said, now: datetime) -> Fix:
    """A point on earth at a time that has come. A clock that is a little ahead is put right."""
    numbers = (said.longitude, said.latitude, said.within_m, said.heading or 0.0, said.speed or 0.0)
    on_earth = abs(said.longitude) <= 180 and abs(said.latitude) <= 90 and said.within_m >= 0
    if not all(isfinite(one) for one in numbers) or not on_earth or said.at.tzinfo is None:
        raise PositionImpossible
    if said.at - now > AHEAD:
        raise PositionFuture
    return Fix(at=min(said.at, now), longitude=said.longitude, latitude=said.latitude, within_m=said.within_m)


def _wins(said: Said, fix: Fix, before: Standing, *, doubtful: bool) -> bool:
    """The newer wins; within half a minute of what a colleague said, the better of the two."""
    there = before.position
    if fix.at <= there.at:
        return False
    if said.person == before.person or fix.at - there.at > BETTER:
        return True
    return (doubtful, fix.within_m) < (there.doubtful, there.within_m)


async def _standing(saves: Saves, key: UUID) -> Standing | None:
    row = await saves.tx.fetchrow(_STANDING, key)
    if row is None:
        return None
    return Standing(
        position=msgspec.json.decode(row["content"], type=Position),
        memory=msgspec.json.decode(row["memory"], type=Memory),
        person=row["person_id"],
    )


async def _area(saves: Saves, settings: IncidentsSettings, now: datetime) -> Area | None:
    """Where the organisation works, as far as it says."""
    if settings.position_area is not None:
        return Area(*settings.position_area)
    today = now.astimezone(clock.BRUSSELS).date()
    row = await saves.tx.fetchrow(_WARDS, today)
    return widened(Area(*row)) if row and row["west"] is not None else None


async def _write(saves: Saves, said: Said, shown: Position, memory: Memory, now: datetime) -> None:
    exact = (shown.heading, said.speed if shown.heading is not None else None)
    values: tuple[Any, ...] = (
        said.key, said.person, shown.at, msgspec.json.encode(memory).decode(),
        msgspec.json.encode(shown).decode(), new_id(), said.call_sign, said.source, now, shown.longitude,
        shown.latitude, shown.within_m, *exact, shown.doubtful,
    )  # fmt: skip
    await saves.tx.execute(_PUT, *values)


async def gone(saves: Saves, *keys: UUID) -> None:
    """No position stands for these."""
    for held in await saves.hold(POSITION, *keys):
        saves.gone(POSITION, held)
    await saves.tx.execute("delete from incidents.position where id = any($1)", list(keys))


async def go_stale(platform: Platform) -> None:
    """Take away what is older than an hour; where an organisation wants no positions any more, all."""
    for organisation in await _organisations(platform):
        async with platform.database.transaction(organisation) as tx:
            settings = await settings_of(tx, "incidents", IncidentsSettings)
            before = clock.now() - (timedelta() if settings.positions == "off" else STANDS)
            saves = Saves(tx)
            rows = await tx.fetch("select id from incidents.position where at <= $1", before)
            await saves.hold(POSITION, *(row["id"] for row in rows))
            keys = [row["id"] for row in rows]
            over = await tx.fetch(
                "delete from incidents.position where id = any($1) and at <= $2 returning id", keys, before
            )
            for row in over:
                saves.gone(POSITION, row["id"])
            await saves.write(platform.bus)


async def erase_track(platform: Platform) -> None:
    """Erase where crews were longer ago than each organisation keeps it."""
    for organisation in await _organisations(platform):
        async with platform.database.transaction(organisation) as tx:
            settings = await settings_of(tx, "incidents", IncidentsSettings)
            before = clock.now() - timedelta(hours=settings.position_hours)
            await tx.execute("delete from incidents.track where told_at <= $1", before)


async def _organisations(platform: Platform) -> list[UUID]:
    async with platform.database.unscoped(readonly=True) as tx:
        return [entry.id for entry in await directory(tx)]

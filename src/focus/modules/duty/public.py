"""What other modules may ask about duty."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final, NamedTuple
from uuid import UUID

from focus.core.gate import Service
from focus.core.ids import new_id
from focus.core.organisations.public import post_of
from focus.core.sync.buckets import who_changed
from focus.modules.duty import store
from focus.modules.duty.kinds import SHIFT
from focus.modules.duty.records import Shift

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.feed import Saves
    from focus.core.gate import Platform

Follower = Callable[["Platform", "Saves", UUID], Awaitable[None]]
"""Called with the person whose shift begins, changes or ends, inside that transaction, before what was saved
is written."""


@dataclass(slots=True)
class Shifts:
    """Whom a change of somebody's shift takes along: all of it is committed, or nothing."""

    followers: list[Follower] = field(default_factory=list)

    async def changed(self, platform: Platform, saves: Saves, person: UUID) -> None:
        """Tell the others."""
        for follower in self.followers:
            await follower(platform, saves, person)


SHIFTS: Final = Service("duty", Shifts)


class OnDuty(NamedTuple):
    """Somebody on duty."""

    unit: UUID | None
    crew: str
    until: datetime


async def on_duty(tx: Transaction, persons: Collection[UUID]) -> dict[UUID, OnDuty]:
    """Those of these persons who are on duty now, in the organisation in scope."""
    rows = await tx.fetch(
        """select person_id, unit_id, crew, until from duty.shift
           where person_id = any($1) and ended_at is null and until > now()""",
        list(persons),
    )
    return {row["person_id"]: OnDuty(row["unit_id"], row["crew"], row["until"]) for row in rows}


class InCrew(NamedTuple):
    """Somebody on duty under a call sign."""

    person: UUID
    name: str
    crew: str
    unit: UUID | None
    since: datetime
    until: datetime


async def in_crews(tx: Transaction) -> list[InCrew]:
    """Everybody who is on duty now under a call sign, by family name."""
    rows = await tx.fetch(
        """select s.person_id, a.given_names || ' ' || a.family_name as name, s.crew, s.unit_id,
             s.since, s.until
           from duty.shift s cross join lateral organisations.principal_of(s.post_id, now()) a
           where s.ended_at is null and s.until > now() and s.crew <> ''
           order by a.family_name, a.given_names, s.person_id"""
    )
    return [InCrew(*row) for row in rows]


async def crew_at(tx: Transaction, person: UUID, at: datetime) -> str:
    """The call sign under which somebody was on duty at a moment; "" where there was none."""
    found = await tx.fetchval(
        """select crew from duty.shift
           where person_id = $1 and since <= $2 and until > $2 and (ended_at is null or ended_at > $2)
           order by since desc limit 1""",
        person,
        at,
    )
    return found or ""


async def begin_for(
    platform: Platform,
    saves: Saves,
    *,
    person: UUID,
    post: UUID,
    crew: str,
    since: datetime,
    until: datetime,
) -> None:
    """Put somebody on duty under a call sign, without a unit; a shift of his that is open here ends with it.

    The post counts already. The caller writes what was saved.
    """
    await saves.hold(SHIFT, person)
    await store.end(saves.tx, person, at=since)
    await store.begin(
        saves.tx, new_id(), person=person, post=post, unit=None, crew=crew, since=since, until=until
    )
    facts = await post_of(saves.tx, post)
    shown = Shift(
        id=person,
        name=facts.name if facts else "",
        function=facts.function if facts else "",
        unit=None,
        unit_name="",
        crew=crew,
        since=since,
        until=until,
    )
    saves.save(SHIFT, shown)
    await _follow(platform, saves, person)


async def end_for(platform: Platform, saves: Saves, *, person: UUID, post: UUID, at: datetime) -> None:
    """End the shift that somebody is in by this post; nothing where there is none."""
    await saves.hold(SHIFT, person)
    by = await saves.tx.fetchval(
        "select post_id from duty.shift where person_id = $1 and ended_at is null", person
    )
    if by != post:
        return
    await store.end(saves.tx, person, at=at)
    saves.gone(SHIFT, person)
    await _follow(platform, saves, person)


async def _follow(platform: Platform, saves: Saves, person: UUID) -> None:
    await platform.service(SHIFTS).changed(platform, saves, person)
    saves.tx.after_commit(lambda: who_changed(platform, person))

"""A shift begins, changes and ends; it ends by itself too."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from focus.core import clock
from focus.core.feed import Saves, unit_bucket
from focus.core.gate import Actor, Event, action
from focus.core.ids import new_id
from focus.core.log import LogEvent
from focus.core.organisations.public import directory, name_in, post_of, settings_of, units
from focus.core.sync.buckets import who_changed
from focus.modules.duty import store
from focus.modules.duty.kinds import OVERSEERS, SHIFT
from focus.modules.duty.problems import EndImpossible, NotOnDuty, UnitUnknown
from focus.modules.duty.public import SHIFTS
from focus.modules.duty.records import Crew, Shift
from focus.modules.duty.settings import DutySettings

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform, Principal


async def buckets(tx: Transaction, principal: Principal) -> list[str]:
    """The unit in which somebody is on duty, and everybody's shifts for who oversees them."""
    row = await store.open_of(tx, principal.person_id)
    found = [unit_bucket(row["unit_id"])] if row and row["unit_id"] else []
    return [*found, *([OVERSEERS] if "duty.oversee" in principal.permissions else [])]


class DutyBegun(Event, frozen=True):
    """Somebody is on duty, or goes on under another unit, crew or end."""

    shift: UUID
    unit: UUID | None
    crew: str
    since: datetime
    until: datetime


class DutyEnded(Event, frozen=True):
    """Somebody is on duty no more."""

    since: datetime
    at: datetime


@action(needs="duty.use", offline=True)
async def begin_duty(
    actor: Actor, *, until: datetime, unit: UUID | None = None, crew: Crew = ""
) -> DutyBegun:
    """Be on duty from now until then; a shift that is open ends with it."""
    settings = await settings_of(actor.tx, "duty", DutySettings)
    since = actor.at
    if until.tzinfo is None or not since < until <= since + timedelta(hours=settings.longest_hours):
        raise EndImpossible(params={"hours": settings.longest_hours})
    name = await _unit_name(actor, unit)
    await actor.hold(SHIFT, actor.person)
    await store.end(actor.tx, actor.person, at=since)
    shift, call_sign = new_id(), " ".join(crew.split())
    who = actor.principal
    await store.begin(
        actor.tx, shift, person=who.person_id, post=who.post_id,
        unit=unit, crew=call_sign, since=since, until=until,
    )  # fmt: skip
    facts = await post_of(actor.tx, who.post_id)
    shown = Shift(
        id=actor.person,
        name=facts.name if facts else "",
        function=who.function,
        unit=unit,
        unit_name=name,
        crew=call_sign,
        since=since,
        until=until,
    )
    actor.save(SHIFT, shown)
    await actor.platform.service(SHIFTS).changed(actor.platform, actor.saves, actor.person)
    _tell(actor.platform, actor.tx, actor.person)
    return DutyBegun(shift=shift, unit=unit, crew=call_sign, since=since, until=until)


@action(needs="duty.use", offline=True)
async def end_duty(actor: Actor) -> DutyEnded:
    """Be on duty no more."""
    await actor.hold(SHIFT, actor.person)
    since = await store.end(actor.tx, actor.person, at=actor.at)
    if since is None:
        raise NotOnDuty
    actor.gone(SHIFT, actor.person)
    await actor.platform.service(SHIFTS).changed(actor.platform, actor.saves, actor.person)
    _tell(actor.platform, actor.tx, actor.person)
    return DutyEnded(since=since, at=actor.at)


async def end_overdue(platform: Platform) -> None:
    """End the shifts whose time is over, in every organisation, each with its entry in the log."""
    async with platform.database.unscoped(readonly=True) as tx:
        organisations = [entry.id for entry in await directory(tx)]
    for organisation in organisations:
        async with platform.database.transaction(organisation) as tx:
            for person in await store.overdue(tx, at=clock.now()):
                await _end_by_clock(platform, tx, organisation, person)


async def _end_by_clock(platform: Platform, tx: Transaction, organisation: UUID, person: UUID) -> None:
    saves, at = Saves(tx), clock.now()
    await saves.hold(SHIFT, person)
    if await store.end(tx, person, at=at) is None:
        return
    saves.gone(SHIFT, person)
    await platform.service(SHIFTS).changed(platform, saves, person)
    await saves.write(platform.bus)
    what = {"at": at.isoformat(), "by": "clock"}
    entry = LogEvent(organisation_id=organisation, kind="duty.DutyEnded", person_id=person, what=what)
    await platform.log.append(tx, entry)
    _tell(platform, tx, person)


async def _unit_name(actor: Actor, unit: UUID | None) -> str:
    if unit is None:
        return ""
    today = clock.now().astimezone(clock.BRUSSELS).date()
    for one in await units(actor.tx):
        if one.id == unit and one.valid_from <= today and (one.valid_to is None or one.valid_to >= today):
            return name_in(one.names, actor.language)
    raise UnitUnknown


def _tell(platform: Platform, tx: Transaction, person: UUID) -> None:
    tx.after_commit(lambda: who_changed(platform, person))

"""Crews: those on duty under one call sign, what they say, and on which incident they are."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid5

import msgspec

from focus.core import clock
from focus.core.feed import Saves
from focus.core.ids import new_id
from focus.core.organisations.public import directory, module_on, name_in, units
from focus.modules.duty.public import InCrew, in_crews
from focus.modules.incidents import positions, store
from focus.modules.incidents.kinds import CREW
from focus.modules.incidents.records import Crew, CrewState, Incident, Line, Member, OnIt
from focus.modules.incidents.telling import tell
from focus.modules.incidents.turns import ENGAGED, OFF, Word, crew_id, entered, latest, on_it

if TYPE_CHECKING:
    from focus.core.database import Transaction
    from focus.core.gate import Platform
    from focus.modules.incidents.store import Row

_FOUND: Final = "select content::text as content from incidents.crew where id = $1"


async def crew_of(tx: Transaction, crew: UUID) -> Crew | None:
    """A crew on duty."""
    content = await tx.fetchval(_FOUND, crew)
    return msgspec.json.decode(content, type=Crew) if content else None


async def held(saves: Saves, crew: UUID) -> Crew | None:
    """A crew that nobody else changes until the end."""
    await saves.hold(CREW, crew)
    return await crew_of(saves.tx, crew)


async def put(platform: Platform | None, saves: Saves, crew: Crew) -> None:
    """Write a crew, new or held."""
    await saves.hold(CREW, crew.id)
    await saves.tx.execute(
        """insert into incidents.crew (organisation_id, id, call_sign, members, incident_id, content)
           values (focus.must_scope(), $1, $2, $3, $4, $5::text::jsonb)
           on conflict (organisation_id, id) do update set call_sign = excluded.call_sign,
             members = excluded.members, incident_id = excluded.incident_id, content = excluded.content""",
        crew.id, crew.call_sign, [one.person for one in crew.members], crew.incident,
        msgspec.json.encode(crew).decode(),
    )  # fmt: skip
    saves.save(CREW, crew)
    await tell(platform, saves, "crew", crew)


async def say(platform: Platform | None, saves: Saves, row: Row, word: Word) -> bool:
    """A crew enters a state on an incident, by its own word or by the control room's; False: known already.

    Accepting makes it available on the incident it was on. Said of an incident that was closed meanwhile it
    is remembered, and the crew stays free. `row` is held and is written.
    """
    before, row.incident = row.incident, entered(row.incident, word)
    if row.incident == before:
        return False
    row.incident = msgspec.structs.replace(row.incident, changed_at=max(row.incident.changed_at, word.at))
    await _remember(saves, row, word)
    if row.incident.closed_at is not None:
        await free(platform, saves, row, row.incident.closed_at)
    await store.put(platform, saves, row)
    there = await held(saves, word.crew)
    if there is not None:
        await _move(platform, saves, there, row.incident, word.at)
    return True


async def _move(
    platform: Platform | None, saves: Saves, crew: Crew, incident: Incident, at: datetime
) -> None:
    """The crew's own record follows what it last said, on whatever incident."""
    on = on_it(incident, crew.id)
    assert on is not None
    here, now = crew.incident == incident.id, on.state
    if now in ENGAGED and not here and at >= crew.since:
        if crew.incident is not None:
            await leave(platform, saves, crew.incident, crew, at)
        await put(platform, saves, _at(crew, now, incident.id, at))
    elif now in ENGAGED and here:
        await put(platform, saves, _at(crew, now, incident.id, on.times[now]))
    elif now == "assigned" and incident.state == "open" and (here or crew.incident is None):
        await put(platform, saves, _at(crew, now, incident.id, at))
    elif now in OFF and (here or (now == "unavailable" and crew.incident is None)):
        await put(platform, saves, _at(crew, now, None, at))


def _at(crew: Crew, state: CrewState, incident: UUID | None, since: datetime) -> Crew:
    return msgspec.structs.replace(crew, state=state, incident=incident, since=since)


async def leave(platform: Platform | None, saves: Saves, incident: UUID, crew: Crew, at: datetime) -> None:
    """A crew is on an incident no more: there it stands as available.

    Its own record is the caller's to write.
    """
    row = await store.held(saves, incident)
    there = on_it(row.incident, crew.id) if row else None
    if row is None or there is None or there.state in OFF:
        return
    await _off(saves, row, there, at)
    await store.put(platform, saves, row)


async def _off(saves: Saves, row: Row, on: OnIt, at: datetime) -> None:
    word = Word(on.crew, on.call_sign, "available", max(at, latest(on)))
    row.incident = entered(row.incident, word)
    await _remember(saves, row, word)


async def _remember(saves: Saves, row: Row, word: Word) -> None:
    """The history of states, and the line of the timeline."""
    told, incident = clock.now(), row.incident.id
    await saves.tx.execute(
        """insert into incidents.crew_state
             (organisation_id, id, incident_id, crew_id, call_sign, state, at, told_at, person_id)
           values (focus.must_scope(), $1, $2, $3, $4, $5, $6, $7, $8)""",
        new_id(), incident, word.crew, word.call_sign, word.state, word.at, told, word.person,
    )  # fmt: skip
    line = Line(
        id=uuid5(incident, f"{word.crew}/{word.state}/{word.at.isoformat()}"),
        incident=incident,
        kind="crew",
        at=word.at,
        told_at=told,
        author=word.call_sign,
        text=word.state,
    )
    await store.put_line(saves, line, on_phones=row.on_phones, person=word.person)


async def free(platform: Platform | None, saves: Saves, row: Row, at: datetime) -> None:
    """An incident is closed: its crews are available, and those who were on it can be sent elsewhere."""
    for on in row.incident.crews:
        if on.state not in OFF:
            await _off(saves, row, on, at)
        crew = await held(saves, on.crew)
        if crew is not None and crew.incident == row.incident.id:
            await put(platform, saves, _at(crew, "available", None, max(at, crew.since)))


async def follow(platform: Platform, saves: Saves, person: UUID) -> None:
    """Somebody's shift begins, changes or ends: his crews follow, in the same transaction."""
    tx = saves.tx
    if not await module_on(tx, "incidents"):
        return
    await store.lock(tx)
    now = await in_crews(tx)
    was = await tx.fetch("select call_sign from incidents.crew where $1 = any(members)", person)
    signs = {one.crew.casefold() for one in now if one.person == person}
    signs |= {row["call_sign"].casefold() for row in was}
    for sign in sorted(signs):
        await _manned(platform, saves, sign, [one for one in now if one.crew.casefold() == sign])


async def follow_all(platform: Platform) -> None:
    """Each organisation's crews as its shifts are, where the module was just switched on."""
    async with platform.database.unscoped(readonly=True) as tx:
        organisations = [entry.id for entry in await directory(tx)]
    for organisation in organisations:
        async with platform.database.transaction(organisation) as tx:
            if await module_on(tx, "incidents"):
                await store.lock(tx)
                saves = Saves(tx)
                await man(platform, saves)
                await saves.write(platform.bus)


async def man(platform: Platform | None, saves: Saves) -> None:
    """All crews of the organisation as its shifts are. The caller has the lock and writes."""
    now = await in_crews(saves.tx)
    rows = await saves.tx.fetch("select call_sign from incidents.crew")
    signs = {row["call_sign"].casefold() for row in rows} | {one.crew.casefold() for one in now}
    for sign in sorted(signs):
        await _manned(platform, saves, sign, [one for one in now if one.crew.casefold() == sign])


async def _manned(platform: Platform | None, saves: Saves, sign: str, members: list[InCrew]) -> None:
    """A crew has these members; without any it is gone."""
    organisation = saves.tx.organisation
    assert organisation is not None
    crew = await held(saves, crew_id(organisation, sign))
    if members:
        then = await _of(saves.tx, crew, members)
        if crew is not None and then.unit != crew.unit:
            await positions.gone(saves, crew.id)
        if then != crew:
            await put(platform, saves, then)
        return
    if crew is None:
        return
    if crew.incident is not None:
        await leave(platform, saves, crew.incident, crew, clock.now())
    await saves.tx.execute("delete from incidents.crew where id = $1", crew.id)
    saves.gone(CREW, crew.id)
    await positions.gone(saves, crew.id)


async def _of(tx: Transaction, crew: Crew | None, members: list[InCrew]) -> Crew:
    organisation, first = tx.organisation, members[0]
    assert organisation is not None
    unit = next((one.unit for one in members if one.unit), None)
    facts: dict[str, Any] = {
        "call_sign": crew.call_sign if crew else first.crew,
        "unit": unit,
        "unit_name": await _unit_name(tx, unit) if unit else "",
        "members": tuple(Member(one.person, one.name) for one in members),
        "until": max(one.until for one in members),
    }
    if crew is not None:
        return msgspec.structs.replace(crew, **facts)
    since = min(one.since for one in members)
    return Crew(id=crew_id(organisation, first.crew), state="available", since=since, **facts)


async def _unit_name(tx: Transaction, unit: UUID) -> str:
    return next((name_in(one.names, "nl") for one in await units(tx) if one.id == unit), "")

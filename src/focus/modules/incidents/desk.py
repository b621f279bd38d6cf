"""What the desk does: incidents of its own, changes, crews sent and taken off."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

import msgspec

from focus.core import clock
from focus.core.gate import Actor, Event, action
from focus.core.organisations.public import post_of
from focus.modules.incidents import closing, crews, store, waking
from focus.modules.incidents.kinds import INCIDENT
from focus.modules.incidents.messages.kinds import KINDS
from focus.modules.incidents.problems import (
    CrewUnknown,
    IncidentChanged,
    IncidentClosed,
    IncidentKnown,
    IncidentOpen,
    IncidentUnknown,
    KindUnknown,
    NothingChanged,
)
from focus.modules.incidents.records import Incident, Line, Linked, Place, Priority, Text, Title
from focus.modules.incidents.store import Row
from focus.modules.incidents.turns import ENGAGED, Word, on_it

DESK = "desk"


class IncidentOpened(Event, frozen=True):
    """The desk wrote an incident."""

    incident: UUID
    number: str
    kind: str


class IncidentAltered(Event, frozen=True):
    """The desk changed an incident. `fields`: names of what was changed."""

    incident: UUID
    fields: tuple[str, ...]


class CrewAssigned(Event, frozen=True):
    """A crew was sent to an incident."""

    incident: UUID
    crew: UUID


class CrewUnassigned(Event, frozen=True):
    """A crew was taken off an incident."""

    incident: UUID
    crew: UUID


class IncidentReopened(Event, frozen=True):
    """A closed incident runs again."""

    incident: UUID


@action(needs="incidents.dispatch")
async def open_incident(
    actor: Actor,
    *,
    id: UUID,  # noqa: A002
    kind: str,
    title: Title,
    place: Place,
    priority: Priority | None = None,
    text: Text | None = None,
    linked: tuple[Linked, ...] = (),
) -> IncidentOpened:
    """Write an incident; it gets its number here. Raises KindUnknown, IncidentKnown."""
    _known_kind(kind)
    await store.lock(actor.tx)
    if await store.held(actor.saves, id) is not None:
        raise IncidentKnown
    now = clock.now()
    incident = Incident(
        id=id,
        number=await store.next_number(actor.tx, now),
        source=DESK,
        kind=kind,
        title=title.strip(),
        priority=priority,
        state="open",
        opened_at=now,
        changed_at=now,
        place=place,
        linked=linked,
    )
    await store.put(actor.platform, actor.saves, Row(incident))
    if text and text.strip():
        await _said(actor, incident, text.strip())
    return IncidentOpened(incident=id, number=incident.number, kind=kind)


@action(needs="incidents.dispatch")
async def change_incident(
    actor: Actor,
    *,
    incident: UUID,
    version: int = 0,
    kind: str | None = None,
    title: Title | None = None,
    priority: Priority | None = None,
    place: Place | None = None,
    linked: tuple[Linked, ...] | None = None,
) -> IncidentAltered:
    """Change what is given. `version`: the one that was on the screen, 0 for whatever it is now.

    What the control room says anew later goes over it. Raises IncidentUnknown, IncidentClosed,
    IncidentChanged with what somebody made of it meanwhile, KindUnknown, NothingChanged.
    """
    row = await held_open(actor, incident)
    there = (await actor.hold(INCIDENT, incident)).get(incident, 0)
    if version and version != there:
        extra = {"record": f"{INCIDENT.name}/{incident}", "expected": version, "version": there}
        raise IncidentChanged(extra={**extra, "theirs": row.incident})
    if kind is not None:
        _known_kind(kind)
    given: dict[str, Any] = {
        "kind": kind, "title": title, "priority": priority, "place": place, "linked": linked,
    }  # fmt: skip
    said = {
        name: value
        for name, value in given.items()
        if value is not None and value != getattr(row.incident, name)
    }
    if not said:
        raise NothingChanged
    row.incident = msgspec.structs.replace(row.incident, **said, changed_at=clock.now())
    await store.put(actor.platform, actor.saves, row)
    return IncidentAltered(incident=incident, fields=tuple(said))


@action(needs="incidents.dispatch")
async def assign(actor: Actor, *, incident: UUID, crew: UUID) -> CrewAssigned:
    """Send a crew; its phones are woken.

    Raises IncidentUnknown, IncidentClosed, CrewUnknown, NothingChanged.
    """
    row = await held_open(actor, incident)
    there = await crews.held(actor.saves, crew)
    if there is None:
        raise CrewUnknown
    on = on_it(row.incident, crew)
    if on is not None and on.state in ENGAGED | {"assigned"}:
        raise NothingChanged
    await crews.say(
        actor.platform, actor.saves, row, Word(crew, there.call_sign, "assigned", clock.now(), actor.person)
    )
    await waking.wake(actor.platform, actor.tx, incident, there)
    return CrewAssigned(incident=incident, crew=crew)


@action(needs="incidents.dispatch")
async def unassign(actor: Actor, *, incident: UUID, crew: UUID) -> CrewUnassigned:
    """Take a crew off. Raises IncidentUnknown, IncidentClosed, CrewUnknown where it is not on it."""
    row = await held_open(actor, incident)
    on = on_it(row.incident, crew)
    if on is None or on.state not in ENGAGED | {"assigned"}:
        raise CrewUnknown
    at = max(clock.now(), *on.times.values())
    await crews.say(actor.platform, actor.saves, row, Word(crew, on.call_sign, "available", at, actor.person))
    return CrewUnassigned(incident=incident, crew=crew)


@action(needs="incidents.dispatch")
async def reopen(actor: Actor, *, incident: UUID) -> IncidentReopened:
    """Have a closed incident run again. Raises IncidentUnknown, IncidentOpen."""
    row = await held(actor, incident)
    if row.incident.state == "open":
        raise IncidentOpen
    await closing.open_again(actor.platform, actor.saves, row, clock.now())
    return IncidentReopened(incident=incident)


async def held(actor: Actor, incident: UUID) -> Row:
    """An incident that nobody else changes until the end. Raises IncidentUnknown."""
    await store.lock(actor.tx)
    row = await store.held(actor.saves, incident)
    if row is None:
        raise IncidentUnknown
    return row


async def held_open(actor: Actor, incident: UUID) -> Row:
    """The same of one that runs. Raises IncidentClosed too."""
    row = await held(actor, incident)
    if row.incident.state == "closed":
        raise IncidentClosed
    return row


async def name_of(actor: Actor) -> str:
    """The actor's name, as colleagues read it."""
    facts = await post_of(actor.tx, actor.principal.post_id)
    return facts.name if facts else ""


async def _said(actor: Actor, incident: Incident, text: str) -> None:
    line = Line(
        id=uuid5(incident.id, "text"),
        incident=incident.id,
        kind="desk",
        at=incident.opened_at,
        told_at=incident.opened_at,
        author=await name_of(actor),
        text=text,
    )
    await store.put_line(actor.saves, line, on_phones=True, person=actor.person)


def _known_kind(kind: str) -> None:
    if kind not in KINDS:
        raise KindUnknown

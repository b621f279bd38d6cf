"""What crews do, also without network: states, notes, the end."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec

from focus.core import clock
from focus.core.gate import Actor, Event, action
from focus.core.organisations.public import settings_of
from focus.modules.duty.public import crew_at
from focus.modules.incidents import closing, crews, store
from focus.modules.incidents.desk import held, name_of
from focus.modules.incidents.problems import IncidentClosed, NoCrew, NoteKnown, ResultUnknown
from focus.modules.incidents.records import Line, Text
from focus.modules.incidents.settings import IncidentsSettings
from focus.modules.incidents.turns import Word, crew_id

Said = Literal["accepted", "en_route", "on_scene", "available"]
Report = Annotated[str, msgspec.Meta(max_length=4_000)]


class StateTaken(Event, frozen=True):
    """A crew entered a state on an incident."""

    incident: UUID
    crew: UUID
    state: Said
    at: datetime


class NoteWritten(Event, frozen=True):
    """Somebody wrote a note. `late`: the incident was closed by then. Its words stand in the row alone."""

    note: UUID
    incident: UUID
    at: datetime
    late: bool


class IncidentEnded(Event, frozen=True):
    """Somebody closed an incident. `first`: nobody had before."""

    incident: UUID
    result: str
    at: datetime
    first: bool


@action(needs="incidents.act", offline=True)
async def take_state(actor: Actor, *, incident: UUID, state: Said) -> StateTaken:
    """Say how far the own crew is with an incident; one press counts for all its members.

    Accepting another makes the crew available on the first. Raises NoCrew, IncidentUnknown, and
    IncidentClosed for what was done after the end.
    """
    call_sign = await crew_at(actor.tx, actor.person, actor.at)
    if not call_sign:
        raise NoCrew
    row = await held(actor, incident)
    closed_at = row.incident.closed_at
    if closed_at is not None and actor.at >= closed_at and state != "available":
        raise IncidentClosed
    crew = crew_id(actor.organisation, call_sign)
    await crews.say(actor.platform, actor.saves, row, Word(crew, call_sign, state, actor.at, actor.person))
    return StateTaken(incident=incident, crew=crew, state=state, at=actor.at)


@action(needs="incidents.act", offline=True)
async def note(actor: Actor, *, id: UUID, incident: UUID, text: Text) -> NoteWritten:  # noqa: A002
    """Write into the timeline. On an incident that was closed meanwhile it is kept, as late.

    Raises IncidentUnknown, NoteKnown.
    """
    row = await held(actor, incident)
    if await store.line_known(actor.tx, id):
        raise NoteKnown
    late = row.incident.state == "closed"
    line = Line(
        id=id,
        incident=incident,
        kind="note",
        at=actor.at,
        told_at=clock.now(),
        author=await name_of(actor),
        text=text,
        late=late,
    )
    await store.put_line(actor.saves, line, on_phones=row.on_phones, person=actor.person)
    return NoteWritten(note=id, incident=incident, at=actor.at, late=late)


@action(needs="incidents.act", offline=True)
async def close(actor: Actor, *, incident: UUID, result: str, text: Report = "") -> IncidentEnded:
    """Close an incident and free its crews. Closed before: the first end stays, this becomes a line.

    Raises IncidentUnknown, ResultUnknown.
    """
    settings = await settings_of(actor.tx, "incidents", IncidentsSettings)
    if result not in settings.results:
        raise ResultUnknown
    row = await held(actor, incident)
    first = await closing.close(
        actor.platform,
        actor.saves,
        row,
        result=result,
        text=text,
        at=actor.at,
        author=await name_of(actor),
        person=actor.person,
    )
    return IncidentEnded(incident=incident, result=result, at=actor.at, first=first)

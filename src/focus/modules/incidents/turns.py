"""What a crew's word makes of an incident. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import Final, NamedTuple, get_args
from uuid import UUID, uuid5

import msgspec

from focus.modules.incidents.records import CrewState, Incident, OnIt

_RANK: Final = {state: at for at, state in enumerate(get_args(CrewState))}
ENGAGED: Final = frozenset({"accepted", "en_route", "on_scene"})
"""A crew in one of these is on the incident, and on no other."""
OFF: Final = frozenset({"available", "unavailable"})


class Word(NamedTuple):
    """A crew enters a state."""

    crew: UUID
    call_sign: str
    state: CrewState
    at: datetime
    person: UUID | None = None
    """Who said it; None: the control room, or it follows from something else."""


def crew_id(organisation: UUID, call_sign: str) -> UUID:
    """The same on every day, however the call sign is written."""
    return uuid5(organisation, "crew/" + call_sign.casefold())


def on_it(incident: Incident, crew: UUID) -> OnIt | None:
    """The crew on this incident, one that left it too."""
    return next((one for one in incident.crews if one.crew == crew), None)


def latest(crew: OnIt) -> datetime:
    """When it last said something."""
    return max(crew.times.values())


def entered(incident: Incident, word: Word) -> Incident:
    """The incident after a crew entered a state, told in whatever order.

    The earliest who says a state gives it its time. What is told late fills in a time and changes no state. A
    crew that comes back to a state after another one gets a new time for it.
    """
    crew, call_sign, state, at, _ = word
    there = on_it(incident, crew)
    if there is None:
        made = OnIt(crew=crew, call_sign=call_sign, state=state, times={state: at})
        return msgspec.structs.replace(incident, crews=(*incident.crews, made))
    times = dict(there.times)
    newer = (at, _RANK[state]) > (latest(there), _RANK[there.state])
    if newer and state != there.state:
        times[state] = at
    else:
        times[state] = min(at, times.get(state, at))
    then = msgspec.structs.replace(there, state=state if newer else there.state, times=times)
    if then == there:
        return incident
    crews = tuple(then if one.crew == crew else one for one in incident.crews)
    return msgspec.structs.replace(incident, crews=crews)

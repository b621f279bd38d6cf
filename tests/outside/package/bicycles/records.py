"""What is kept of a bicycle, and what is said when it is brought in."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from focus.core.errors import Problem
from focus.core.gate import Event


class BicycleFound(Event, frozen=True):
    """A bicycle stands at the station."""

    bicycle: UUID
    frame: str


class BicycleHandedBack(Event, frozen=True):
    """A bicycle is with its owner again."""

    bicycle: UUID


class NotHere(Problem):
    """No such bicycle stands here."""

    code = "bicycles.not_here"
    status = 404


class AlreadyHere(Problem):
    """This frame number was brought in before."""

    code = "bicycles.already_here"
    status = 409


class Bicycle(msgspec.Struct, frozen=True):
    """One bicycle as it is shown."""

    id: UUID
    frame: str
    place: str
    found_at: datetime
    labelled: bool

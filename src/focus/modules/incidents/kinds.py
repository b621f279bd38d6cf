"""The records of incidents, and who may hold them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final
from uuid import UUID

from focus.core.registry import Synced
from focus.modules.incidents.records import Caller, Crew, Incident, Line, Position

LIVE: Final = "incidents:live"
"""Those who may read incidents and are on duty, and the desk."""
BOARD: Final = "incidents:board"
"""The desk: shift leaders and dispatchers."""
_SHIFT: Final = timedelta(hours=12)


def _live(_: Incident | Line | Caller | Crew) -> Iterable[str]:
    return (LIVE, BOARD)


def near(unit: UUID) -> str:
    """Those on duty in a unit. Not the unit's own bucket: off duty nobody sees where colleagues are."""
    return f"incidents:unit:{unit}"


def _near(position: Position) -> Iterable[str]:
    return (BOARD, *([near(position.unit)] if position.unit else []))


READ: Final = "incidents.read"
INCIDENT: Final = Synced("incidents.incident", Incident, buckets=_live, needs=READ, offline=_SHIFT)
LINE: Final = Synced("incidents.line", Line, buckets=_live, needs=READ, offline=_SHIFT)
CALLER: Final = Synced("incidents.caller", Caller, buckets=_live, needs="incidents.caller", offline=_SHIFT)
CREW: Final = Synced("incidents.crew", Crew, buckets=_live, needs=READ, offline=_SHIFT)
POSITION: Final = Synced(
    "incidents.position", Position, buckets=_near, needs=READ, offline=timedelta(hours=1)
)

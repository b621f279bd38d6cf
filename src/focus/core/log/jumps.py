"""Jumps of the clock: the log keeps the times that it was given, and says where they stop being in order."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from focus.core import clock
from focus.core.log.events import LogEvent

logger = logging.getLogger("focus.log")

KIND: Final = "log.ClockJumped"
LEAST_S: Final = 1.0
"""A smaller step is not told: clocks are set right by milliseconds all day."""
_KEPT: Final = 16


class Jumps:
    """What each organisation's log is still to be told, in one process."""

    def __init__(self) -> None:
        self._offset = clock.offset()
        self._seen: list[dict[str, Any]] = []
        self._told: dict[UUID, int] = {}
        self._ahead: dict[UUID, datetime] = {}

    def ahead(self, newest: Iterable[tuple[UUID, datetime]]) -> None:
        """Organisations whose newest entry, of before this process began, lies in the future."""
        self._ahead = dict(newest)
        if self._ahead:
            logger.error("The log has entries of the future: the clock was set back.")

    def due(self, organisation: UUID) -> list[LogEvent]:
        """Entries that must stand before the organisation's next one. Given once: see `again`."""
        self._look()
        told = self._told.get(organisation, 0)
        self._told[organisation] = len(self._seen)
        facts = self._seen[told:][-_KEPT:]
        newest = self._ahead.pop(organisation, None)
        if newest is not None and newest > clock.now():
            facts = [{"seen": "start", "newest": newest.isoformat()}, *facts]
        return [LogEvent(organisation_id=organisation, kind=KIND, what=what) for what in facts]

    def again(self, organisation: UUID, events: list[LogEvent]) -> None:
        """These could not be written: they are still due."""
        missing = sum("by_ms" in event.what for event in events)
        self._told[organisation] = max(0, self._told.get(organisation, 0) - missing)
        for event in events:
            if "newest" in event.what:
                self._ahead[organisation] = datetime.fromisoformat(event.what["newest"])

    def _look(self) -> None:
        offset = clock.offset()
        by = offset - self._offset
        self._offset = offset
        if abs(by) > LEAST_S:
            logger.error("The clock of this server jumped by %.1f s.", by)
            self._seen.append({"seen": "running", "by_ms": round(by * 1000)})

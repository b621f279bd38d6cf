"""The lookups in hand in this process: joined while they run, kept a while for retry and split."""

from __future__ import annotations

import time
from collections import OrderedDict
from uuid import UUID

from focus.core.gate import Principal
from focus.modules.search.lookups.problems import LookupGone
from focus.modules.search.lookups.running import Running

KEPT_S = 15 * 60
"""After this a finished lookup is forgotten: what it showed lives in no store of ours."""
KEPT_EACH = 12
"""Finished lookups kept for one session."""
KEPT_ALL = 2_000


class InHand:
    """Finds a lookup again, only for the session that asked it."""

    def __init__(self) -> None:
        self._by_id: OrderedDict[UUID, Running] = OrderedDict()
        self._running: dict[tuple[object, ...], Running] = {}

    def add(self, lookup: Running) -> None:
        """Keep a lookup that begins."""
        self._forget_old(lookup.principal.session_id)
        self._by_id[lookup.id] = lookup
        self._running[lookup.sameness] = lookup

    def same(self, lookup: UUID, sameness: tuple[object, ...], principal: Principal) -> Running | None:
        """The running lookup that a second tap or a second tab means."""
        found = self._by_id.get(lookup) or self._running.get(sameness)
        if found and found.running and found.principal.session_id == principal.session_id:
            return found
        return None

    def find(self, lookup: UUID, principal: Principal) -> Running:
        """A lookup of this session; raises `LookupGone`."""
        found = self._by_id.get(lookup)
        if found is None or found.principal.session_id != principal.session_id:
            raise LookupGone
        return found

    def finished(self, lookup: Running) -> None:
        """It no longer runs, so nobody joins it."""
        if self._running.get(lookup.sameness) is lookup:
            del self._running[lookup.sameness]

    def drop(self, lookup: Running) -> None:
        """Forget one that never began."""
        self._by_id.pop(lookup.id, None)
        self.finished(lookup)

    def forget_session(self, session: UUID) -> None:
        """A session ended or locked: what it looked up is forgotten, what runs is stopped."""
        for lookup in [one for one in self._by_id.values() if one.principal.session_id == session]:
            lookup.stop("left")
            self.drop(lookup)

    def all(self) -> list[Running]:
        """Every lookup in hand."""
        return list(self._by_id.values())

    def _forget_old(self, session: UUID) -> None:
        now = time.monotonic()
        finished = [one for one in self._by_id.values() if not one.running]
        mine = [one for one in finished if one.principal.session_id == session]
        too_many = mine[: max(0, len(mine) - KEPT_EACH + 1)]
        for lookup in finished:
            aged = now - lookup.opened_at > KEPT_S
            if aged or lookup in too_many or len(self._by_id) >= KEPT_ALL:
                self.drop(lookup)

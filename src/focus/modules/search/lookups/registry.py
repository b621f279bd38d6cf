"""The lookups in hand in this process: joined while they run, kept a while for retry and split."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Iterator
from uuid import UUID

from focus.core.gate import Principal
from focus.modules.search.lookups.problems import AlreadyAnswered, LookupGone
from focus.modules.search.lookups.run import LookupRun

KEPT_S = 15 * 60
"""After this a finished lookup is forgotten: what it showed lives in no store of ours."""
KEPT_EACH = 12
"""Finished lookups kept for one session."""
KEPT_ALL = 2_000


class LookupRegistry:
    """Finds a lookup again, only for the session that asked it."""

    def __init__(self, *, kept_s: float = KEPT_S) -> None:
        self._kept_s = kept_s
        self._sessions: dict[UUID, dict[UUID, LookupRun]] = {}
        self._running: dict[tuple[object, ...], LookupRun] = {}
        self._finished: OrderedDict[LookupRun, asyncio.TimerHandle] = OrderedDict()

    def add(self, lookup: LookupRun) -> None:
        """Keep a lookup that begins."""
        self._know(lookup, lookup.id)
        self._running[lookup.sameness] = lookup

    def join(self, lookup: UUID, sameness: tuple[object, ...], principal: Principal) -> LookupRun | None:
        """The running lookup that a second tap or a second tab means; from then on found by both ids.

        Raises `AlreadyAnswered` when this session used the id for another question, or it has ended.
        """
        known = self._sessions.get(principal.session_id, {}).get(lookup)
        same = self._running.get(sameness)
        if same is not None and (same.ending or not same.running):
            same = None
        if known is not None and known is not same:
            raise AlreadyAnswered
        if same is None:
            return None
        self._know(same, lookup)
        return same

    def find(self, lookup: UUID, principal: Principal) -> LookupRun:
        """A lookup of this session; raises `LookupGone`."""
        found = self._sessions.get(principal.session_id, {}).get(lookup)
        if found is None or not found.opening.done():
            raise LookupGone
        return found

    def again(self, lookup: LookupRun) -> None:
        """A finished one is asked again."""
        timer = self._finished.pop(lookup, None)
        if timer:
            timer.cancel()

    def finished(self, lookup: LookupRun) -> None:
        """It no longer runs, so nobody joins it; it is kept for a while, with the session's last ones."""
        if self._running.get(lookup.sameness) is lookup:
            del self._running[lookup.sameness]
        mine = self._sessions.get(lookup.principal.session_id, {})
        if mine.get(lookup.id) is not lookup:
            return
        self.again(lookup)
        self._finished[lookup] = asyncio.get_running_loop().call_later(self._kept_s, self.drop, lookup)
        ended = [one for id_, one in mine.items() if one in self._finished and id_ == one.id]
        for old in ended[:-KEPT_EACH]:
            self.drop(old)
        while len(self._finished) > KEPT_ALL:
            self.drop(next(iter(self._finished)))

    def drop(self, lookup: LookupRun) -> None:
        """Forget one."""
        self.again(lookup)
        if self._running.get(lookup.sameness) is lookup:
            del self._running[lookup.sameness]
        session = lookup.principal.session_id
        mine = self._sessions.get(session, {})
        for id_ in lookup.known_as:
            if mine.get(id_) is lookup:
                del mine[id_]
        if not mine:
            self._sessions.pop(session, None)

    def forget_session(self, session: UUID) -> None:
        """A session ended or locked: what it looked up is forgotten, what runs is stopped."""
        for lookup in set(self._sessions.get(session, {}).values()):
            lookup.forget()
            self.drop(lookup)

    def sessions(self, key: str) -> list[UUID]:
        """Sessions with lookups in hand that are, or are on the device, named by `key`; `*`: all."""
        return [
            session
            for session, lookups in self._sessions.items()
            if key in {"*", str(session)}
            or any(str(one.principal.device_id) == key for one in lookups.values())
        ]

    def __iter__(self) -> Iterator[LookupRun]:
        """Every lookup in hand, once."""
        return iter({one for lookups in self._sessions.values() for one in lookups.values()})

    def _know(self, lookup: LookupRun, id_: UUID) -> None:
        lookup.known_as.add(id_)
        self._sessions.setdefault(lookup.principal.session_id, {})[id_] = lookup

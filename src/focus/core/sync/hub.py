"""Phones that listen: each hears that it should look again, and nothing else. SPEC.md S9, S14, S15.

A wake-up reaches thousands within a tenth of a second, so nothing is awaited for one phone: `send` is stepped
once, and a phone whose line is full is let go; it comes again and pulls.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from focus.core import clock
from focus.core.feed import TOPIC
from focus.core.gate import Service
from focus.core.identity.public import TOPIC as SESSIONS
from focus.core.sync.buckets import WHO, buckets_of

if TYPE_CHECKING:
    from focus.core.gate import Platform, Principal

log = logging.getLogger(__name__)

COALESCE_S: Final = 0.01
SPREAD_FROM: Final = 200
"""From so many phones on they are told to look one after the other."""
PER_PHONE_MS: Final = 4
"""What one pull costs, about: over so long are they spread."""
_START: Final = {
    "type": "http.response.start",
    "status": 200,
    "headers": [
        (b"content-type", b"text/event-stream"),
        (b"cache-control", b"no-store"),
        (b"x-accel-buffering", b"no"),
    ],
}
_BEAT: Final = b": here\n\n"

Send = Callable[[Any], Awaitable[None]]
Receive = Callable[[], Awaitable[Any]]


@dataclass(slots=True, eq=False)
class Listener:
    """One phone's open stream."""

    principal: Principal
    send: Send
    keys: frozenset[str] = frozenset()
    """`<organisation> <bucket>` of each of its buckets."""

    def say(self, octets: bytes, *, last: bool = False) -> bool:
        """Write without waiting; whether it was taken."""
        step = self.send({"type": "http.response.body", "body": octets, "more_body": not last})
        try:
            step.send(None)  # type: ignore[attr-defined]
        except StopIteration:
            return True
        except Exception:
            return False
        step.close()  # type: ignore[attr-defined]
        return False


@dataclass(slots=True)
class Hub:
    """All streams of this process."""

    platform: Platform
    _by_key: dict[str, set[Listener]] = field(default_factory=lambda: defaultdict(set))
    _all: set[Listener] = field(default_factory=set)
    _woken: set[str] = field(default_factory=set)
    _timer: asyncio.TimerHandle | None = None
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    closing: bool = False

    def start(self) -> None:
        """Hear what changes."""
        bus = self.platform.bus
        bus.subscribe(TOPIC, self._wake)
        bus.subscribe(WHO, lambda key: self._later(self._refile(key)))
        bus.subscribe("organisations", lambda key: self._later(self._refile(key)))
        bus.subscribe(SESSIONS, lambda key: self._later(self._check(key)))

    async def close(self) -> None:
        """Let everybody go."""
        self.closing = True
        for listener in list(self._all):
            self.end(listener)
        for task in self._tasks:
            task.cancel()

    async def serve(self, principal: Principal, receive: Receive, send: Send) -> None:
        """Hold one phone's stream until it, its session or the server ends."""
        listener = Listener(principal, send)
        await send(_START)
        # First filed, then told to look: what changes in between is not missed.
        await self._file(listener)
        listener.say(_look(0))
        try:
            if not self.closing:
                while (await receive())["type"] != "http.disconnect":
                    pass
        finally:
            self._forget(listener)

    def end(self, listener: Listener) -> None:
        """The stream is over; the phone hears why when it comes again."""
        self._forget(listener)
        listener.say(b"", last=True)

    async def beat(self) -> None:
        """Say that the line stands, and end the streams whose session is over."""
        await self._end_over(self._all)
        for number, listener in enumerate(list(self._all)):
            if not listener.say(_BEAT):
                self._forget(listener)
            if number % 500 == 499:
                await asyncio.sleep(0)

    def __len__(self) -> int:
        return len(self._all)

    def _wake(self, key: str) -> None:
        self._woken.add(key)
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(COALESCE_S, self._tell)

    def _tell(self) -> None:
        woken, self._woken, self._timer = self._woken, set(), None
        if "*" in woken:
            found = set(self._all)
        else:
            found = set[Listener]().union(*(self._by_key.get(key, ()) for key in woken))
        octets = _look(len(found) * PER_PHONE_MS if len(found) > SPREAD_FROM else 0)
        for listener in found:
            if not listener.say(octets):
                self._forget(listener)

    async def _file(self, listener: Listener) -> None:
        who = listener.principal
        reading = self.platform.database.reading(who.organisation_id)
        mine = await buckets_of(self.platform, reading, who)
        self._unfile(listener)
        listener.keys = frozenset(f"{who.organisation_id} {bucket}" for bucket in mine)
        self._all.add(listener)
        for key in listener.keys:
            self._by_key[key].add(listener)

    def _unfile(self, listener: Listener) -> None:
        for key in listener.keys:
            those = self._by_key[key]
            those.discard(listener)
            if not those:
                del self._by_key[key]

    def _forget(self, listener: Listener) -> None:
        self._all.discard(listener)
        self._unfile(listener)
        listener.keys = frozenset()

    async def _refile(self, key: str) -> None:
        """Somebody's buckets may be others: file anew, and let him look."""
        for listener in list(self._all):
            who = listener.principal
            if key in ("*", str(who.person_id), str(who.organisation_id)):
                await self._file(listener)
                if not listener.say(_look(0)):
                    self._forget(listener)

    async def _check(self, key: str) -> None:
        """A session or a device changed: whoever's is over hears nothing more."""
        await self._end_over(
            one
            for one in self._all
            if key in ("*", str(one.principal.session_id), str(one.principal.device_id))
        )

    async def _end_over(self, listeners: Iterable[Listener]) -> None:
        asked = list(listeners)
        if not asked:
            return
        still = await self._open([one.principal.session_id for one in asked])
        for listener in asked:
            if listener.principal.session_id not in still:
                self.end(listener)

    async def _open(self, sessions: list[UUID]) -> set[UUID]:
        async with self.platform.database.unscoped(readonly=True) as tx:
            rows = await tx.fetch(
                "select id from unnest($1::uuid[]) as id where identity.session_open(id, $2)",
                sessions,
                clock.now(),
            )
        return {row["id"] for row in rows}

    def _later(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(self._guarded(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, work: Awaitable[None]) -> None:
        try:
            await work
        except Exception as failure:
            log.warning("a stream was not looked after: %s", type(failure).__qualname__)


def _look(spread_ms: int) -> bytes:
    """Look again, each phone at a moment of its own within so many milliseconds."""
    return f"event: look\ndata: {spread_ms}\n\n".encode()


HUB = Service("sync", Hub)

"""One TAK client that is connected: what it is told, and what it says."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID, uuid5

import asyncpg

from focus.core import clock
from focus.core.errors import Problem
from focus.core.feed import RecordStale, Saves
from focus.modules.incidents.public import Incident, Position, count_of, crew_called, place
from focus.modules.tak.picture import Picture, both_on
from focus.modules.tak.reading import PING, Cutter, Told, Unreadable, read
from focus.modules.tak.writing import delete_event, incident_event, pong_event, position_event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from focus.core.database import Transaction
    from focus.core.gate import Platform

ANEW: Final = timedelta(minutes=5)
"""After so long everything is told once more: clients forget what has gone stale."""
COALESCE_S: Final = 0.2
PATIENCE_S: Final = 20.0
"""A client that takes nothing for so long is cut off."""
PIECE: Final = 64 * 1024
MINUTE_S: Final = 60.0
FAULTS: Final = 20
"""So many events in a row that cannot be read, and it is cut off."""
TRIES: Final = 3
EVERY_S: Final = 1.0
"""Of one thing that a client tells of, no more often than this is taken in."""
KNOWN_M: Final = 50.0
"""Where a client does not say how exact it is."""
MOST_THINGS: Final = 500
"""So many things one client has on the map at once; of more it is not heard until some are gone."""
REMEMBERED: Final = 1_000
"""Things of which is kept when they were last heard."""
LEAVE_S: Final = 2.0
GATEWAY: Final = UUID(int=1)
"""The client without a certificate, on this machine."""


class Ended(Exception):
    """It may not be in any more."""


@dataclass(frozen=True)
class Client:
    """Who it is, by its certificate."""

    organisation: UUID
    id: UUID
    name: str
    unit: UUID | None

    @property
    def source(self) -> str:
        """How what it tells of is called here."""
        return f"TAK {self.name}"


@dataclass(eq=False)
class Link:
    """Its connection."""

    platform: Platform
    client: Client
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    picture: Picture
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _crews: set[UUID] = field(default_factory=set)
    """For which it spoke: it is not told of them."""
    _told: dict[str, datetime | None] = field(default_factory=dict)
    """By uid of when what it was told last is."""
    _heard: dict[UUID, float] = field(default_factory=dict)
    """When each thing that it tells of was last taken in, by the loop's clock."""
    _counts: dict[str, int] = field(default_factory=lambda: {"taken": 0, "left_out": 0, "unreadable": 0})
    _fault: str = ""

    async def run(self) -> None:
        """Until it goes, or is cut off."""
        work = [asyncio.create_task(self._tell()), asyncio.create_task(self._hear())]
        try:
            await asyncio.wait(work, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in work:
                task.cancel()
            for task in work:
                with suppress(asyncio.CancelledError, OSError, TimeoutError, Ended):
                    await task
            await self._remember()
            await self._leave()

    def wake(self) -> None:
        """Something may be new."""
        self._woken.set()

    def cut(self) -> None:
        """It may not stay."""
        self.writer.transport.abort()

    async def _leave(self) -> None:
        """What was written still goes out; one that does not take it keeps nothing open here."""
        self.writer.close()
        try:
            async with asyncio.timeout(LEAVE_S):
                await self.writer.wait_closed()
        except OSError:
            self.writer.transport.abort()

    async def _tell(self) -> None:
        anew = clock.now() + ANEW
        while True:
            self._woken.clear()
            if clock.now() >= anew:
                self._told, anew = dict.fromkeys(self._told), clock.now() + ANEW
            await self._write(await self._news())
            await self._remember()
            try:
                await asyncio.wait_for(self._woken.wait(), MINUTE_S)
            except TimeoutError:
                async with self.platform.database.transaction(self.client.organisation, readonly=True) as tx:
                    await self._admitted(tx)
            await asyncio.sleep(COALESCE_S)

    async def _news(self) -> list[bytes]:
        """Events that differ from what it was told, and deletions of what is there no more."""
        return self.differs(*await self.picture.now(), clock.now())

    def differs(
        self, positions: Sequence[Position], incidents: Sequence[Incident], now: datetime
    ) -> list[bytes]:
        """Events of what is new to it; from then on it knows."""
        there: dict[str, datetime | None] = {}
        news = []
        for position in positions:
            if position.source != self.client.source and position.id not in self._crews:
                uid = position.id.hex
                there[uid] = position.at
                if self._told.get(uid) != position.at:
                    news.append(position_event(position))
        for incident in incidents:
            uid, event = incident.id.hex, None
            known = self._told.get(uid) == incident.changed_at
            if known or (event := incident_event(incident, now)):
                there[uid] = incident.changed_at
            if event:
                news.append(event)
        news += [delete_event(uid, now) for uid in self._told.keys() - there.keys()]
        self._told = there
        return news

    async def _write(self, events: list[bytes]) -> None:
        for event in events:
            self.writer.write(event + b"\n")
        async with asyncio.timeout(PATIENCE_S):
            await self.writer.drain()

    async def _hear(self) -> None:
        cutter, faults = Cutter(), 0
        while octets := await self.reader.read(PIECE):
            try:
                events = cutter.feed(octets)
            except Unreadable as problem:
                self._count("unreadable", str(problem))
                return
            for event in events:
                faults = 0 if await self._understood(event) else faults + 1
                if faults >= FAULTS:
                    return

    async def _understood(self, event: bytes) -> bool:
        try:
            await self._take(read(event))
        except Unreadable as problem:
            self._count("unreadable", str(problem))
            return False
        except Problem as problem:  # from the future, or a place that is none
            self._count("unreadable", problem.code)
            return False
        return True

    async def _take(self, told: Told) -> None:
        """A friend's position is shown; the rest means nothing here and is counted."""
        if told.kind == PING:
            await self._write([pong_event(clock.now())])
            return
        if not told.is_friend or not told.call_sign:
            self._count("left_out")
            return
        key = uuid5(self.client.organisation, f"tak/{self.client.id}/{told.uid}")
        at = asyncio.get_running_loop().time()
        if at - self._heard.get(key, -EVERY_S) < EVERY_S:
            self._count("left_out")
            return
        if len(self._heard) >= REMEMBERED:
            self._heard = {one: last for one, last in self._heard.items() if at - last < EVERY_S}
        if len(self._heard) < REMEMBERED:
            self._heard[key] = at
        await self._place(key, told)

    async def _place(self, key: UUID, told: Told) -> None:
        """Begun anew where two connections of this client tell of the same thing at once."""
        for turn in range(TRIES):
            try:
                self._count(*await self._placed(key, told))
            except (asyncpg.DeadlockDetectedError, RecordStale):
                if turn == TRIES - 1:
                    raise
            else:
                return

    async def _placed(self, key: UUID, told: Told) -> tuple[str, str]:
        """What is counted of it, and why it was not shown."""
        async with self.platform.database.transaction(self.client.organisation) as tx:
            await self._admitted(tx)
            if not await both_on(tx):
                return "left_out", "module_off"
            if await count_of(tx, self.client.source, but=key) >= MOST_THINGS:
                return "left_out", "too_many_things"
            saves = Saves(tx)
            await place(
                self.platform, saves, **await self._whose(tx, key, told), at=told.at,
                longitude=told.longitude, latitude=told.latitude, within_m=told.within_m or KNOWN_M,
                heading=told.heading,
            )  # fmt: skip
            await saves.write(self.platform.bus)
        return "taken", ""

    async def _whose(self, tx: Transaction, key: UUID, told: Told) -> dict[str, Any]:
        """Whose position it is. The gateway on this machine speaks for crews on duty: it hears their cars."""
        crew = await crew_called(tx, told.call_sign) if self.client.id == GATEWAY else None
        if crew is not None:
            self._crews.add(crew.id)
            return {"key": crew.id, "call_sign": crew.call_sign, "unit": crew.unit}
        source = self.client.source
        return {"key": key, "call_sign": told.call_sign, "unit": self.client.unit, "source": source}

    async def _admitted(self, tx: Transaction) -> None:
        """Its certificate may have ended while it was in. Raises Ended."""
        if self.client.id == GATEWAY:
            return
        row = await tx.fetchval(
            "select true from tak.client where id = $1 and ended_at is null and ends_at > $2",
            self.client.id,
            clock.now(),
        )
        if row is None:
            raise Ended

    def _count(self, what: str, fault: str = "") -> None:
        self._counts[what] += 1
        self._fault = fault or self._fault

    async def _remember(self) -> None:
        """Write down how it does."""
        counts, self._counts = self._counts, dict.fromkeys(self._counts, 0)
        if not any(counts.values()):
            return
        async with self.platform.database.transaction(self.client.organisation) as tx:
            await tx.execute(
                """update tak.client set last_at = $2, taken = taken + $3, left_out = left_out + $4,
                     unreadable = unreadable + $5, fault = case when $6 = '' then fault else $6 end
                   where id = $1""",
                self.client.id, clock.now(), counts["taken"], counts["left_out"], counts["unreadable"],
                self._fault[:200],
            )  # fmt: skip

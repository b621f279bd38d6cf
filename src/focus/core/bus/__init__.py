"""Wake-ups: something changed, look again. Never carries personal data, only a topic and a key.

Within a process a callback runs at once. Between processes the wake-up goes by PostgreSQL NOTIFY on a
connection of its own, after the commit and coalesced over 20 ms: a NOTIFY inside a business transaction
takes one lock for the whole cluster at commit.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import asyncpg

if TYPE_CHECKING:
    from focus.core.database import Database

log = logging.getLogger(__name__)

CHANNEL = "focus_wake"
COALESCE_S = 0.02
RECONNECT_S = 1.0
MAX_BYTES = 7_500
"""PostgreSQL refuses a payload of 8,000 bytes."""

Callback = Callable[[str], None]


class Bus:
    """Publishes and receives wake-ups; heals by itself when the database comes back."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._subscribers: dict[str, list[Callback]] = defaultdict(list)
        self._waiting: set[tuple[str, str]] = set()
        self._awake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._me = os.urandom(6).hex()

    def subscribe(self, topic: str, callback: Callback) -> None:
        """Call back with the key of every wake-up under a topic; with `*` after a gap in listening."""
        self._subscribers[topic].append(callback)

    def publish(self, topic: str, key: str) -> None:
        """Wake this process now and the others within about 20 ms. Call it after the commit."""
        self._deliver(topic, key)
        self._waiting.add((topic, key))
        self._awake.set()

    async def start(self) -> None:
        """Begin to listen and to send."""
        self._task = asyncio.create_task(self._supervise(), name="bus")

    async def stop(self) -> None:
        """Stop both."""
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    def _deliver(self, topic: str, key: str) -> None:
        for callback in self._subscribers[topic]:
            try:
                callback(key)
            except Exception:
                log.exception("a subscriber of %s failed", topic)

    async def _supervise(self) -> None:
        first = True
        while True:
            try:
                await self._run(missed=not first)
            except asyncio.CancelledError:
                raise
            except Exception as reason:
                log.warning("bus: connection lost (%s)", type(reason).__name__)
            first = False
            await asyncio.sleep(RECONNECT_S)

    async def _run(self, *, missed: bool) -> None:
        connection = await self._database.direct()
        try:
            await connection.add_listener(CHANNEL, self._receive)
            if missed:
                for topic in list(self._subscribers):
                    self._deliver(topic, "*")
            while True:
                # Not `wait_for`: on Python 3.11 it swallows a cancellation that meets the event.
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(5):
                        await self._awake.wait()
                await asyncio.sleep(COALESCE_S)
                self._awake.clear()
                await self._send(connection)
        finally:
            with contextlib.suppress(Exception):
                await connection.close(timeout=1)

    async def _send(self, connection: asyncpg.Connection) -> None:
        waiting, self._waiting = self._waiting, set()
        try:
            lines = [f"{topic} {key}" for topic, key in waiting]
            if not lines:
                await connection.execute("select 1")
            while lines:
                payload, size = [self._me], len(self._me)
                while lines and size + len(lines[-1]) + 1 < MAX_BYTES:
                    size += len(lines[-1]) + 1
                    payload.append(lines.pop())
                await connection.execute("select pg_notify($1, $2)", CHANNEL, "\n".join(payload))
        except BaseException:
            self._waiting |= waiting
            raise

    def _receive(self, _connection: Any, _pid: int, _channel: str, payload: str) -> None:
        sender, *lines = payload.split("\n")
        if sender == self._me:
            return
        for line in lines:
            topic, _, key = line.partition(" ")
            self._deliver(topic, key)

"""A server inside the test's own process: real HTTP in front, the platform within reach behind."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import aiohttp
import asyncpg
import msgspec
import uvicorn

from focus.core import clock
from focus.core.gate import Platform, Principal, Settings
from focus.core.gate.module import module as gate
from focus.core.ids import new_id
from focus.core.log import LogEvent
from focus.core.log.module import module as log
from focus.core.registry import Module
from focus.core.registry.registry import Registry, arrange
from focus.server.app import create
from focus.server.connection import Connection
from focus.server.running import streams
from tests.support.cluster import fresh_database
from tests.support.demo import TOKEN
from tests.support.device import Answer, kept_briefly
from tests.support.doorman.module import HEADER
from tests.support.doorman.module import module as doorman
from tests.support.lockers.module import module as lockers


def small_registry(*more: Module) -> Registry:
    """Gate, log, a doorman in place of identity, the lockers, and whatever else a test declares."""
    return arrange(
        [
            replace(gate, package="focus.core.gate"),
            replace(log, package="focus.core.log"),
            replace(doorman, package="tests.support.doorman"),
            replace(lockers, package="tests.support.lockers"),
            *more,
        ]
    )


@dataclass
class Station:
    """A running server, its platform, and a connection that passes every policy."""

    base: str
    platform: Platform
    owner: asyncpg.Connection
    http: aiohttp.ClientSession
    server: uvicorn.Server

    async def ask(
        self, method: str, path: str, content: Any = None, *, who: Principal | None = None, **headers: str
    ) -> Answer:
        """One request as the doorman's principal; header names with `_` for `-`."""
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if who is not None:
            sent[HEADER] = msgspec.json.encode(who).decode()
        body = content if content is None or isinstance(content, bytes) else msgspec.json.encode(content)
        async with self.http.request(method, self.base + path, data=body, headers=sent) as answer:
            raw = await answer.read()
            kind = answer.headers.get("content-type", "")
            decoded = msgspec.json.decode(raw) if raw and "json" in kind and "ndjson" not in kind else raw
            return Answer(answer.status, decoded, {k.lower(): v for k, v in answer.headers.items()})

    async def events(self, organisation: UUID, *kinds: str) -> list[LogEvent]:
        """The organisation's log, the newest first."""
        async with self.platform.database.transaction(organisation) as tx:
            return await self.platform.log.events_of(tx, kinds=kinds, limit=500)

    @asynccontextmanager
    async def without_log(self) -> AsyncIterator[None]:
        """Nobody may write to the log within: its table refuses the platform."""
        await self.owner.execute("revoke insert on log.event from focus_app")
        try:
            yield
        finally:
            await self.owner.execute("grant insert on log.event to focus_app")

    @asynccontextmanager
    async def log_held(self) -> AsyncIterator[Callable[[], Awaitable[bool]]]:
        """No entry is committed within: it waits. What is given says whether one waits by now."""
        waits = "select exists (select from pg_locks where relation = 'log.event'::regclass and not granted)"
        holding = self.owner.transaction()
        await holding.start()
        try:
            await self.owner.execute("lock table log.event in share mode")

            async def being_written() -> bool:
                return bool(await self.owner.fetchval(waits))

            yield being_written
        finally:
            await holding.rollback()


def somebody(*permissions: str, organisation: UUID | None = None, **changed: Any) -> Principal:
    """A principal with these permissions, in an organisation of its own unless one is given."""
    principal = Principal(
        session_id=new_id(),
        organisation_id=organisation or new_id(),
        person_id=new_id(),
        post_id=new_id(),
        device_id=new_id(),
        function="officer",
        permissions=frozenset(permissions),
        expires_at=clock.now() + timedelta(hours=1),
    )
    return msgspec.structs.replace(principal, **changed)


class _Quiet(uvicorn.Server):
    """Leaves the test runner's signals alone."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield


@asynccontextmanager
async def station_at(
    home: Path, registry: Registry | None = None, *, demo: bool = False, sources: tuple[Path, ...] = ()
) -> AsyncIterator[Station]:
    """Serve on a free port of loopback, on a database of its own.

    `registry`: the small one unless given; `home`: an empty folder; `sources`: folders of source files.
    """
    modules = registry or small_registry()
    async with fresh_database(home, streams(modules)) as url:
        settings = Settings(
            home=home,
            database_url=url,
            demo=demo,
            demo_token=TOKEN,
            origin="http://localhost:8500",
            variables={
                "FOCUS_SOURCES": os.pathsep.join(map(str, sources)),
                "FOCUS_IDENTITY_SIGN_INS_A_MINUTE": "1000000",
            },
        )
        async with serving(settings, modules) as running:
            yield running


@asynccontextmanager
async def serving(settings: Settings, registry: Registry) -> AsyncIterator[Station]:
    """Serve with exactly these settings, but on a free port."""
    app = create(settings, registry)
    config = uvicorn.Config(
        app,
        host="127.0.0.1",
        port=0,
        loop="none",
        http=Connection,
        lifespan="on",
        access_log=False,
        server_header=False,
        log_config=None,
        timeout_graceful_shutdown=2,
    )
    server = _Quiet(config)
    living = asyncio.create_task(server.serve(), name="station")
    try:
        while not server.started:
            if living.done():
                living.result()
                raise AssertionError("the server did not start")
            await asyncio.sleep(0.01)
        platform: Platform = app.platform
        port = server.servers[0].sockets[0].getsockname()[1]
        owner = await asyncpg.connect(platform.database.url)
        async with aiohttp.ClientSession(connector=kept_briefly()) as http:
            yield Station(f"http://127.0.0.1:{port}", platform, owner, http, server)
        await owner.close()
    finally:
        server.should_exit = True
        with contextlib.suppress(asyncio.CancelledError):
            await living

"""One running world: population, HTTP server, and the SQL sources behind their doors."""

from __future__ import annotations

import asyncio
import os
import signal
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import web

from .directory import Directory
from .other import abroad
from .other.authority import Authority
from .people.finding import Finder
from .registers.all import registers
from .registers.asking import Desk
from .serving.app import conditions_key, make_app
from .serving.faults import Conditions
from .serving.keys import environment, secret
from .sql.proxy import Proxy
from .sql.server import WorldDatabase
from .sql.tables import sql_sources
from .town.register import write_streets
from .world import World


@dataclass
class Running:
    """What a start made: `environment` is what FOCUS needs to find and enter the sources, and its streets.

    `files`: certificates and a key that must lie in FOCUS_HOME/secrets, by name.
    """

    world: World
    url: str
    sql: dict[str, str]
    conditions: Conditions
    environment: dict[str, str]
    seconds: float
    runner: web.AppRunner
    proxies: list[Proxy]
    database: WorldDatabase | None
    directory: Directory
    files: dict[str, str]

    def said(self) -> dict[str, Any]:
        """The line that `serve` prints."""
        return {
            "url": self.url,
            "sql": self.sql,
            "persons": len(self.world.people),
            "sources": len(self.conditions.sources),
            "seconds": round(self.seconds, 2),
            "environment": self.environment,
            "files": self.files,
        }

    async def stop(self) -> None:
        await self.directory.stop()
        for proxy in self.proxies:
            await proxy.stop()
        await self.runner.cleanup()
        if self.database is not None:
            await self.database.stop()


async def start(
    *, persons: int, seed: int, port: int = 0, home: Path | None = None, latency: float = 1.0
) -> Running:
    """Start a world on loopback; without a home there is no SQL."""
    began = time.monotonic()
    world, database = World(seed=seed, persons=persons), None if home is None else WorldDatabase(home)
    ready = asyncio.create_task(database.ensure()) if database is not None else None
    await asyncio.to_thread(world.make_everything)
    conditions = Conditions(seed=seed, scale=latency)
    app = make_app(Desk(world, Finder(world.people)), conditions, registers)
    proxies: list[Proxy] = []
    if database is not None and ready is not None:
        await ready
        await database.fill(world)
        proxies = await _doors(database, app[conditions_key])
    runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port, backlog=1_024)
    await site.start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    authority = Authority(Path(tempfile.mkdtemp(prefix="world-")) if home is None else home / "tls")
    await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=authority.server()).start()
    directory = await _directory(world, conditions)
    elsewhere = {
        "WORLD_TLS_URL": f"https://localhost:{runner.addresses[1][1]}",
        "WORLD_LDAP": f"ldap://127.0.0.1:{directory.port}",
    }
    sql = (
        {}
        if database is None
        else {
            source.variable: database.url(source, proxy.port)
            for source, proxy in zip(sql_sources, proxies, strict=True)
        }
    )
    return Running(
        world,
        url,
        sql,
        conditions,
        {"WORLD_URL": url, **elsewhere, **sql, **environment(), **_streets(world, home)},
        time.monotonic() - began,
        runner,
        proxies,
        database,
        directory,
        authority.files,
    )


def _streets(world: World, home: Path | None) -> dict[str, str]:
    """The address register's streets as a file that the product reads; none without a home."""
    return {} if home is None else {"FOCUS_STREETS": str(write_streets(world.town, home / "streets.csv"))}


async def _directory(world: World, conditions: Conditions) -> Directory:
    condition = conditions.add("town-staff", "Personeel van de gemeenten", transport="ldap", median_ms=40)
    directory = Directory(condition, abroad.staff(world), abroad.reader, secret("WORLD_LDAP"))
    await directory.start()
    return directory


async def _doors(database: WorldDatabase, conditions: Conditions) -> list[Proxy]:
    proxies = []
    for source in sql_sources:
        condition = conditions.add(source.name, source.title, transport="sql", median_ms=source.median_ms)
        proxy = Proxy(condition, conditions, database.socket)
        await proxy.start()
        proxies.append(proxy)
    return proxies


async def until_told_to_end(*, parent: int | None) -> None:
    """Return at SIGTERM or SIGINT, or when the process `parent` is gone."""
    ending = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ending.set)
    ours = parent is not None and os.getppid() == parent
    while not ending.is_set():
        if parent is not None and not _lives(parent, ours=ours):
            return
        try:
            await asyncio.wait_for(ending.wait(), 0.3)
        except TimeoutError:
            continue


def _lives(process: int, *, ours: bool) -> bool:
    """Our own parent is gone as soon as somebody else adopted us; another process when it has no id."""
    if ours:
        return os.getppid() == process
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True

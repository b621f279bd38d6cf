"""Making the platform: open what it stands on, check it, start the modules; and the other way round."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from focus.core.bus import Bus
from focus.core.database import Database, Stream, check_policies, migrate
from focus.core.gate import Platform, Settings
from focus.core.gate.gate import Gate
from focus.core.gate.policy import Policy
from focus.core.jobs import Jobs
from focus.core.jobs.own import STREAM
from focus.core.keys import FileKeyStore
from focus.core.log import Log
from focus.core.registry.registry import Registry, discover
from focus.core.texts import Texts
from focus.server.demo.seed import seed_demo


def streams(registry: Registry) -> list[Stream]:
    """The jobs' migration stream and every module's, in order."""
    return [STREAM, *(Stream(name, folder) for name, folder in registry.migration_folders)]


@asynccontextmanager
async def standing(settings: Settings, *, registry: Registry | None = None) -> AsyncIterator[Platform]:
    """A platform whose modules are not started, for the operator's commands: migrated, checked, logging."""
    registry = registry or discover()
    settings.home.mkdir(parents=True, exist_ok=True)
    async with Database.open(
        settings.home, settings.database_url, app_url=settings.database_app_url
    ) as database:
        await migrate(database, streams(registry))
        await check_policies(database)
        if settings.demo:
            await seed_demo(database)
        keys = FileKeyStore.open(settings.home)
        log = await Log.open(database, keys)
        platform = assemble(settings, registry, database, keys, log)
        await log.start()
        await platform.bus.start()
        try:
            yield platform
        finally:
            await platform.bus.stop()
            await log.stop()


@asynccontextmanager
async def running(settings: Settings, *, registry: Registry | None = None) -> AsyncIterator[Platform]:
    """A platform from first connection to last, its modules and then its jobs started."""
    async with standing(settings, registry=registry) as platform, _modules(platform):
        await platform.jobs.start()
        try:
            yield platform
        finally:
            await platform.jobs.stop()


def assemble(
    settings: Settings, registry: Registry, database: Database, keys: FileKeyStore, log: Log
) -> Platform:
    """The platform's parts, tied together."""
    bus = Bus(database)
    gate = Gate(database=database, log=log, policy=Policy())
    platform = Platform(
        settings=settings,
        database=database,
        keys=keys,
        log=log,
        bus=bus,
        texts=Texts(registry.text_folders, registry.words),
        registry=registry,
        gate=gate,
        jobs=Jobs(registry, database, bus, platform_of=gate.platform_of),
    )
    gate.platform = platform
    return platform


@asynccontextmanager
async def _modules(platform: Platform) -> AsyncIterator[None]:
    started = []
    try:
        for module in platform.registry:
            if module.start:
                await module.start(platform.seen_by(module.name))
            started.append(module)
        yield
    finally:
        for module in reversed(started):
            if module.stop:
                await module.stop(platform.seen_by(module.name))


def app_folder() -> Path:
    """Where the built app lies: beside the package when installed from a wheel, else in `web/dist`."""
    beside = Path(__file__).parent / "app"
    return beside if beside.is_dir() else Path(__file__).parents[3] / "web" / "dist"

"""Lists as they are due: loaded by a process of its own, so answers never wait."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Final

from focus.core import clock
from focus.core.database import Database
from focus.core.gate import Platform, Service, Settings
from focus.core.organisations.public import directory
from focus.modules.search.lists import store
from focus.modules.search.lists.indexes import Indexes
from focus.modules.search.lists.loading import mapping_of
from focus.modules.search.lists.source import ListSource
from focus.modules.search.sources.durations import duration
from focus.modules.search.sources.protocol import Source
from focus.modules.search.sources.unusable import Unusable

log = logging.getLogger(__name__)

COMMAND: Final = (sys.executable, "-m", "focus.server", "list", "load")


async def lists_of(database: Database, sources: Sequence[Source]) -> list[ListSource]:
    """The lists among the sources, ready to be asked and loaded; faulty ones only their owner sees."""
    lists = [source for source in sources if isinstance(source, ListSource)]
    faulty = [source for source in sources if isinstance(source, Unusable) and source.owner]
    if lists or faulty:
        async with database.unscoped(readonly=True) as tx:
            organisations = {entry.code: entry.id for entry in await directory(tx)}
        indexes = Indexes(database)
        for source in lists:
            source.attach(database, organisations, indexes)
        for left_out in faulty:
            left_out.belongs(organisations)
    return lists


async def due(database: Database, lists: Sequence[ListSource]) -> list[ListSource]:
    """Those that come by themselves and whose time is there, or that would be read otherwise by now."""
    found, now = [], clock.now()
    for source in lists:
        if not source.place.every:
            continue
        here = await store.current(database, source.scope, source.config.name)
        last = next(iter(await store.loads(database, source.scope, source.config.name)), None)
        if (
            last is None
            or now - last.began >= duration(source.place.every)
            or (here is not None and here.mapping != mapping_of(source.config) and last.state == "loaded")
        ):
            found.append(source)
    return found


async def without_index(database: Database, lists: Sequence[ListSource]) -> list[ListSource]:
    """Those that were loaded before there were indexes of names."""
    found = []
    for source in lists:
        here = await store.current(database, source.scope, source.config.name)
        if here is not None and not here.version:
            found.append(source)
    return found


def environment_of(settings: Settings) -> dict[str, str]:
    """That of a process which stands on the same home, database and sources."""
    made = (
        os.environ
        | dict(settings.variables)
        | {
            "FOCUS_HOME": str(settings.home),
            "FOCUS_DATABASE_URL": settings.database_url or "",
            "FOCUS_DATABASE_APP_URL": settings.database_app_url or "",
            "FOCUS_DEMO": "1" if settings.demo else "",
            "FOCUS_HOST": settings.host,
        }
    )
    return {name: value for name, value in made.items() if value}


class Keeper:
    """Looks whether a list is due and has it loaded; each list has a lock besides."""

    def __init__(
        self,
        database: Database,
        lists: Sequence[ListSource],
        *,
        command: Sequence[str] = COMMAND,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._database, self._command, self._environment = database, command, environment
        self._lists, self._indexed = lists, False

    async def load_due(self) -> None:
        """Load those that are due. Cancelled, it ends what is loading; its list stays as it was."""
        if await due(self._database, self._lists) or await self._wanting():
            await self._load()

    async def _wanting(self) -> bool:
        """Whether a list wants its index; once none does, none ever will."""
        if not self._indexed:
            self._indexed = not await without_index(self._database, self._lists)
        return not self._indexed

    async def _load(self) -> None:
        process = await asyncio.create_subprocess_exec(
            *self._command,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            env=self._environment,
        )
        try:
            _, said = await process.communicate()
        except asyncio.CancelledError:
            process.terminate()
            await process.wait()
            raise
        if process.returncode:
            log.warning("lists: not all were loaded; focus list status says why %s", said.decode()[-300:])


KEEPER = Service("search", Keeper)


async def load_due(platform: Platform) -> None:
    """Load the lists that are due, in a process of their own."""
    await platform.service(KEEPER).load_due()

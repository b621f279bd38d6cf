"""Officers who ask without pause while something breaks, and a ledger of what they were told."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import aiohttp

from focus.core.database import Database
from focus.core.keys import FileKeyStore
from focus.core.log import Log, LogEvent
from tests.search.lookups.desk import Officer, officer_at
from tests.support.server import Served

CAR = "1-ABC-123"


@dataclass
class Ledger:
    """What happened to each question."""

    opened: set[str] = field(default_factory=set)
    """Ids whose first line was seen: acknowledged."""
    closed: set[str] = field(default_factory=set)
    refused: list[tuple[int, str, str]] = field(default_factory=list)
    """(status, code, title)"""
    longest_s: float = 0.0
    """Until a refusal, or the first line."""
    last_opened: float = 0.0


async def keep_asking(officer: Officer, ledger: Ledger, *, pause_s: float = 0.1) -> None:
    """Ask, note what comes, ask again; a connection that is cut is a fact like any other."""
    while True:
        body = officer.body(CAR)
        with suppress(aiohttp.ClientError, OSError, TimeoutError):
            await ask(officer, body, ledger)
        await asyncio.sleep(pause_s)


async def ask(officer: Officer, body: dict[str, object], ledger: Ledger) -> None:
    """One question with its outcome."""
    began, raw, path = time.monotonic(), json.dumps(body).encode(), "/api/search/lookups"
    headers = officer.headers("POST", path, raw)
    async with officer.http.post(officer.base + path, data=raw, headers=headers) as answer:
        if answer.status != 200:
            ledger.longest_s = max(ledger.longest_s, time.monotonic() - began)
            problem = await answer.json(content_type=None)
            ledger.refused.append((answer.status, problem["code"], problem["title"]))
            return
        async for line in answer.content:
            kind = json.loads(line)["kind"]
            if kind == "opened":
                ledger.longest_s = max(ledger.longest_s, time.monotonic() - began)
                ledger.opened.add(str(body["id"]))
                ledger.last_opened = time.monotonic()
            if kind == "closed":
                ledger.closed.add(str(body["id"]))


@asynccontextmanager
async def patrol(server: Served, ledger: Ledger, *, size: int = 4) -> AsyncIterator[list[Officer]]:
    """So many officers ask within."""
    officers = [await officer_at(server.base) for _ in range(size)]
    asking = [asyncio.create_task(keep_asking(officer, ledger)) for officer in officers]
    try:
        yield officers
    finally:
        for task in asking:
            task.cancel()
        outcomes = await asyncio.gather(*asking, return_exceptions=True)
        for officer in officers:
            await officer.close()
    strange = [one for one in outcomes if not isinstance(one, asyncio.CancelledError)]
    assert strange == []


LOOKUPS = ("search.LookupOpened", "search.LookupClosed")


async def logged(
    home: Path, url: str | None, organisation: UUID, kinds: Sequence[str] = LOOKUPS
) -> list[LogEvent]:
    """Entries of these kinds, read with the server's own keys."""
    async with Database.open(home, url, pool_size=2) as database:
        log = await Log.open(database, FileKeyStore.open(home))
        try:
            async with database.transaction(organisation) as tx:
                return await log.events_of(tx, kinds=kinds, limit=100_000)
        finally:
            await log.stop()


def ids(events: list[LogEvent], kind: str) -> set[str]:
    """Ids of the lookups that have such an entry."""
    if kind == "LookupOpened":
        return {str(event.id) for event in events if event.kind == "search.LookupOpened"}
    return {event.what["lookup"] for event in events if event.kind == f"search.{kind}"}

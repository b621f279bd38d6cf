"""A process that logs as fast as it can and writes each acknowledged id to standard output."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from uuid import UUID

from focus.core.database import Database
from focus.core.keys import FileKeyStore
from focus.core.log import Log, LogEvent


async def _write(log: Log, zone: UUID) -> None:
    while True:
        event = LogEvent(organisation_id=zone, kind="search.LookupOpened", what={"plate": "1-ABC-123"})
        await log.commit_now(event)
        os.write(1, f"{event.id}\n".encode())


async def _lead(log: Log) -> None:
    while not log.sealer.leading:
        await asyncio.sleep(0.01)
    os.write(1, b"leading\n")
    await asyncio.Event().wait()


async def main(role: str, home: Path, url: str, key_home: Path, zone: str) -> None:
    async with Database.open(home, url) as database:
        log = await Log.open(database, FileKeyStore.open(key_home), seal_every=0.05)
        if role == "write":
            await asyncio.gather(*(_write(log, UUID(zone)) for _ in range(16)))
        await log.start()
        os.write(1, b"started\n")
        await _lead(log)


if __name__ == "__main__":
    _, role, home, url, key_home, zone = sys.argv
    asyncio.run(main(role, Path(home), url, Path(key_home), zone))

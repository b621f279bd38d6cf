"""Another process, for tests that end one: run with a command and its arguments.

hold HOME                      open the database, say `ready`, stay until killed
write HOME                     write a row after the other, say each text once it is committed
migrate URL STREAM FOLDER      say what was applied
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path

from focus.core.database import Database, DatabaseAway, Stream, migrate
from focus.core.ids import new_id


def say(text: object) -> None:
    print(text, flush=True)


async def hold(home: str) -> None:
    async with Database.open(Path(home), pool_size=2):
        say("ready")
        await asyncio.sleep(600)


async def write(home: str) -> None:
    async with Database.open(Path(home), pool_size=2) as database:
        while True:
            text = str(new_id())
            try:
                async with database.unscoped() as tx:
                    await tx.execute("insert into notebook.colour values ($1)", text)
            except DatabaseAway:
                continue
            say(text)


async def apply(url: str, stream: str, folder: str) -> None:
    for file in await migrate(url, [Stream(stream, Path(folder))]):
        say(file)


if __name__ == "__main__":
    commands: dict[str, Callable[..., Coroutine[None, None, None]]]
    commands = {"hold": hold, "write": write, "migrate": apply}
    asyncio.run(commands[sys.argv[1]](*sys.argv[2:]))

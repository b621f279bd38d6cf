"""What the rows about phones stand on: somebody who may write notes, and notes to be held."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import asyncpg

from bench.serving import officer, product
from focus.core.database import Database
from focus.core.feed import Saves
from focus.core.ids import new_id
from tests.support.device import Device
from tests.support.notes.module import NOTE, Note
from tests.support.server import Served

TEXT = "Grijze bestelwagen, deuk links achter, ladderrek op het dak. " * 30
"""Some 1,900 octets, as a dossier has them."""


@dataclass
class Ground:
    """One worker in a process of its own, its database, and an officer's device."""

    served: Served
    device: Device
    organisation: UUID

    async def notes(self, count: int, *, text: str = TEXT, to: str = "org") -> list[UUID]:
        """So many notes for phones to hold."""
        made = [new_id() for _ in range(count)]
        async with Database.open(self.served.home) as database:
            for start in range(0, count, 500):
                async with database.transaction(self.organisation) as tx:
                    saves = Saves(tx)
                    for note in made[start : start + 500]:
                        saves.save(NOTE, Note(note, text, (to,)))
                    await saves.write()
        return made

    async def write(self, note: UUID, text: str = "changed") -> None:
        """One change, through the front door."""
        answer = await self.device.post("/api/notes/write-note", {"note": str(note), "text": text})
        if answer.status != 200:
            raise RuntimeError(f"{answer.status}: {answer.body}")

    async def pull(self, state: Any = None) -> tuple[Any, int]:
        """Everything new: the last state, and how many records that were."""
        path = "/api/sync/pull"
        body = json.dumps({"state": state} if state else {}).encode()
        headers = self.device.headers("POST", path, body) | {"accept-encoding": "gzip"}
        records, told = 0, {}
        async with self.device.http.post(self.served.base + path, data=body, headers=headers) as answer:
            if answer.status != 200:
                raise RuntimeError(f"{answer.status}: {await answer.text()}")
            for line in (await answer.read()).splitlines():
                told = json.loads(line)
                records += "d" in told
        return told["state"], records


@asynccontextmanager
async def ground() -> AsyncIterator[Ground]:
    """A server on a new database, everything of it gone afterwards."""
    with TemporaryDirectory() as folder:
        async with product(Path(folder), application="bench.phones.app:create") as served:
            someone = await officer(served.base)
            await _permit(served.home)
            # Signed in anew: rights are read when a session begins, and each ten seconds.
            await someone.device.close()
            someone = await officer(served.base)
            organisation = UUID(someone.device.session["organisation"])
            yield Ground(served, someone.device, organisation)
            await someone.device.close()


async def _permit(home: Path) -> None:
    async with Database.open(home) as database:
        owner = await asyncpg.connect(database.url)
        await owner.execute(
            "update organisations.function_rights set permissions = permissions || '{notes.use}'::text[]"
        )
        await owner.close()

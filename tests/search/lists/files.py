"""Lists as files, the sources that tell of them, and questions to them."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from focus.core import clock
from focus.core.database import Database
from focus.modules.search.configuration.loader import check_config
from focus.modules.search.lists.commands import load_command, status_command
from focus.modules.search.lists.loading import Loader, Outcome
from focus.modules.search.lists.source import ListSource
from focus.modules.search.questions import Reading
from focus.modules.search.records import Record
from focus.modules.search.sources.settings import Settings

HEADER = "id,family,given,born,number,plate\n"
JEROEN = "1,Verlinden,Jeroen,1985-07-30,85.07.30-033.28,2-ZKV-318\n"
NELE = "2,Thys,Nele,1990-02-19,,\n"
MAP: dict[str, Any] = {
    "type": "person", "id": "id", "person": {"family": "family", "given": "given"}, "born": "born",
    "identifiers": {"national_number": "number", "plate": "plate"},
    "warnings": [{"code": "attention", "tone": "amber", "word": "attention"}],
    "required": ["family"],
}  # fmt: skip


@dataclass
class Listed:
    """A list in a folder of its own, and the database that it is loaded into."""

    database: Database
    folder: Path
    source: ListSource

    @property
    def file(self) -> Path:
        return self.folder / "list"

    def write(self, *lines: str, encoding: str = "utf-8") -> None:
        """The lines as the list's file, of another time than the last one."""
        self.file.write_text("".join(lines), encoding)

    async def load(self, *lines: str, again: bool = True) -> Outcome:
        """Write and load."""
        if lines:
            self.write(*lines)
        return await self.loader().load(again=again)

    def loader(self) -> Loader:
        return Loader(self.database, self.source.config, self.source.settings, self.source.scope)

    async def ask(self, reading: Reading) -> list[Record]:
        """The records of an answer."""
        deadline = asyncio.get_running_loop().time() + 10
        return list((await self.source.ask(reading, deadline=deadline, asked_at=clock.now())).records)

    async def named(self, name: str, born: str = "") -> list[str]:
        """Who is found by a name."""
        facts = {"name": name} | ({"born": born} if born else {})
        kind = "name_birth" if born else "name"
        return [record.title for record in await self.ask(Reading(kind=kind, normal=name, facts=facts))]

    async def status(self, name: str = "") -> str:
        """What `focus list status` says."""
        out = io.StringIO()
        await status_command(self.database, [self.source], name=name, out=out)
        return out.getvalue()

    async def command(self, **options: Any) -> tuple[int, str]:
        """Exit status and words of `focus list load`."""
        out = io.StringIO()
        status = await load_command(self.database, [self.source], out=out, **options)
        return status, out.getvalue()


def listed(database: Database, folder: Path, name: str, **changed: Any) -> Listed:
    """A CSV list of persons; `changed`: other fields of `[list]`, or `maps`."""
    maps = changed.pop("maps", [MAP])
    place = {"file": "list", "format": "csv"} | changed
    content = head(name) | {"kind": "list", "list": place} | ({"map": maps} if maps else {})
    config, faults = check_config(content)
    assert config is not None, faults
    assert not faults, [str(fault) for fault in faults]
    folder.mkdir(exist_ok=True)
    source = ListSource(config, Settings(folder, folder=folder))
    source.attach(database, {})
    return Listed(database, folder, source)


def head(name: str) -> dict[str, Any]:
    """What every source's file begins with."""
    return {"name": name, "short": "LIST", "legal": ["art. 1"],
            "title": {"nl": "L", "fr": "L", "de": "L", "en": "L"}}  # fmt: skip


def reading(kind: str, **facts: str) -> Reading:
    """A question."""
    return Reading(kind=kind, normal="", facts=facts, country=facts.get("country"))  # type: ignore[arg-type]


def json_lines(elements: Iterable[Any]) -> str:
    """One a line."""
    return "".join(json.dumps(element, ensure_ascii=False) + "\n" for element in elements)


def entity(id_: str, schema: str = "Person", **properties: str | list[str]) -> dict[str, Any]:
    """A FollowTheMoney entity."""
    values = {name: [value] if isinstance(value, str) else value for name, value in properties.items()}
    return {"id": id_, "caption": values.get("name", [id_])[0], "schema": schema, "properties": values,
            "datasets": ["lv_sanctions"], "last_change": "2026-11-20T08:00:00"}  # fmt: skip

"""Lists in the whole platform: they come by themselves and are asked like any source."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from focus.core import clock
from focus.core.database import Database
from focus.modules.search.commands import test_command as try_out
from focus.modules.search.lists import store
from focus.modules.search.lists.keeping import lists_of
from tests.search.lookups.desk import SOURCES, Desk, Lookup, desk_at
from world.running import start
from world.sanctions import entities

LISTS = SOURCES.parent / "lists"
PURPOSE = {"code": "investigation", "reference": "LI.30.F1.001/26", "reason": "Ladingdiefstal"}
GRETA = "Hellemans Greta 09/05/1948"


@pytest.fixture(scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    """Its keeper has loaded every list, with nobody's help."""
    world = await start(persons=600, seed=1, latency=0)
    try:
        async with desk_at(tmp_path_factory.mktemp("focus"), world, sources=LISTS) as desk:
            async with asyncio.timeout(90):
                while not all([await loaded(desk, name) for name in ("attention", "sanctions")]):
                    await asyncio.sleep(0.2)
            yield desk
            await desk.quiet()
    finally:
        await world.stop()


async def loaded(desk: Desk, name: str) -> store.Current | None:
    database = desk.station.platform.database
    for source in await lists_of(database, desk.search.sources):
        if source.config.name == name:
            return await store.current(database, source.scope, name)
    raise LookupError(name)


async def asked(desk: Desk, question: str, officer: str = "Bram Vos") -> Lookup:
    return await (await desk.officer(officer)).ask(question, purpose=PURPOSE)


def of(lookup: Lookup, source: str) -> list[dict[str, Any]]:
    """Cards that rest on a source."""
    return [c for c in lookup.cards.values() if source in [origin["source"] for origin in c["records"]]]


async def test_the_keeper_loads_what_the_zone_publishes(desk: Desk) -> None:
    here = await loaded(desk, "attention")

    assert here is not None
    assert here.entries > 2
    assert clock.now() - here.fresh_at < timedelta(minutes=5)


async def test_a_hit_on_a_list_comes_as_a_card_with_its_warning(desk: Desk) -> None:
    lookup = await asked(desk, GRETA)

    assert lookup.states["attention"]["state"] == "answered"
    (card,) = of(lookup, "attention")
    assert card["title"] == "Hellemans, Greta"
    assert [warning["warn"]["code"] for warning in card["warnings"]] == ["attention"]
    assert lookup.verdict["level"] == "amber"


async def test_a_card_says_how_old_its_list_is(desk: Desk) -> None:
    lookup = await asked(desk, "CB 1234 AB")

    (card,) = of(lookup, "sanctions")
    told = next(origin["at"] for origin in card["records"] if origin["source"] == "sanctions")
    car = next(entity for entity in entities(desk.world.world) if entity["id"] == "lv-car")
    assert datetime.fromisoformat(told).date().isoformat() == car["last_change"][:10]


async def test_another_zone_does_not_hear_of_the_list(desk: Desk) -> None:
    lookup = await asked(desk, GRETA, "Stijn Smeets")

    assert "attention" not in lookup.states
    assert of(lookup, "attention") == []


async def test_a_source_file_of_a_list_is_tried_like_any_other(desk: Desk) -> None:
    out, database = io.StringIO(), desk.station.platform.database

    @asynccontextmanager
    async def opened() -> AsyncIterator[Database]:
        yield database

    status = await try_out([LISTS], name="attention", question=GRETA, out=out, database=opened)

    said = out.getvalue()
    assert (status, "person Hellemans, Greta" in said, "! attention (amber" in said) == (0, True, True)
    assert "entries, of 20" in said


async def test_a_list_that_was_never_loaded_says_what_to_do(desk: Desk, tmp_path: Path) -> None:
    content = (LISTS / "sanctions.toml").read_text().replace('"sanctions"', '"other"')
    (tmp_path / "other.toml").write_text(content)
    out, database = io.StringIO(), desk.station.platform.database

    @asynccontextmanager
    async def opened() -> AsyncIterator[Database]:
        yield database

    assert await try_out([tmp_path], name="other", question="CB 1234 AB", out=out, database=opened) == 1
    assert "focus list load other" in out.getvalue()
